import Domain
import Foundation

extension Instant {
    /// `2026-05-25T01:00:00Z`: how the API says moments (RFC 3339, UTC).
    package var rfc3339: String { Date(timeIntervalSince1970: Double(ms / 1000)).formatted(.iso8601) }
}
