import Database
import Domain
import Secrets

/// Tries counted in the database, so that every process sees the same number. A window begins with its first try and
/// has a fixed length. For POST and code entry only: reading is never counted.
package struct RateLimits: Sendable {
    private let keys: KeyRing

    package init(keys: KeyRing) {
        self.keys = keys
    }

    /// Counts one try, within the caller's write. An error thrown later in the same closure takes the count back,
    /// so a wrong code is answered with a value, never with a throw.
    package func take(_ rule: RateRule, key: String, at now: Instant, in db: Transaction) throws -> RateVerdict {
        let window = try add(rule, key: key, at: now, in: db)
        guard window.count <= rule.most else {
            return .exceeded(retryAfter: window.remainingSeconds(of: rule, at: now))
        }
        return .allowed(remaining: rule.most - window.count)
    }

    /// Seconds until it may be tried again, when the tries of the running window are used up. Counts nothing.
    package func exhausted(_ rule: RateRule, key: String, at now: Instant, in db: Transaction) throws -> Int? {
        guard let window = try window(rule, key: key, at: now, in: db), window.count >= rule.most else { return nil }
        return window.remainingSeconds(of: rule, at: now)
    }

    /// Removes windows that ended long ago. Timed work; may run twice.
    @discardableResult
    package static func purge(at now: Instant, in db: Transaction) throws -> Int {
        let twoDaysAgo = now.adding(seconds: -2 * 86_400).ms
        return try db.changed("DELETE FROM rate_limit WHERE window_start < \(twoDaysAgo)")
    }

    struct Window {
        var start: Instant
        var count: Int

        func remainingSeconds(of rule: RateRule, at now: Instant) -> Int {
            Int((start.adding(seconds: rule.seconds).ms - now.ms + 999) / 1000)
        }
    }

    /// Counts one try and tells where its window stands.
    @discardableResult
    func add(_ rule: RateRule, key: String, at now: Instant, in db: Transaction) throws -> Window {
        let start = try window(rule, key: key, at: now, in: db)?.start ?? now
        let count: Int? = try db.value(
            """
            INSERT INTO rate_limit (key, window_start, count) VALUES (\(digest(rule, key)), \(start.ms), 1)
            ON CONFLICT (key, window_start) DO UPDATE SET count = rate_limit.count + 1
            RETURNING count
            """)
        return Window(start: start, count: count ?? 1)
    }

    /// The window that runs, without counting a try.
    func window(_ rule: RateRule, key: String, at now: Instant, in db: Transaction) throws -> Window? {
        let row = try db.row(
            """
            SELECT window_start, count FROM rate_limit
            WHERE key = \(digest(rule, key)) AND window_start > \(now.adding(seconds: -rule.seconds).ms)
            ORDER BY window_start DESC LIMIT 1
            """)
        guard let row else { return nil }
        return Window(start: Instant(ms: try row[0]), count: try row[1])
    }

    /// Keys are addresses, logins and numbers: personal, so only their keyed digest is stored.
    private func digest(_ rule: RateRule, _ key: String) -> String {
        keys.blindIndex("rate", rule.name + "\u{0}" + key).hex
    }
}
