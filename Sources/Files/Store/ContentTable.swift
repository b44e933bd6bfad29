import Database
import Domain
import Record

/// The bytes of a file were swept away between keeping and naming it: it has to be sent again.
package struct FileGone: Error, Hashable, Sendable {
    /// What to say where no field waits for it.
    package static let refusal = Refusal(.conflict, code: "file-gone", "隔的时间太久，选好的照片或文件已经清掉，请重新选一次再提交")
}

/// One row for each content that lies in the store and was ever named: the meeting point of those who name it and of
/// the sweeping, so that neither overlooks the other.
enum ContentTable {
    /// Clocks of two machines may differ by so much.
    private static let margin: Int64 = 300

    static func name(
        _ digest: [UInt8], size: Int, keptAt: Instant, at now: Instant, in db: Transaction
    ) throws {
        let changed = try db.changed(
            """
            INSERT INTO file_content (digest, size, named_at) VALUES (\(ContentDigest.column(digest)), \(size), \(now))
            ON CONFLICT (digest) DO UPDATE
            SET size = excluded.size, named_at = excluded.named_at, loose_since = NULL, swept_at = NULL
            WHERE file_content.swept_at IS NULL OR file_content.swept_at < \(keptAt.adding(seconds: -margin))
            """)
        if changed == 0 { throw FileGone() }
    }

    /// Notes which of these no row names any more. They are columns, not digests.
    static func loosen(_ columns: [[UInt8]], at now: Instant, in db: Transaction) throws {
        guard !columns.isEmpty else { return }
        try db.run(
            """
            UPDATE file_content SET loose_since = \(now) WHERE digest IN \(list: columns) AND loose_since IS NULL
              AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.digest = file_content.digest)
              AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.small_digest = file_content.digest)
            """)
    }

    /// Marks some that no row names as swept and returns them: from now on they cannot be named unless they were kept
    /// again. What a row took up meanwhile stays.
    static func sweepLoose(_ most: Int, at now: Instant, in db: Transaction) throws -> [[UInt8]] {
        let loose = try db.rows(
            """
            SELECT digest FROM file_content WHERE loose_since IS NOT NULL AND loose_since <= \(now) AND swept_at IS NULL
            ORDER BY loose_since LIMIT \(most)
            """
        ).map { try $0[0] as [UInt8] }
        let named = try named(loose, in: db)
        let swept = loose.filter { !named.contains($0) }
        for digest in loose where named.contains(digest) {
            try db.run("UPDATE file_content SET loose_since = NULL WHERE digest = \(digest)")
        }
        guard !swept.isEmpty else { return [] }
        try db.run("UPDATE file_content SET swept_at = \(now) WHERE digest IN \(list: swept)")
        return try swept.map(ContentDigest.read)
    }

    /// Of what lies in the place: marks what was never named, or was swept before and is there again, and returns it.
    static func sweepUnnamed(_ digests: [[UInt8]], at now: Instant, in db: Transaction) throws -> [[UInt8]] {
        let columns = digests.map(ContentDigest.column)
        let named = try named(columns, in: db)
        let unnamed = columns.filter { !named.contains($0) }
        for digest in unnamed {
            try db.run(
                """
                INSERT INTO file_content (digest, size, named_at, loose_since, swept_at)
                VALUES (\(digest), 1, \(now), \(now), \(now))
                ON CONFLICT (digest) DO UPDATE SET loose_since = excluded.loose_since, swept_at = excluded.swept_at
                """)
        }
        return try unnamed.map(ContentDigest.read)
    }

    /// Forgets what was swept so long ago that nobody can still hold a draft of it.
    static func forgetSwept(before moment: Instant, in db: Transaction) throws {
        try db.run("DELETE FROM file_content WHERE swept_at IS NOT NULL AND swept_at < \(moment)")
    }

    private static func named(_ columns: [[UInt8]], in db: Transaction) throws -> Set<[UInt8]> {
        guard !columns.isEmpty else { return [] }
        let rows = try db.rows(
            """
            SELECT digest FROM stored_file WHERE digest IN \(list: columns)
            UNION SELECT small_digest FROM stored_file WHERE small_digest IN \(list: columns)
            """)
        return Set(try rows.map { try $0[0] as [UInt8] })
    }
}
