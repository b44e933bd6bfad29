import Database
import Domain

/// What must be true of files: each that a row names lies in its place, and is the one that was kept.
package enum FileChecks {
    private static let page = 200

    /// How many rows there are to look at.
    package static func size(in database: any DatabaseEngine) async throws -> Int {
        try await database.read { db in try db.value("SELECT COUNT(*) FROM stored_file") ?? 0 }
    }

    /// Every fault with the row it is about.
    package static func run(
        _ store: FileStore, in database: any DatabaseEngine, _ progress: @Sendable (_ more: Int) -> Void
    ) async throws -> [String] {
        var faults: [String] = []
        var last: Int64 = 0
        while true {
            let rows = try await named(after: last, in: database)
            for row in rows {
                for digest in row.digests {
                    if let fault = try await fault(digest, store) { faults.append("第 \(row.id) 号文件：\(fault)") }
                }
                progress(1)
            }
            guard let end = rows.last, rows.count == page else { return faults }
            last = end.id
        }
    }

    private static func named(
        after last: Int64, in database: any DatabaseEngine
    ) async throws -> [(id: Int64, digests: [[UInt8]])] {
        try await database.read { db in
            try db.rows(
                """
                SELECT id, digest, small_digest FROM stored_file WHERE id > \(last) ORDER BY id LIMIT \(page)
                """
            ).map { row in
                let columns = [try row[1] as [UInt8]?, try row[2]].compactMap(\.self)
                return (id: try row[0], digests: try columns.map(ContentDigest.read))
            }
        }
    }

    private static func fault(_ digest: [UInt8], _ store: FileStore) async throws -> String? {
        do {
            _ = try await store.bytes(digest)
            return nil
        } catch FileFault.missing {
            return "内容不见了"
        } catch FileFault.changed {
            return "内容被改动"
        }
    }
}
