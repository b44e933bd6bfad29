import Database
import Directory
import Domain
import Secrets

/// 履职登记: what a deputy did, where it stands written, and who says so. Counts only while somebody else has verified
/// it and she does not object.
struct DutyEvent: Hashable, Sendable {
    enum Kind: String, CaseIterable {
        case reception, visit, spotAnswer

        var chinese: String {
            switch self {
            case .reception: "接待群众"
            case .visit: "走访"
            case .spotAnswer: "当场答复群众"
            }
        }
    }

    enum Source: String, CaseIterable {
        case reception, visit, matter
    }

    var id: Int64
    var person: PersonID
    var mandate: MandateID
    var name: String
    var station: StationID
    var kind: Kind
    var day: Day
    var verifier: String?
    var objection: String?
    var isSettled: Bool
    var isWithdrawn: Bool
    /// 1 or 0; nothing that is not verified gives points (row 16).
    var counted: Int
    var version: Int64

    var isObjected: Bool { objection != nil && !isSettled }
}

/// The rows of duty events. Nothing is ever deleted.
enum DutyTable {
    private static let table: StaticString = "duty_event"

    struct Draft {
        var id: Int64
        var person: PersonID
        var mandate: MandateID
        var station: StationID
        var kind: DutyEvent.Kind
        var day: Day
        var source: DutyEvent.Source
        var sourceID: Int64
    }

    /// Of one source a deputy has one event, however often it is written.
    static func insert(
        _ draft: Draft, by account: AccountID, verifier: Review?, at now: Instant, in db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO duty_event (id, person, mandate, station, kind, day, source_kind, source, recorded_by,
              recorded_at, verified_by, verifier_name, verified_at, version)
            VALUES (\(draft.id), \(draft.person), \(draft.mandate), \(draft.station), \(draft.kind.rawValue),
              \(draft.day.number), \(draft.source.rawValue), \(draft.sourceID), \(account), \(now.ms),
              \(verifier?.account), \(verifier?.name), \(verifier?.at.ms), 1)
            ON CONFLICT (source_kind, source, mandate) DO NOTHING
            """)
    }

    /// The newest first.
    static func events(of person: PersonID, limit: Int, in db: Transaction, keys: KeyRing) throws -> [DutyEvent] {
        try db.rows(selection + " WHERE d.person = \(person) ORDER BY d.day DESC, d.id DESC LIMIT \(limit)")
            .map { try event($0, keys) }
    }

    /// What waits at a station: not verified, or objected to.
    static func open(at station: StationID, limit: Int, in db: Transaction, keys: KeyRing) throws -> [DutyEvent] {
        try db.rows(
            selection + """
                 WHERE d.station = \(station) AND d.withdrawn_at IS NULL
                  AND (d.verified_at IS NULL OR (d.objected_at IS NOT NULL AND d.settled_at IS NULL))
                ORDER BY d.day, d.id LIMIT \(limit)
                """
        ).map { try event($0, keys) }
    }

    static func of(_ source: DutyEvent.Source, _ id: Int64, in db: Transaction, keys: KeyRing) throws -> [DutyEvent] {
        try db.rows(selection + " WHERE d.source_kind = \(source.rawValue) AND d.source = \(id) ORDER BY d.id")
            .map { try event($0, keys) }
    }

    static func find(_ id: Int64, in db: Transaction, keys: KeyRing) throws -> DutyEvent? {
        try db.row(selection + " WHERE d.id = \(id)").map { try event($0, keys) }
    }

    static func verify(_ event: DutyEvent, _ review: Review, in db: Transaction) throws {
        let settled: Int64? = event.objection == nil ? nil : review.at.ms
        try change(
            event,
            """
            verified_by = \(review.account), verifier_name = \(review.name), verified_at = \(review.at.ms),
            settled_at = \(settled)
            """, in: db)
    }

    static func object(
        _ event: DutyEvent, _ words: String, at now: Instant, in db: Transaction, keys: KeyRing
    ) throws {
        let sealed = keys.seal(words, table: table, column: "objection_sealed", row: event.id)
        try change(
            event, "objection_sealed = \(sealed), objected_at = \(now.ms), settled_at = NULL", in: db)
    }

    static func withdraw(_ event: DutyEvent, at now: Instant, in db: Transaction) throws {
        try change(event, "settled_at = \(now.ms), withdrawn_at = \(now.ms)", in: db)
    }

    private static func change(_ event: DutyEvent, _ columns: SQL, in db: Transaction) throws {
        let changed = try db.changed(
            """
            UPDATE duty_event SET \(columns), version = version + 1
            WHERE id = \(event.id) AND version = \(event.version) AND withdrawn_at IS NULL
            """)
        guard changed == 1 else { throw Stale() }
    }

    /// `counted` is the one place that says what gives points.
    private static let selection: SQL = """
        SELECT d.id, d.person, d.mandate, m.name_public, d.station, d.kind, d.day, d.verifier_name,
          d.objection_sealed, d.settled_at, d.withdrawn_at,
          CASE WHEN d.verified_at IS NOT NULL AND d.withdrawn_at IS NULL
            AND (d.objected_at IS NULL OR d.settled_at IS NOT NULL) THEN 1 ELSE 0 END AS counted,
          d.version
        FROM duty_event d JOIN mandate m ON m.id = d.mandate
        """

    private static func event(_ row: Row, _ keys: KeyRing) throws -> DutyEvent {
        let id: Int64 = try row[0]
        let sealed: [UInt8]? = try row[8]
        let settled: Int64? = try row[9]
        let withdrawn: Int64? = try row[10]
        return DutyEvent(
            id: id, person: try row[1], mandate: try row[2], name: try row[3], station: try row[4],
            kind: try row.code(5), day: Day(number: try row[6]), verifier: try row[7],
            objection: try sealed.map { try keys.openText($0, table: table, column: "objection_sealed", row: id) },
            isSettled: settled != nil, isWithdrawn: withdrawn != nil, counted: try row[11], version: try row[12])
    }
}
