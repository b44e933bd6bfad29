import Database
import Domain

/// The rows of sessions. `expires_at` is the nearer of the idle and the absolute end, so that asking needs no policy.
enum SessionTable {
    static func insert(
        _ token: SessionToken, account: AccountID, at now: Instant, until end: Instant, browser: String,
        in db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO session (token_hash, account, created_at, touched_at, expires_at, browser)
            VALUES (\(token.digest), \(account), \(now.ms), \(now.ms), \(end.ms), \(browser))
            """)
    }

    /// Moves the end; of two requests at the same moment only one writes.
    static func touch(
        _ token: SessionToken, last: Instant, at now: Instant, until end: Instant, in db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE session SET touched_at = \(now.ms), expires_at = \(end.ms)
            WHERE token_hash = \(token.digest) AND touched_at = \(last.ms)
            """)
    }

    static func remove(_ token: SessionToken, in db: Transaction) throws {
        try db.run("DELETE FROM session WHERE token_hash = \(token.digest)")
    }

    static func removeAll(of account: AccountID, except kept: SessionToken?, in db: Transaction) throws {
        let digest = kept?.digest ?? []
        try db.run("DELETE FROM session WHERE account = \(account) AND token_hash <> \(digest)")
    }

    static func purge(at now: Instant, in db: Transaction) throws -> Int {
        try db.changed("DELETE FROM session WHERE expires_at <= \(now.ms)")
    }
}
