import Database
import Domain
import Record
import Secrets

/// A link of a matter, as those who look after it see it: for whom, for what, and what was done by it. Never the link.
struct SentLink: Sendable {
    var id: Int64
    var name: String
    var madeAt: Instant
    var isByHand: Bool
    var expiresAt: Instant
    var revokedAt: Instant?
    var acts: [(act: LinkAct, usedAt: Instant?)]

    func isOpen(at now: Instant) -> Bool { revokedAt == nil && now < expiresAt }

    /// The newest of a matter.
    static func all(of matter: MatterID, in db: Transaction, keys: KeyRing) throws -> [SentLink] {
        let rows = try db.rows(
            """
            SELECT l.id, l.person, p.name_sealed, l.made_at, l.made_by, l.expires_at, l.revoked_at, a.act, a.used_at
            FROM (SELECT * FROM one_time_link WHERE matter = \(matter) ORDER BY made_at DESC LIMIT 20) l
            JOIN person p ON p.id = l.person JOIN one_time_link_act a ON a.link = l.id
            ORDER BY l.made_at DESC, l.id, a.act
            """)
        var links: [SentLink] = []
        for row in rows {
            let id: Int64 = try row[0]
            if links.last?.id != id {
                let person: PersonID = try row[1]
                let by: AccountID? = try row[4]
                links.append(
                    SentLink(
                        id: id,
                        name: try keys.openText(try row[2], table: "person", column: "name_sealed", row: person),
                        madeAt: try row[3], isByHand: by != nil, expiresAt: try row[5], revokedAt: try row[6], acts: [])
                )
            }
            if let act = LinkAct(rawValue: try row[7]) { links[links.count - 1].acts.append((act, try row[8])) }
        }
        return links
    }
}
