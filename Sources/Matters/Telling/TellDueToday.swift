import Database
import Directory
import Domain
import Outbox
import Record

/// Timed work: on the last day of a clock its handler is told, and of a promise the reporter too. The days before and
/// after are told of by the acts that remind and mark.
package enum TellDueToday {
    private static let batch = 100

    package static func run(in installation: Installation, at now: Instant) async throws {
        guard installation.settings.isTelling else { return }
        while try await step(in: installation, at: now) {}
    }

    /// False when nothing was left to do. How far the day has come is written with the messages, so that a round costs
    /// two statements once everybody was told.
    private static func step(in installation: Installation, at now: Instant) async throws -> Bool {
        let leased = try await installation.ids.take(1024)
        return try await installation.database.write { db in
            var ids = leased
            let today = Day(of: now)
            let after = try DayMark.matter(on: today, in: db)
            let kinds = ClockKind.toldOnLastDay.map(\.rawValue)
            let found: [MatterID] = try db.rows(
                """
                SELECT DISTINCT matter FROM matter_clock
                WHERE due_on = \(today) AND matter > \(after) AND kind IN \(list: kinds)
                ORDER BY matter LIMIT \(batch)
                """
            ).map { try $0[0] }
            guard let last = found.last else { return false }
            let atlas = try installation.snapshot(in: db).atlas
            for id in found {
                guard let matter = try MatterTable.matter(id, in: db)?.matter else { continue }
                let clocks = matter.clocks.filter { $0.deadline.dueOn == today }
                let tellings = clocks.flatMap(matter.tellings(onLastDayOf:))
                try MatterTelling(matter, tellings, atlas: atlas, at: now, settings: installation.settings)
                    .put(in: db, ids: &ids, installation: installation)
                try LinkMessages.put(
                    onLastDayOf: clocks, of: matter, at: now, in: db, ids: &ids, installation: installation)
                try MergedNews(of: matter, tellings).put(in: db, at: now, ids: &ids, installation: installation)
            }
            try DayMark.set(last, on: today, in: db)
            return found.count == batch
        }
    }
}

/// Up to which matter the day's messages have been written.
private enum DayMark {
    static func matter(on day: Day, in db: Transaction) throws -> MatterID {
        try db.value("SELECT matter FROM telling_mark WHERE id = 1 AND day = \(day)") ?? 0
    }

    static func set(_ matter: MatterID, on day: Day, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO telling_mark (id, day, matter) VALUES (1, \(day), \(matter))
            ON CONFLICT (id) DO UPDATE SET day = excluded.day, matter = excluded.matter
            """)
    }
}
