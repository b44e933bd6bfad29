import Database
import Domain
import Record
import Secrets

/// Takes over the days of the yearly notices in a file; a year loaded before is replaced as a whole.
package enum LoadCalendar {
    /// Returns the years whose days changed; the same file again changes nothing.
    @discardableResult
    package static func run(
        _ db: Transaction, days: [CalendarDay], by principal: Principal, at now: Instant, ids: inout IDs,
        keys: KeyRing
    ) throws -> [Int] {
        var changed: [Int] = []
        for (year, days) in Dictionary(grouping: days, by: \.noticeYear).sorted(by: { $0.key < $1.key }) {
            guard try stored(year, in: db) != Set(days) else { continue }
            try replace(year, with: days, at: now, in: db)
            changed.append(year)
        }
        guard !changed.isEmpty else { return [] }
        try DirectoryVersion.bump(in: db)
        let log = StreamLog(keys: keys, principal: principal, at: now)
        for year in changed {
            let facts = [Fact("year", Int64(year))]
            try log.append(Stream(kind: .directory, id: 0), "calendarLoaded", facts, in: db, ids: &ids)
        }
        return changed
    }

    private static func stored(_ year: Int, in db: Transaction) throws -> Set<CalendarDay> {
        let rows = try db.rows("SELECT day, is_workday, name FROM calendar_day WHERE notice_year = \(year)")
        return Set(
            try rows.map {
                CalendarDay(
                    day: Day(number: try $0[0]), isWorkday: try $0[1], name: try $0[2], noticeYear: year)
            })
    }

    private static func replace(_ year: Int, with days: [CalendarDay], at now: Instant, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO calendar_year (year, loaded_at) VALUES (\(year), \(now.ms))
            ON CONFLICT (year) DO UPDATE SET loaded_at = excluded.loaded_at
            """)
        try db.run("DELETE FROM calendar_day WHERE notice_year = \(year)")
        for day in days {
            try db.run(
                """
                INSERT INTO calendar_day (day, is_workday, name, notice_year)
                VALUES (\(day.day.number), \(day.isWorkday), \(day.name), \(year))
                """)
        }
    }
}
