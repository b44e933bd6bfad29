import Database
import Directory
import Domain
import Record

/// Makes a rhythm's receptions for the next 60 days: each once, whatever was changed by hand left alone.
struct SchedulePlanning {
    static let ahead = 60

    let db: Transaction
    let calendar: WorkCalendar
    let now: Instant

    private var today: Day { Day(of: now) }
    private var last: Day { today.adding(days: Self.ahead) }

    /// `old` is the rhythm that held before; what it had planned and nobody has touched is moved, not made anew.
    func plan(_ schedule: StationSchedule, after old: StationSchedule? = nil, ids: inout IDs) throws {
        var schedule = schedule
        let active = try active(schedule)
        var spare = try old.map { try untouched(of: $0.id) } ?? []
        var known: [Day: Reception] = [:]
        for reception in try ReceptionTable.planned(by: schedule.id, from: today.adding(days: -60), in: db) {
            if let planned = reception.plannedDay { known[planned] = reception }
        }
        var taken = try takenDays(at: schedule.station, but: spare.map(\.id))
        for date in dates(schedule) {
            if let reception = known.removeValue(forKey: date.planned) {
                try follow(reception, date, schedule)
                taken.insert(date.day)
            } else if taken.insert(date.day).inserted {
                let turn = schedule.takeTurn(among: active)
                try make(date, of: schedule, turn, instead: spare.isEmpty ? nil : spare.removeFirst(), ids: &ids)
            }
        }
        // Days the rhythm no longer means, as when a new year's holidays are published.
        let left = known.values.filter { $0.isUntouched && $0.day > today && $0.day <= last }
        for reception in spare + left { try ReceptionTable.delete(untouched: reception, in: db) }
        try ScheduleTable.planned(schedule, through: last, in: db)
    }

    /// Not nearer than the notice: what is made by itself is announced in time.
    private func dates(_ schedule: StationSchedule) -> [RecurringDay] {
        schedule.rule.days(from: today.adding(days: Int(Reception.noticeDays)), through: last, in: calendar)
    }

    private func follow(_ reception: Reception, _ date: RecurringDay, _ schedule: StationSchedule) throws {
        guard reception.isUntouched, reception.day != date.day else { return }
        var moved = reception
        moved.day = date.day
        try ReceptionTable.replan(moved, deputies: nil, in: db)
    }

    private func make(
        _ date: RecurringDay, of schedule: StationSchedule, _ deputies: [MandateID], instead old: Reception?,
        ids: inout IDs
    ) throws {
        var reception = Reception(
            id: old?.id ?? ids.next(), station: schedule.station, day: date.day, hours: schedule.hours,
            place: schedule.place, scope: schedule.scope, writtenBy: schedule.writtenBy, writtenAt: now,
            schedule: schedule.id, plannedDay: date.planned, slotMinutes: schedule.slotMinutes)
        guard let old else { return try ReceptionTable.insert([(reception, deputies: deputies)], in: db) }
        reception.version = old.version
        try ReceptionTable.replan(reception, deputies: deputies, in: db)
    }

    private func untouched(of schedule: Int64) throws -> [Reception] {
        try ReceptionTable.planned(by: schedule, from: today.adding(days: -60), in: db)
            .filter { $0.isUntouched && $0.day > today }.sorted { $0.day < $1.day }
    }

    /// Days on which the station receives already, by another rhythm or because somebody entered it.
    private func takenDays(at station: StationID, but spare: [Int64]) throws -> Set<Day> {
        let rows = try db.rows(
            """
            SELECT id, day FROM reception
            WHERE station = \(station) AND day BETWEEN \(today.number) AND \(last.number)
              AND kind = 'reception'
            """)
        return Set(try rows.filter { !spare.contains(try $0[0]) }.map { Day(number: try $0[1]) })
    }

    /// Who of those in turn still sits for the station.
    private func active(_ schedule: StationSchedule) throws -> Set<MandateID> {
        let rows = try db.rows(
            """
            SELECT id FROM mandate
            WHERE id IN \(list: schedule.deputies) AND home_station = \(schedule.station) AND status = 'active'
            """)
        return Set(try rows.map { try $0[0] })
    }
}
