import Database
import Directory
import Domain
import Record

/// Timed work: looks at every clock whose moment has come, reminds, marks as overdue and passes silences. What it did
/// it sees the next time, so it may run twice, and five workers may run it at once.
package enum WatchClocks {
    /// Clocks in one transaction: short enough that nobody waits for it. Each is some twenty statements, which where the
    /// engine is far away travel one after the other.
    private static func batch(on kind: EngineKind) -> Int {
        switch kind {
        case .sqlite: 100
        case .postgres: 25
        }
    }

    package static func run(in installation: Installation, at now: Instant) async throws {
        while try await step(in: installation, at: now) {}
    }

    /// False when nothing was left to do.
    private static func step(in installation: Installation, at now: Instant) async throws -> Bool {
        let leased = try await installation.ids.take(4096)
        return try await installation.database.write { db in
            let batch = batch(on: db.kind)
            var ids = leased
            // Clock by clock, as the index has them: grouped by matter, SQLite would read all clocks there are.
            let clocks: [MatterID] = try db.rows(
                "SELECT matter FROM matter_clock WHERE wake_at <= \(now) ORDER BY wake_at, matter LIMIT \(batch)"
            ).map { try $0[0] }
            var seen: Set<MatterID> = []
            for id in clocks where seen.insert(id).inserted {
                try watch(id, in: db, at: now, ids: &ids, installation: installation)
            }
            return clocks.count == batch
        }
    }

    /// Does what is due on one matter. Used by the demo too, which plays time.
    package static func watch(
        _ id: MatterID, in db: Transaction, at now: Instant, ids: inout IDs, installation: Installation
    ) throws {
        let snapshot = try installation.snapshot(in: db)
        // Every act changes what is due next; more than this at one moment would be a fault in the rules.
        for _ in 0..<32 {
            guard let stored = try MatterTable.matter(id, in: db) else { return }
            let rules = snapshot.rules(at: stored.matter.area, on: Day(of: now))
            guard let action = stored.matter.dueAct(under: rules, at: now) else { break }
            do {
                _ = try ActOnMatter.run(
                    db, stored, ActRequest(.ready(action)), by: .system, at: now, ids: &ids, in: installation)
            } catch is Refusal {
                // Nobody above can be reached, say: tried again tomorrow, and `verify` names it meanwhile.
                break
            }
        }
        try sleep(id, until: Day(of: now).adding(days: 1).start, in: db, at: now)
    }

    /// Clocks that are still due wait a day, or they would be taken up again at once.
    private static func sleep(
        _ id: MatterID, until morning: Instant, in db: Transaction, at now: Instant
    ) throws {
        try db.run("UPDATE matter_clock SET wake_at = \(morning) WHERE matter = \(id) AND wake_at <= \(now)")
    }
}
