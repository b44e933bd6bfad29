/// A moment: milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable, Codable {
    package var ms: Int64

    package init(ms: Int64) {
        self.ms = ms
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.ms < b.ms }

    package func adding(seconds: Int64) -> Instant {
        Instant(ms: ms + seconds * 1000)
    }
}
