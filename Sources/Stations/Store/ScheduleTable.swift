import Database
import Directory
import Domain

/// The rows of rhythms; every change asks for the version it was drawn from.
package enum ScheduleTable {
    /// New ones, waiting or, for a demonstration, approved already.
    package static func insert(_ schedules: [StationSchedule], in db: Transaction) throws {
        for schedule in schedules {
            try db.run(
                """
                INSERT INTO reception_schedule (id, station, rule, holiday, from_minute, to_minute, place, scope,
                  slot_minutes, at_once, next_turn, state, planned_through, written_by, written_at, reviewed_by,
                  reviewer_name, published_at, version)
                VALUES (\(schedule.id), \(schedule.station), \(schedule.rule.code),
                  \(schedule.rule.onHoliday.rawValue), \(schedule.hours.from), \(schedule.hours.to),
                  \(schedule.place), \(schedule.scope), \(schedule.slotMinutes), \(schedule.atOnce),
                  \(schedule.nextTurn), \(schedule.state.rawValue), \(schedule.plannedThrough.number),
                  \(schedule.writtenBy), \(schedule.writtenAt.ms), \(schedule.review?.account),
                  \(schedule.review?.name), \(schedule.review?.at.ms), \(schedule.version))
                """)
            try insertTurns(schedule, in: db)
        }
    }

    /// The one that holds and the one that waits for the head.
    static func current(
        of station: StationID, in db: Transaction
    ) throws -> (approved: StationSchedule?, waiting: StationSchedule?) {
        // Each by its own index.
        let found = try db.rows(
            """
            \(selection) WHERE s.station = \(station) AND s.state = 'approved'
            UNION ALL
            \(selection) WHERE s.station = \(station) AND s.state = 'waiting'
            ORDER BY 1, 20
            """)
        let schedules = try schedules(found)
        return (schedules.first { $0.state == .approved }, schedules.first { $0.state == .waiting })
    }

    /// Approved ones that were not looked at since a day went by.
    static func behind(_ day: Day, limit: Int, in db: Transaction) throws -> [(id: Int64, station: StationID)] {
        try db.rows(
            """
            SELECT id, station FROM reception_schedule
            WHERE state = 'approved' AND planned_through < \(day.number) ORDER BY planned_through, id LIMIT \(limit)
            """
        ).map { (try $0[0], try $0[1]) }
    }

    /// Other words for the one that waits.
    static func rewrite(_ schedule: StationSchedule, in db: Transaction) throws {
        try change(
            schedule,
            """
            rule = \(schedule.rule.code), holiday = \(schedule.rule.onHoliday.rawValue),
            from_minute = \(schedule.hours.from), to_minute = \(schedule.hours.to), place = \(schedule.place),
            scope = \(schedule.scope), slot_minutes = \(schedule.slotMinutes), at_once = \(schedule.atOnce),
            written_by = \(schedule.writtenBy), written_at = \(schedule.writtenAt.ms)
            """, in: db)
        try db.run("DELETE FROM schedule_deputy WHERE schedule = \(schedule.id)")
        try insertTurns(schedule, in: db)
    }

    static func end(_ schedule: StationSchedule, in db: Transaction) throws {
        try change(schedule, "state = 'ended'", in: db)
    }

    static func approve(_ schedule: StationSchedule, review: Review, in db: Transaction) throws {
        try change(
            schedule,
            """
            state = 'approved', reviewed_by = \(review.account), reviewer_name = \(review.name),
            published_at = \(review.at.ms)
            """, in: db)
    }

    /// How far its receptions have been made, and whose turn is next. Not a change that a form would have to know of.
    static func planned(_ schedule: StationSchedule, through day: Day, in db: Transaction) throws {
        try db.run(
            """
            UPDATE reception_schedule SET planned_through = \(day.number), next_turn = \(schedule.nextTurn)
            WHERE id = \(schedule.id)
            """)
    }

    private static func change(_ schedule: StationSchedule, _ columns: SQL, in db: Transaction) throws {
        let changed = try db.changed(
            """
            UPDATE reception_schedule SET \(columns), version = version + 1
            WHERE id = \(schedule.id) AND version = \(schedule.version) AND state = \(schedule.state.rawValue)
            """)
        guard changed == 1 else { throw Stale() }
    }

    private static func insertTurns(_ schedule: StationSchedule, in db: Transaction) throws {
        for (turn, mandate) in schedule.deputies.enumerated() {
            try db.run(
                """
                INSERT INTO schedule_deputy (schedule, turn, mandate) VALUES (\(schedule.id), \(turn), \(mandate))
                """)
        }
    }

    /// One row for each deputy in turn.
    private static let selection: SQL = """
        SELECT s.id, s.station, s.rule, s.holiday, s.from_minute, s.to_minute, s.place, s.scope, s.slot_minutes,
          s.at_once, s.next_turn, s.state, s.planned_through, s.written_by, s.written_at, s.reviewed_by,
          s.reviewer_name, s.published_at, s.version, d.turn, d.mandate
        FROM reception_schedule s LEFT JOIN schedule_deputy d ON d.schedule = s.id
        """

    private static func schedules(_ rows: [Row]) throws -> [StationSchedule] {
        var found: [StationSchedule] = []
        for row in rows {
            let id: Int64 = try row[0]
            if found.last?.id != id { found.append(try schedule(row)) }
            if let mandate: MandateID = try row[20] { found[found.count - 1].deputies.append(mandate) }
        }
        return found
    }

    private static func schedule(_ row: Row) throws -> StationSchedule {
        let code: String = try row[2]
        guard let rule = Recurrence(code: code, onHoliday: try row.code(3)) else {
            throw DatabaseError.corrupt("unknown rhythm \(code)")
        }
        return StationSchedule(
            id: try row[0], station: try row[1], rule: rule,
            hours: ReceptionHours(from: try row[4], to: try row[5]), place: try row[6], scope: try row[7],
            slotMinutes: try row[8], atOnce: try row[9], deputies: [], nextTurn: try row[10], state: try row.code(11),
            plannedThrough: Day(number: try row[12]), writtenBy: try row[13], writtenAt: Instant(ms: try row[14]),
            review: try Review(row, account: 15), version: try row[18])
    }
}
