import Database
import Directory
import Domain

/// Timed work: folds the deltas that acts left into the sums of the place and every area above it.
package enum FoldCounters {
    private static let batch = 5000

    package static func run(in installation: Installation, at now: Instant) async throws {
        while try await step(in: installation) {}
    }

    private struct Key: Hashable {
        var area: Int64
        var month: Int
        var name: String
    }

    private static func step(in installation: Installation) async throws -> Bool {
        try await installation.database.write { db in
            let atlas = try installation.snapshot(in: db).atlas
            // Taken and read in one statement: what another writer adds meanwhile stays for the next round.
            let rows = try db.rows(
                """
                DELETE FROM counter_delta WHERE id IN (SELECT id FROM counter_delta ORDER BY id LIMIT \(batch))
                RETURNING area, month, name, delta
                """)
            var sums: [Key: Int64] = [:]
            for row in rows {
                let (name, delta): (String, Int64) = (try row[2], try row[3])
                for month in Figure.sums(of: try row[1]) {
                    for area in atlas.lineage(of: try row[0]) {
                        sums[Key(area: area.id, month: month, name: name), default: 0] += delta
                    }
                }
            }
            for (key, sum) in sums where sum != 0 {
                try db.run(
                    """
                    INSERT INTO counter (area, month, name, total)
                    VALUES (\(key.area), \(key.month), \(key.name), \(sum))
                    ON CONFLICT (area, month, name) DO UPDATE SET total = counter.total + excluded.total
                    """)
            }
            return rows.count == batch
        }
    }
}
