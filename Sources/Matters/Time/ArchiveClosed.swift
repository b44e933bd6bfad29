import Database
import Directory
import Domain
import Record

/// Timed work: closed matters go to the archive after 30 days (policy).
package enum ArchiveClosed {
    private static let batch = 200

    package static func run(in installation: Installation, at now: Instant) async throws {
        var after = Day(number: .min)
        while let last = try await step(after: after, in: installation, at: now) { after = last }
    }

    /// Days one by one: what a place keeps longer is passed over and looked at again the next time.
    private static func step(after: Day, in installation: Installation, at now: Instant) async throws -> Day? {
        let leased = try await installation.ids.take(batch * 2)
        return try await installation.database.write { db in
            var ids = leased
            let day: Day? = try db.value(
                """
                SELECT MIN(closed_on) FROM matter
                WHERE state = 'closed' AND is_archived = 0 AND closed_on > \(after)
                """)
            guard let day, day < Day(of: now) else { return nil }
            let found: [MatterID] = try db.rows(
                """
                SELECT id FROM matter WHERE state = 'closed' AND is_archived = 0 AND closed_on = \(day)
                ORDER BY id LIMIT \(batch)
                """
            ).map { try $0[0] }
            var archived = 0
            for id in found {
                guard let stored = try MatterTable.matter(id, in: db) else { continue }
                do {
                    _ = try ActOnMatter.run(
                        db, stored, ActRequest(.ready(.archive)), by: .system, at: now, ids: &ids, in: installation)
                    archived += 1
                } catch is Refusal {
                    continue
                }
            }
            return archived == batch ? after : day
        }
    }
}
