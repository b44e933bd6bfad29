import Database
import Domain
import Record
import Secrets

/// The rows that name files.
package enum FileTable {
    /// Names a kept file, in the transaction that writes what it belongs to. Throws `FileGone` where its
    /// bytes were swept away meanwhile.
    @discardableResult
    package static func attach(
        _ draft: FileDraft, to owner: FileOwner, description: String, by account: AccountID?, at now: Instant,
        in db: Transaction, ids: inout IDs, keys: KeyRing
    ) throws -> Int64 {
        try ContentTable.name(draft.digest, size: draft.size, keptAt: draft.keptAt, at: now, in: db)
        if let small = draft.small {
            try ContentTable.name(small.digest, size: small.size, keptAt: draft.keptAt, at: now, in: db)
        }
        let id = ids.next()
        let sealed = keys.seal(description, table: "stored_file", column: "description_sealed", row: id)
        try db.run(
            """
            INSERT INTO stored_file (id, owner_kind, owner, part, kind, type, digest, small_digest, size, width, height,
              seconds, description_sealed, added_by, added_at)
            VALUES (\(id), \(owner.kind.rawValue), \(owner.id), \(owner.part), \(draft.kind.rawValue),
              \(draft.type.rawValue), \(ContentDigest.column(draft.digest)),
              \(draft.small.map { ContentDigest.column($0.digest) }), \(draft.size), \(draft.width), \(draft.height),
              \(draft.seconds), \(sealed), \(account), \(now))
            """)
        return id
    }

    /// Those of one owner, in the order in which they were added.
    package static func files(of owner: FileOwner, in db: Transaction, keys: KeyRing) throws -> [StoredFile] {
        try files(
            "owner_kind = \(owner.kind.rawValue) AND owner = \(owner.id) AND part = \(owner.part)", in: db, keys: keys)
    }

    /// Those of a matter's words and of everything that happened to it.
    package static func files(ofMatter matter: MatterID, in db: Transaction, keys: KeyRing) throws -> [StoredFile] {
        try files("owner_kind = \(FileOwner.Kind.matter.rawValue) AND owner = \(matter)", in: db, keys: keys)
    }

    /// Those of some posts of stations.
    package static func files(
        ofPosts posts: [Int64], in db: Transaction, keys: KeyRing
    ) throws -> [Int64: [StoredFile]] {
        guard !posts.isEmpty else { return [:] }
        let found = try files(
            "owner_kind = \(FileOwner.Kind.stationPost.rawValue) AND owner IN \(list: posts)", in: db, keys: keys)
        return Dictionary(grouping: found, by: \.owner.id)
    }

    /// Those that are public of a matter.
    package static func published(ofMatter matter: MatterID, in db: Transaction, keys: KeyRing) throws -> [StoredFile] {
        try files(
            """
            owner_kind = \(FileOwner.Kind.matter.rawValue) AND owner = \(matter) AND published_at IS NOT NULL
            """, in: db, keys: keys)
    }

    /// One; nil where there is none. Whether it may be seen is the question of whoever knows its owner.
    package static func file(_ id: Int64, in db: Transaction, keys: KeyRing) throws -> StoredFile? {
        try files("id = \(id)", in: db, keys: keys).first
    }

    /// The description in a row that somebody read in a statement of her own.
    package static func description(_ sealed: [UInt8], of id: Int64, keys: KeyRing) throws -> String {
        try keys.openText(sealed, table: "stored_file", column: "description_sealed", row: id)
    }

    /// Takes one away from its owner; false where it is not there. Its bytes go with the last row that names them.
    package static func remove(_ id: Int64, of owner: FileOwner, at now: Instant, in db: Transaction) throws -> Bool {
        try remove(
            """
            id = \(id) AND owner_kind = \(owner.kind.rawValue) AND owner = \(owner.id) AND part = \(owner.part)
            """, at: now, in: db) == 1
    }

    /// Takes away everything that belongs to a matter, when its content is erased.
    package static func erase(ofMatter matter: MatterID, at now: Instant, in db: Transaction) throws {
        _ = try remove("owner_kind = \(FileOwner.Kind.matter.rawValue) AND owner = \(matter)", at: now, in: db)
    }

    /// Lets handlers, who are blind to the reporter, see photos of a matter.
    package static func release(_ ids: [Int64], ofMatter matter: MatterID, at now: Instant, in db: Transaction) throws {
        guard !ids.isEmpty else { return }
        try db.run(
            """
            UPDATE stored_file SET released_at = \(now)
            WHERE id IN \(list: ids) AND owner_kind = \(FileOwner.Kind.matter.rawValue) AND owner = \(matter)
              AND kind = \(FileKind.photo.rawValue) AND released_at IS NULL
            """)
    }

    /// Exactly these photos of a matter are public from now on. Tells how many of them there are.
    package static func publish(
        _ ids: [Int64], ofMatter matter: MatterID, at now: Instant, in db: Transaction
    ) throws -> Int {
        let photos: SQL = """
            owner_kind = \(FileOwner.Kind.matter.rawValue) AND owner = \(matter)
              AND kind = \(FileKind.photo.rawValue)
            """
        try db.run("UPDATE stored_file SET published_at = NULL WHERE \(photos) AND published_at IS NOT NULL")
        guard !ids.isEmpty else { return 0 }
        return try db.changed("UPDATE stored_file SET published_at = \(now) WHERE \(photos) AND id IN \(list: ids)")
    }

    private static func remove(_ condition: SQL, at now: Instant, in db: Transaction) throws -> Int {
        let digests = try db.rows("SELECT digest, small_digest FROM stored_file WHERE \(condition)")
        guard !digests.isEmpty else { return 0 }
        try db.run("DELETE FROM stored_file WHERE \(condition)")
        let named = try digests.flatMap { [try $0[0] as [UInt8]?, try $0[1]] }.compactMap { $0 }
        try ContentTable.loosen(Array(Set(named)), at: now, in: db)
        return digests.count
    }

    private static func files(_ condition: SQL, in db: Transaction, keys: KeyRing) throws -> [StoredFile] {
        try db.rows(
            """
            SELECT \(StoredFile.columns) FROM stored_file a WHERE \(condition)
            ORDER BY a.owner_kind, a.owner, a.part, a.id
            """
        ).compactMap { try StoredFile($0, at: 0, keys: keys) }
    }
}
