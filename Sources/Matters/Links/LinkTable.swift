import Database
import Domain

/// The rows of one-time links. A link is known by the digest of its token; the token itself is only in the message.
enum LinkTable {
    struct New {
        var id: Int64
        var digest: [UInt8]
        var matter: MatterID
        var person: PersonID
        var grant: GrantID
        var behalfAct: Int64?
        var acts: [LinkAct]
        var madeAt: Instant
        var madeBy: AccountID?
        var expiresAt: Instant
    }

    /// A link as it lies there.
    struct Kept: Sendable {
        var id: Int64
        var matter: MatterID
        var number: MatterNumber
        var person: PersonID
        var grant: GrantID
        var behalfAct: Int64?
        var expiresAt: Instant
        var isRevoked: Bool
        /// What it is good for, and when each was done.
        var acts: [LinkAct: Instant?]
    }

    static func insert(_ link: New, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO one_time_link (id, token_digest, matter, person, role_grant, behalf_act, made_at, made_by,
              expires_at)
            VALUES (\(link.id), \(link.digest), \(link.matter), \(link.person), \(link.grant), \(link.behalfAct),
              \(link.madeAt), \(link.madeBy), \(link.expiresAt))
            """)
        let rows: [SQL] = link.acts.map { "(\(link.id), \($0.rawValue))" }
        try db.run("INSERT INTO one_time_link_act (link, act) VALUES " + rows.joined(by: ", "))
    }

    static func find(_ digest: [UInt8], in db: Transaction) throws -> Kept? {
        let rows = try db.rows(
            """
            SELECT l.id, l.matter, m.number, l.person, l.role_grant, l.behalf_act, l.expires_at, l.revoked_at,
              a.act, a.used_at
            FROM one_time_link l JOIN matter m ON m.id = l.matter JOIN one_time_link_act a ON a.link = l.id
            WHERE l.token_digest = \(digest) ORDER BY a.act
            """)
        guard let row = rows.first else { return nil }
        guard let number = MatterNumber(stored: try row[2]) else { throw DatabaseError.corrupt("one_time_link") }
        let revoked: Int64? = try row[7]
        var acts: [LinkAct: Instant?] = [:]
        for row in rows {
            guard let act = LinkAct(rawValue: try row[8]) else { continue }
            acts.updateValue(try row[9], forKey: act)
        }
        return Kept(
            id: try row[0], matter: try row[1], number: number, person: try row[3], grant: try row[4],
            behalfAct: try row[5], expiresAt: try row[6], isRevoked: revoked != nil, acts: acts)
    }

    /// Uses an act up. Of two at the same moment the second waits here and is told false.
    static func use(_ link: Int64, _ act: LinkAct, at now: Instant, in db: Transaction) throws -> Bool {
        try db.changed(
            """
            UPDATE one_time_link_act SET used_at = \(now)
            WHERE link = \(link) AND act = \(act.rawValue) AND used_at IS NULL
            """) == 1
    }

    /// False when it is of another matter or revoked already.
    static func revoke(
        _ link: Int64, of matter: MatterID, by account: AccountID, at now: Instant, in db: Transaction
    ) throws -> Bool {
        try db.changed(
            """
            UPDATE one_time_link SET revoked_at = \(now), revoked_by = \(account)
            WHERE id = \(link) AND matter = \(matter) AND revoked_at IS NULL
            """) == 1
    }

    static func isThere(_ link: Int64, of matter: MatterID, in db: Transaction) throws -> Bool {
        try db.row("SELECT 1 FROM one_time_link WHERE id = \(link) AND matter = \(matter)") != nil
    }

    /// Removes some links that ended long ago; what was done by them stands in the record. False when none is left.
    static func purge(endedBefore limit: Instant, most: Int, in db: Transaction) throws -> Bool {
        let ended: [Int64] = try db.rows(
            "SELECT id FROM one_time_link WHERE expires_at < \(limit) ORDER BY expires_at LIMIT \(most)"
        ).map { try $0[0] }
        guard !ended.isEmpty else { return false }
        try db.run("DELETE FROM one_time_link_act WHERE link IN \(list: ended)")
        try db.run("DELETE FROM one_time_link WHERE id IN \(list: ended)")
        return ended.count == most
    }
}
