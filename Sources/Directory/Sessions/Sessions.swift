import Database
import Domain

/// A session as the holder gets it: the token is shown this once.
package struct SessionTicket: Sendable {
    package var token: SessionToken
    /// When it ends by itself if nothing more is asked; each request moves the idle end on.
    package var expiresAt: Instant
    /// When it ends at the latest; what a cookie's life is set to.
    package var endsAt: Instant
    package var signed: Principal.Signed
}

/// Sessions of staff. Stored by the hash of their token, touched at most once a minute.
package enum Sessions {
    static let touchSeconds: Int64 = 60

    /// The person behind a token, or nil when there is no such session or it has run out. One statement; a second
    /// one, in a write of its own, once a minute.
    package static func signed(
        _ token: SessionToken, in installation: Installation
    ) async throws -> Principal.Signed? {
        try await current(token, in: installation)?.signed
    }

    /// The same, and how many messages of the last weeks were not seen yet.
    package static func current(
        _ token: SessionToken, in installation: Installation
    ) async throws -> (signed: Principal.Signed, unread: Int)? {
        let now = installation.now()
        let keys = installation.keys
        let found = try await installation.database.read { db in
            try SessionQuery.find(token, at: now, in: db, keys: keys)
        }
        guard let found else { return nil }
        if now >= found.touchedAt.adding(seconds: touchSeconds) {
            try await touch(token, found, at: now, in: installation)
        }
        return (found.signed, found.unread)
    }

    /// Signing out. Twice is no fault.
    package static func end(_ token: SessionToken, in installation: Installation) async throws {
        try await installation.database.write { db in try SessionTable.remove(token, in: db) }
    }

    /// Removes sessions that ran out. Timed work; may run twice.
    @discardableResult
    package static func purge(at now: Instant, in db: Transaction) throws -> Int {
        try SessionTable.purge(at: now, in: db)
    }

    /// Opens a session within the caller's write.
    static func open(
        _ token: SessionToken, for signed: Principal.Signed, at now: Instant, browser: String,
        snapshot: Snapshot, in db: Transaction
    ) throws -> SessionTicket {
        let limits = SessionLimits(for: signed.grants, on: Day(of: now), snapshot: snapshot)
        let end = limits.end(createdAt: now, touchedAt: now)
        try SessionTable.insert(
            token, account: signed.account, at: now, until: end, browser: String(browser.prefix(200)), in: db)
        return SessionTicket(
            token: token, expiresAt: end, endsAt: now.adding(seconds: limits.absoluteSeconds), signed: signed)
    }

    private static func touch(
        _ token: SessionToken, _ found: SessionQuery.Found, at now: Instant, in installation: Installation
    ) async throws {
        do {
            try await installation.database.write { db in
                let snapshot = try installation.snapshot(in: db)
                let limits = SessionLimits(for: found.signed.grants, on: Day(of: now), snapshot: snapshot)
                let end = limits.end(createdAt: found.createdAt, touchedAt: now)
                try SessionTable.touch(token, last: found.touchedAt, at: now, until: end, in: db)
            }
        } catch DatabaseError.busy, DatabaseError.full, DatabaseError.unreachable, DatabaseError.uncertain {
            // A page that only reads must not fail because nothing can be written; the next request tries again.
        }
    }
}
