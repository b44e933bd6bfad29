import Database
import Domain
import Secrets

/// The rows of who follows what.
enum FollowTable {
    /// A follow by address, as its link finds it.
    struct Found: Sendable {
        var id: Int64
        var key: FollowKey
        var isConfirmed: Bool
    }

    static func find(_ link: FollowLink, in db: Transaction, keys: KeyRing) throws -> Found? {
        let row = try db.row(
            """
            SELECT id, subject, subject_id, category, confirmed_at FROM follow
            WHERE token_digest = \(link.digest(keys: keys))
            """)
        guard let row, let key = try FollowKey(row: row, from: 1) else { return nil }
        return Found(id: try row[0], key: key, isConfirmed: try (row[4] as Int64?) != nil)
    }

    /// Of an address to a subject; nil where there is none yet.
    static func find(_ index: [UInt8], _ key: FollowKey, in db: Transaction) throws -> (id: Int64, isConfirmed: Bool)? {
        let row = try db.row(
            """
            SELECT id, confirmed_at FROM follow
            WHERE address_index = \(index) AND subject = \(key.kind.rawValue) AND subject_id = \(key.id)
              AND category = \(key.category)
            """)
        guard let row else { return nil }
        return (try row[0], try (row[1] as Int64?) != nil)
    }

    static func count(_ index: [UInt8], in db: Transaction) throws -> Int {
        try db.value("SELECT COUNT(*) FROM follow WHERE address_index = \(index)") ?? 0
    }

    static func count(of person: PersonID, in db: Transaction) throws -> Int {
        try db.value("SELECT COUNT(*) FROM follow WHERE person = \(person)") ?? 0
    }

    /// Waits for its link to be opened.
    static func insert(
        _ id: Int64, _ key: FollowKey, mailbox: Sensitive<String>, index: [UInt8], at now: Instant, in db: Transaction,
        keys: KeyRing
    ) throws {
        let sealed = keys.seal(mailbox.opened, table: "follow", column: "address", row: id)
        try db.run(
            """
            INSERT INTO follow (id, subject, subject_id, category, address_sealed, address_index, token_digest, created_at)
            VALUES (\(id), \(key.kind.rawValue), \(key.id), \(key.category), \(sealed), \(index),
              \(FollowLink(id, keys: keys).digest(keys: keys)), \(now))
            """)
    }

    /// Somebody of the staff; following twice changes nothing.
    static func insert(
        _ id: Int64, _ key: FollowKey, person: PersonID, at now: Instant, in db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO follow (id, subject, subject_id, category, person, confirmed_at, created_at)
            VALUES (\(id), \(key.kind.rawValue), \(key.id), \(key.category), \(person), \(now), \(now))
            ON CONFLICT (person, subject, subject_id, category) WHERE person IS NOT NULL DO NOTHING
            """)
    }

    static func confirm(_ id: Int64, at now: Instant, in db: Transaction) throws {
        try db.run("UPDATE follow SET confirmed_at = \(now) WHERE id = \(id) AND confirmed_at IS NULL")
    }

    static func delete(_ id: Int64, in db: Transaction) throws {
        try db.run("DELETE FROM follow WHERE id = \(id)")
    }

    /// Only her own.
    static func delete(_ id: Int64, of person: PersonID, in db: Transaction) throws {
        try db.run("DELETE FROM follow WHERE id = \(id) AND person = \(person)")
    }

    /// Whose link nobody opened: an address that was typed is not kept for nothing.
    static func purge(unconfirmedBefore moment: Instant, in db: Transaction) throws {
        try db.run("DELETE FROM follow WHERE confirmed_at IS NULL AND created_at < \(moment)")
    }
}
