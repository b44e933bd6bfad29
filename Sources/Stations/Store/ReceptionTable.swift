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
                  reviewed_by, reviewer_name, published_at, cancelled, cancel_reason, version)
                VALUES (\(reception.id), \(reception.station), \(reception.day.number), \(reception.hours.from),
                  \(reception.hours.to), \(reception.place), \(reception.scope), \(reception.writtenBy),
                  \(reception.writtenAt.ms), \(reception.review?.account), \(reception.review?.name),
                  \(reception.review?.at.ms), \(reception.isCancelled), \(reception.cancelReason),
                  \(reception.version))
                """)
            try insert(deputies, of: reception.id, in: db)
        }
    }

    static func find(_ id: Int64, of station: StationID, in db: Transaction) throws -> Reception? {
        try db.row(selection + " WHERE id = \(id) AND station = \(station)").map(reception)
    }

    /// From a day on, the earliest first, in whatever state.
    static func receptions(
        of station: StationID, from first: Day, limit: Int, in db: Transaction
    ) throws -> [Reception] {
        try db.rows(
            selection + """
                 WHERE station = \(station) AND day >= \(first.number) ORDER BY day, from_minute, id LIMIT \(limit)
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

    /// Another day, other hours or deputies; it waits for the reviewer again.
    static func rewrite(_ reception: Reception, deputies: [MandateID], in db: Transaction) throws {
        try change(
            reception,
            """
            day = \(reception.day.number), from_minute = \(reception.hours.from), to_minute = \(reception.hours.to),
            place = \(reception.place), scope = \(reception.scope), written_by = \(reception.writtenBy),
            written_at = \(reception.writtenAt.ms), reviewed_by = NULL, reviewer_name = NULL, published_at = NULL
            """, in: db)
        try db.run("DELETE FROM reception_deputy WHERE reception = \(reception.id)")
        try insert(deputies, of: reception.id, in: db)
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

    private static let selection: SQL = """
        SELECT id, station, day, from_minute, to_minute, place, scope, written_by, written_at, reviewed_by,
          reviewer_name, published_at, cancelled, cancel_reason, version
        FROM reception
        """

    private static func reception(_ row: Row) throws -> Reception {
        Reception(
            id: try row[0], station: try row[1], day: Day(number: try row[2]),
            hours: ReceptionHours(from: try row[3], to: try row[4]), place: try row[5], scope: try row[6],
            writtenBy: try row[7], writtenAt: Instant(ms: try row[8]), review: try Review(row, account: 9),
            isCancelled: try row[12], cancelReason: try row[13], version: try row[14])
    }
}
