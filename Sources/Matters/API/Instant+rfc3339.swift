import Domain
import Foundation

extension Instant {
    /// RFC 3339 in UTC, to the second.
    var rfc3339: String { Date(timeIntervalSince1970: Double(ms / 1000)).formatted(.iso8601) }
}
