import Database
import Directory
import Domain
import Search

/// Fills the search index anew from the masked words, after a copy to another engine. Nobody else may be in: until it is
/// full, nothing is found quickly.
package enum Reindex {
    private static let batch = 500

    /// Every matter that is listed anywhere. `progress` is told how many more were looked at.
    package static func run(
        in installation: Installation, _ progress: @escaping MatterChecks.Progress
    ) async throws {
        try await installation.database.alter { db in try SearchIndex.beginFilling(in: db) }
        var after: MatterID? = 0
        while let start = after {
            let (last, count) = try await installation.database.write { db in
                try step(after: start, in: db, installation)
            }
            progress(count)
            after = last
        }
        try await installation.database.alter { db in try SearchIndex.endFilling(in: db) }
    }

    /// The public search as well; stations add what they wrote between the two.
    package static func publications(in installation: Installation) async throws {
        var after: MatterID? = 0
        while let start = after {
            after = try await installation.database.write { db in
                let atlas = try installation.snapshot(in: db).atlas
                let ids: [MatterID] = try db.rows(
                    "SELECT matter FROM publication WHERE matter > \(start) ORDER BY matter LIMIT \(batch)"
                ).map { try $0[0] }
                for id in ids {
                    guard let stored = try MatterTable.matter(id, in: db),
                        let words = try PublicationTable.kept(of: id, in: db)
                    else { continue }
                    try PublicationLists(of: stored.matter, atlas: atlas).index(words: words, in: db)
                }
                return ids.last
            }
        }
    }

    private static func step(
        after start: MatterID, in db: Transaction, _ installation: Installation
    ) throws -> (last: MatterID?, count: Int) {
        let atlas = try installation.snapshot(in: db).atlas
        let rows = try db.rows("SELECT id, sort_key FROM matter WHERE id > \(start) ORDER BY id LIMIT \(batch)")
        for row in rows {
            let id: MatterID = try row[0]
            guard let stored = try MatterTable.matter(id, in: db) else { continue }
            try MatterLists(of: stored.matter, in: atlas).index(
                stored.matter, sortKey: try row[1], words: WordsTable.masked(of: id, in: db), in: db)
        }
        return (try rows.last?[0], rows.count)
    }
}
