import Database
import Directory
import Domain
import Record

/// Timed work: every approved rhythm has its receptions for the next 60 days, also after a new year's holidays are
/// published.
package enum PlanReceptions {
    private static let batch = 20

    /// Looks once a day at every rhythm; may run twice, and beside itself: what is there is not made again.
    package static func run(in installation: Installation, at now: Instant) async throws {
        while try await step(in: installation, at: now) == batch {}
    }

    private static func step(in installation: Installation, at now: Instant) async throws -> Int {
        let leased = try await installation.ids.take(batch * 64)
        return try await installation.database.write { db in
            var ids = leased
            let planning = SchedulePlanning(db: db, calendar: try installation.snapshot(in: db).calendar, now: now)
            let last = Day(of: now).adding(days: SchedulePlanning.ahead)
            let behind = try ScheduleTable.behind(last, limit: batch, in: db)
            for (_, station) in behind {
                guard let schedule = try ScheduleTable.current(of: station, in: db).approved else { continue }
                try planning.plan(schedule, ids: &ids)
            }
            return behind.count
        }
    }
}
