import Database
import Directory
import Domain

/// The rows of receptions and who receives; every change asks for the version it was drawn from.
package enum ReceptionTable {
    /// New receptions with their deputies, waiting or, for a demonstration, published already.
    package static func insert(_ receptions: [(Reception, deputies: [MandateID])], in db: Transaction) throws {
        for (reception, deputies) in receptions {
            try db.run(
                """
                INSERT INTO reception (id, station, day, from_minute, to_minute, place, scope, written_by, written_at,
                  reviewed_by, reviewer_name, published_at, cancelled, cancel_reason, version, kind, schedule,
                  planned_day, edited, slot_minutes, departments)
                VALUES (\(reception.id), \(reception.station), \(reception.day.number), \(reception.hours.from),
                  \(reception.hours.to), \(reception.place), \(reception.scope), \(reception.writtenBy),
                  \(reception.writtenAt.ms), \(reception.review?.account), \(reception.review?.name),
                  \(reception.review?.at.ms), \(reception.isCancelled), \(reception.cancelReason),
                  \(reception.version), \(reception.kind.rawValue), \(reception.schedule),
                  \(reception.plannedDay?.number), \(reception.isEdited), \(reception.slotMinutes),
                  \(reception.departments))
                """)
            try insert(deputies, of: reception.id, in: db)
        }
    }

    static func find(_ id: Int64, of station: StationID, in db: Transaction) throws -> Reception? {
        try db.row(selection + " WHERE id = \(id) AND station = \(station)").map(reception)
    }

    /// Receptions at the station from a day on, the earliest first, in whatever state.
    static func receptions(
        of station: StationID, from first: Day, limit: Int, in db: Transaction
    ) throws -> [Reception] {
        try db.rows(
            selection + """
                 WHERE station = \(station) AND day >= \(first.number) AND kind = 'reception'
                ORDER BY day, from_minute, id LIMIT \(limit)
                """
        ).map(reception)
    }

    /// What everybody may read; cancelled ones too, so that nobody comes for nothing.
    static func published(
        of station: StationID, from first: Day, limit: Int, in db: Transaction
    ) throws -> [Reception] {
        try db.rows(
            selection + """
                 WHERE station = \(station) AND day >= \(first.number) AND published_at IS NOT NULL
                ORDER BY day, from_minute, id LIMIT \(limit)
                """
        ).map(reception)
    }

    static func deputies(of reception: Int64, in db: Transaction) throws -> Set<MandateID> {
        Set(try db.rows("SELECT mandate FROM reception_deputy WHERE reception = \(reception)").map { try $0[0] })
    }

    /// Who receives, as everybody may read it; suspended deputies do not, whatever was planned.
    static func receiving(at reception: Int64, in db: Transaction) throws -> [PublicReception.Deputy] {
        try db.rows(
            """
            SELECT m.name_public, m.level FROM reception_deputy d JOIN mandate m ON m.id = d.mandate
            WHERE d.reception = \(reception) AND m.status = 'active' ORDER BY m.level DESC, m.id
            """
        ).map { PublicReception.Deputy(name: try $0[0], level: try $0.code(1)) }
    }

    /// Another day, other hours or deputies; it waits for the reviewer again, and no rhythm moves it any more.
    static func rewrite(_ reception: Reception, deputies: [MandateID], in db: Transaction) throws {
        try change(
            reception,
            """
            day = \(reception.day.number), from_minute = \(reception.hours.from), to_minute = \(reception.hours.to),
            place = \(reception.place), scope = \(reception.scope), written_by = \(reception.writtenBy),
            written_at = \(reception.writtenAt.ms), reviewed_by = NULL, reviewer_name = NULL, published_at = NULL,
            edited = \(true), reminded = 0, slot_minutes = \(reception.slotMinutes),
            departments = \(reception.departments)
            """, in: db)
        try replace(deputies, of: reception.id, in: db)
    }

    /// Moved by its station's rhythm, before anybody outside heard of it.
    static func replan(_ reception: Reception, deputies: [MandateID]?, in db: Transaction) throws {
        try change(
            reception,
            """
            day = \(reception.day.number), from_minute = \(reception.hours.from), to_minute = \(reception.hours.to),
            place = \(reception.place), scope = \(reception.scope), schedule = \(reception.schedule),
            planned_day = \(reception.plannedDay?.number), slot_minutes = \(reception.slotMinutes), reminded = 0
            """, in: db)
        if let deputies { try replace(deputies, of: reception.id, in: db) }
    }

    /// Of the rhythm, and known to nobody outside: it leaves no gap.
    static func delete(untouched reception: Reception, in db: Transaction) throws {
        try db.run("DELETE FROM reception_deputy WHERE reception = \(reception.id)")
        let gone = try db.changed(
            """
            DELETE FROM reception WHERE id = \(reception.id) AND version = \(reception.version) AND edited = 0
              AND published_at IS NULL
            """)
        guard gone == 1 else { throw Stale() }
    }

    /// What a rhythm made, by the day each was planned for.
    static func planned(by schedule: Int64, from first: Day, in db: Transaction) throws -> [Reception] {
        try db.rows(
            selection + " WHERE schedule = \(schedule) AND planned_day >= \(first.number) ORDER BY planned_day"
        ).map(reception)
    }

    /// 到场部门 by their ids, announced or, once it is written down, those that came.
    static func organs(of reception: Int64, in db: Transaction) throws -> Set<OrganID> {
        Set(try db.rows("SELECT organ FROM reception_organ WHERE reception = \(reception)").map { try $0[0] })
    }

    static func announce(_ organs: [OrganID], at reception: Int64, in db: Transaction) throws {
        try db.run("DELETE FROM reception_organ WHERE reception = \(reception)")
        for organ in organs {
            try db.run(
                """
                INSERT INTO reception_organ (reception, organ, was_present) VALUES (\(reception), \(organ), \(false))
                """)
        }
    }

    private static func replace(_ deputies: [MandateID], of reception: Int64, in db: Transaction) throws {
        try db.run("DELETE FROM reception_deputy WHERE reception = \(reception)")
        try insert(deputies, of: reception, in: db)
    }

    static func publish(_ reception: Reception, review: Review, in db: Transaction) throws {
        try change(
            reception,
            "reviewed_by = \(review.account), reviewer_name = \(review.name), published_at = \(review.at.ms)", in: db)
    }

    static func cancel(_ reception: Reception, reason: String, in db: Transaction) throws {
        try change(reception, "cancelled = \(true), cancel_reason = \(reason)", in: db)
    }

    private static func change(_ reception: Reception, _ columns: SQL, in db: Transaction) throws {
        let changed = try db.changed(
            """
            UPDATE reception SET \(columns), version = version + 1
            WHERE id = \(reception.id) AND version = \(reception.version) AND cancelled = \(false)
            """)
        guard changed == 1 else { throw Stale() }
    }

    private static func insert(_ deputies: [MandateID], of reception: Int64, in db: Transaction) throws {
        for mandate in deputies {
            try db.run("INSERT INTO reception_deputy (reception, mandate) VALUES (\(reception), \(mandate))")
        }
    }

    /// How many columns the selection has.
    static let columnCount = 21

    static let selection: SQL = """
        SELECT id, station, day, from_minute, to_minute, place, scope, written_by, written_at, reviewed_by,
          reviewer_name, published_at, cancelled, cancel_reason, version, kind, schedule, planned_day, edited,
          slot_minutes, departments
        FROM reception
        """

    static func reception(_ row: Row) throws -> Reception {
        Reception(
            id: try row[0], station: try row[1], day: Day(number: try row[2]),
            hours: ReceptionHours(from: try row[3], to: try row[4]), place: try row[5], scope: try row[6],
            writtenBy: try row[7], writtenAt: Instant(ms: try row[8]), review: try Review(row, account: 9),
            isCancelled: try row[12], cancelReason: try row[13], version: try row[14], kind: try row.code(15),
            schedule: try row[16], plannedDay: try (row[17] as Int32?).map(Day.init(number:)), isEdited: try row[18],
            slotMinutes: try row[19], departments: try row[20])
    }
}
