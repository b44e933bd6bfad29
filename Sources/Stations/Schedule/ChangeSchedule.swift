import Database
import Directory
import Domain
import Record

/// The clerk writes the rhythm, or writes again the one that waits.
enum WriteSchedule {
    /// Version 0 is a form that was drawn while none waited.
    static func run(_ write: StationWrite, _ draft: ScheduleDraft, version: Int64, ids: inout IDs) throws {
        let station = write.duty.station.id
        try write.check(deputies: draft.deputies)
        let waiting = try ScheduleTable.current(of: station, in: write.db).waiting
        guard (waiting?.version ?? 0) == version else { throw Stale() }
        let schedule = StationSchedule(
            id: waiting?.id ?? ids.next(), station: station, rule: draft.rule, hours: draft.hours, place: draft.place,
            scope: draft.scope, slotMinutes: draft.slotMinutes, atOnce: draft.atOnce, deputies: draft.deputies,
            writtenBy: write.duty.signed.account, writtenAt: write.now, version: waiting?.version ?? 1)
        if waiting == nil {
            try ScheduleTable.insert([schedule], in: write.db)
        } else {
            try ScheduleTable.rewrite(schedule, in: write.db)
        }
        try write.record(
            "scheduleWritten", before: waiting == nil ? nil : "waiting", after: "waiting",
            [
                Fact("schedule", schedule.id), Fact("rule", code: draft.rule.code),
                Fact("holiday", code: draft.rule.onHoliday.rawValue), Fact("from", Int64(draft.hours.from)),
                Fact("to", Int64(draft.hours.to)),
            ] + draft.deputies.map { Fact("deputy", $0) },
            texts: [TextPart(kind: "place", text: draft.place), TextPart(kind: "scope", text: draft.scope)], ids: &ids)
    }
}

/// The head confirms it; what the old one had planned and nobody has touched goes over to the new one.
enum ConfirmSchedule {
    static func run(
        _ write: StationWrite, version: Int64, calendar: WorkCalendar, ids: inout IDs
    ) throws {
        let review = try write.duty.review(at: write.now)
        let (approved, waiting) = try ScheduleTable.current(of: write.duty.station.id, in: write.db)
        guard var schedule = waiting, schedule.version == version else { throw Stale() }
        if let approved { try ScheduleTable.end(approved, in: write.db) }
        try ScheduleTable.approve(schedule, review: review, in: write.db)
        schedule.state = .approved
        schedule.review = review
        try SchedulePlanning(db: write.db, calendar: calendar, now: write.now)
            .plan(schedule, after: approved, ids: &ids)
        try write.record(
            "scheduleConfirmed", before: "waiting", after: "approved", [Fact("schedule", schedule.id)], ids: &ids)
    }
}
