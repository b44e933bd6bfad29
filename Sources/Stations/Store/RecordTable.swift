import Database
import Directory
import Domain

/// What is written of one reception or visit, without anything about who the visitors were.
struct ReceptionRecord: Sendable {
    struct Visitor: Sendable {
        var place: Int
        var number: String
        var isCommon: Bool
        var isAnswered: Bool
        var answerer: String
    }

    var reception: Int64
    var households: Int?
    var departments: String
    var visitors: Int
    /// 补录: written down later, out of a book.
    var isLate: Bool
    var writtenOn: Day
    var writerName: String
}

/// The rows of records.
enum RecordTable {
    /// False where it was written before.
    static func insert(
        _ record: ReceptionRecord, village: Int64?, by account: AccountID, at now: Instant, in db: Transaction
    ) throws -> Bool {
        try db.changed(
            """
            INSERT INTO reception_record (reception, village, households, departments, visitors, is_late, written_on,
              written_by, writer_name, written_at)
            VALUES (\(record.reception), \(village), \(record.households), \(record.departments), \(record.visitors),
              \(record.isLate), \(record.writtenOn.number), \(account), \(record.writerName), \(now.ms))
            ON CONFLICT (reception) DO NOTHING
            """) == 1
    }

    static func find(_ reception: Int64, in db: Transaction) throws -> ReceptionRecord? {
        try db.row(
            """
            SELECT reception, households, departments, visitors, is_late, written_on, writer_name
            FROM reception_record WHERE reception = \(reception)
            """
        ).map {
            ReceptionRecord(
                reception: try $0[0], households: try $0[1], departments: try $0[2], visitors: try $0[3],
                isLate: try $0[4], writtenOn: Day(number: try $0[5]), writerName: try $0[6])
        }
    }

    /// By their numbers, for those who may open the matters; what they said lies there.
    static func visitors(of reception: Int64, in db: Transaction) throws -> [ReceptionRecord.Visitor] {
        try db.rows(
            """
            SELECT v.place, m.number, v.commonality, v.outcome, COALESCE(d.name_public, v.department)
            FROM reception_visitor v JOIN matter m ON m.id = v.matter LEFT JOIN mandate d ON d.id = v.answered_by
            WHERE v.reception = \(reception) ORDER BY v.place
            """
        ).map {
            ReceptionRecord.Visitor(
                place: try $0[0], number: try $0[1], isCommon: try ($0[2] as String) == "common",
                isAnswered: try ($0[3] as String) == "answeredOnSpot", answerer: try $0[4])
        }
    }

    static func insertVisitor(
        _ visitor: RecordDraft.Visitor, matter: MatterID, village: Int64?, department: String, of reception: Int64,
        in db: Transaction
    ) throws {
        var deputy: MandateID?
        if case .deputy(let mandate) = visitor.answer?.answerer { deputy = mandate }
        let outcome: VisitorForm.Outcome = visitor.isContent ? .answeredOnSpot : .registered
        try db.run(
            """
            INSERT INTO reception_visitor (reception, place, matter, village, commonality, outcome, answered_by,
              department)
            VALUES (\(reception), \(visitor.place), \(matter), \(village), \(visitor.commonality.rawValue),
              \(outcome.rawValue), \(deputy), \(department))
            """)
    }

    /// 到场部门: those of the list who came.
    static func present(_ organs: [OrganID], at reception: Int64, in db: Transaction) throws {
        for organ in organs {
            try db.run(
                """
                INSERT INTO reception_organ (reception, organ, was_present) VALUES (\(reception), \(organ), \(true))
                ON CONFLICT (reception, organ) DO UPDATE SET was_present = \(true)
                """)
        }
    }

    /// Receptions of the last month that nobody has written up.
    static func unwritten(
        at station: StationID, from first: Day, through last: Day, in db: Transaction
    ) throws -> [(id: Int64, day: Day)] {
        try db.rows(
            """
            SELECT r.id, r.day FROM reception r LEFT JOIN reception_record c ON c.reception = r.id
            WHERE r.station = \(station) AND r.day BETWEEN \(first.number) AND \(last.number) AND r.kind = 'reception'
              AND r.cancelled = 0 AND c.reception IS NULL
            ORDER BY r.day, r.id LIMIT 20
            """
        ).map { (try $0[0], Day(number: try $0[1])) }
    }
}
