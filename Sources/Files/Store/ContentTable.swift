import Database
import Domain
import Record

/// The bytes of a file were swept away between keeping and naming it: it has to be sent again.
package struct FileGone: Error, Hashable, Sendable {}

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
            ON CONFLICT (digest) DO UPDATE SET named_at = excluded.named_at, loose_since = NULL, swept_at = NULL
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
}
