/// How often one thing may be tried by one key within a fixed window.
package struct RateRule: Hashable, Sendable {
    package var name: String
    package var most: Int
    package var seconds: Int64

    package init(_ name: String, most: Int, seconds: Int64) {
        self.name = name
        self.most = most
        self.seconds = seconds
    }
}

/// What counting one more try came to.
package enum RateVerdict: Hashable, Sendable {
    case allowed(remaining: Int)
    /// Seconds until the window ends, for `Retry-After`.
    case exceeded(retryAfter: Int)
}
