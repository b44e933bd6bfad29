import Database
import Directory
import Domain
import Record

/// Timed work: when a year's holidays are published or a policy changes, open deadlines are computed anew; the old and
/// the new day stand in the record, and no date already told is brought forward.
package enum RecomputeClocks {
    private static let batch = 200

    package static func run(in installation: Installation, at now: Instant) async throws {
        let mark = try await installation.database.read { db in try RulesMark.current(in: db) }
        let known = try await installation.database.read { db in try RulesMark.last(in: db) }
        guard mark != known else { return }
        var after: MatterID = 0
        while let last = try await step(after: after, in: installation, at: now) { after = last }
        // Set last: an interrupted round begins again, which changes nothing twice.
        try await installation.database.write { db in try RulesMark.set(mark, in: db) }
    }

    private static func step(
        after: MatterID, in installation: Installation, at now: Instant
    ) async throws -> MatterID? {
        let leased = try await installation.ids.take(batch * 2)
        return try await installation.database.write { db in
            var ids = leased
            let found: [MatterID] = try db.rows(
                "SELECT id FROM matter WHERE id > \(after) AND due_at IS NOT NULL ORDER BY id LIMIT \(batch)"
            ).map { try $0[0] }
            let snapshot = try installation.snapshot(in: db)
            for id in found {
                guard let stored = try MatterTable.matter(id, in: db) else { continue }
                let rules = snapshot.rules(at: stored.matter.area, on: Day(of: now))
                let places = MatterPlaces(atlas: snapshot.atlas, now: now)
                let change = try stored.matter.after(
                    .recompute, as: [.system], in: places.around(stored.matter, in: db), under: rules, at: now)
                guard change.matter.clocks != stored.matter.clocks else { continue }
                try MatterSaving(
                    stored: stored, change: change, author: .system, letter: nil, rules: rules, atlas: snapshot.atlas
                ).run(in: db, at: now, log: installation.log, ids: &ids)
                try MergedFollowers(lead: change).run(in: db, at: now, ids: &ids, installation: installation)
            }
            return found.last
        }
    }
}

/// Which calendar and which policies the open clocks were last computed with.
enum RulesMark {
    static func current(in db: Transaction) throws -> String {
        let years = try db.rows("SELECT year, loaded_at FROM calendar_year ORDER BY year")
            .map { "\(try $0[0] as Int64):\(try $0[1] as Int64)" }
        // Decisions are numbered upwards and never removed.
        let policy: Int64 = try db.value("SELECT MAX(id) FROM policy") ?? 0
        return years.joined(separator: ",") + "/\(policy)"
    }

    static func last(in db: Transaction) throws -> String? {
        try db.value("SELECT mark FROM rules_mark WHERE id = 1")
    }

    static func set(_ mark: String, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO rules_mark (id, mark) VALUES (1, \(mark)) ON CONFLICT (id) DO UPDATE SET mark = excluded.mark
            """)
    }
}
