import Domain
import Foundation

extension Instant {
    /// This moment by the machine's clock. Everything below takes the moment as a parameter.
    package static var current: Instant { Instant(ms: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }

    /// `2026-05-25T09:00:00+08:00` or `2026-05-25`, which is the start of that day here.
    package init?(iso text: String) {
        if let day = Day(iso: text) {
            self = day.start
        } else if let date = try? Date(text, strategy: .iso8601) {
            self.init(ms: Int64((date.timeIntervalSince1970 * 1000).rounded()))
        } else {
            return nil
        }
    }

    /// RFC 3339 in UTC, for machines.
    var iso: String { Date(timeIntervalSince1970: Double(ms / 1000)).formatted(.iso8601) }
}
