import Database
import Domain
import Secrets

/// Who is behind a token: one statement per request gives session, account, name and the grants of the day.
enum SessionQuery {
    struct Found: Sendable {
        var signed: Principal.Signed
        var createdAt: Instant
        var touchedAt: Instant
        var expiresAt: Instant
        /// How many messages of the last weeks were not seen yet; a one-time link does not stand in the inbox.
        var unread: Int
    }

    /// Older ones are no news: who never looks must not make every page count more.
    private static let newDays: Int64 = 30

    static func find(_ token: SessionToken, at now: Instant, in db: Transaction, keys: KeyRing) throws -> Found? {
        let rows = try db.rows(statement(token, at: now))
        guard let first = rows.first else { return nil }
        let person: PersonID = try first[4]
        let name = try keys.openText(try first[5], table: "person", column: "name_sealed", row: person)
        let grants = try rows.compactMap { try GrantTable.grant($0, from: 6) }
        return Found(
            signed: Principal.Signed(account: try first[3], person: person, name: name, grants: grants),
            createdAt: Instant(ms: try first[0]), touchedAt: Instant(ms: try first[1]),
            expiresAt: Instant(ms: try first[2]), unread: try first[12])
    }

    /// Named for the test of its plan.
    static func statement(_ token: SessionToken, at now: Instant) -> SQL {
        """
        SELECT x.created_at, x.touched_at, x.expires_at, a.id, p.id, p.name_sealed, \(GrantTable.columns),
          (SELECT COUNT(*) FROM message u WHERE u.person = p.id AND u.read_at IS NULL
            AND u.kind <> 'oneTimeLink' AND u.not_before > \(now.adding(seconds: -newDays * 86_400).ms) AND u.not_before <= \(now.ms))
        FROM session x
        JOIN account a ON a.id = x.account
        JOIN person p ON p.id = a.person
        LEFT JOIN role_grant g ON g.account = a.id AND \(GrantTable.holds(on: Day(of: now)))
        \(GrantTable.places)
        WHERE x.token_hash = \(token.digest) AND x.expires_at > \(now.ms)
          AND a.status = \(AccountStatus.active.rawValue)
        ORDER BY g.id
        """
    }
}
