import Database
import Directory
import Domain

/// 约定进站时间: a deputy asks the head for a time at the station.
struct EntryTime: Hashable, Sendable {
    enum State: String, CaseIterable {
        case requested, confirmed, declined, cancelled
    }

    var id: Int64
    var station: StationID
    var mandate: MandateID
    var person: PersonID
    var name: String
    var day: Day
    var hours: ReceptionHours
    var purpose: String
    var state: State
    /// Why it was declined.
    var reason: String
    var deciderName: String?
    var version: Int64
}

/// The rows of entry times; every change asks for the version it was drawn from.
enum EntryTable {
    static func insert(_ entry: EntryTime, at now: Instant, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO entry_time (id, station, mandate, person, day, from_minute, to_minute, purpose, state, reason,
              asked_at, reminded, version)
            VALUES (\(entry.id), \(entry.station), \(entry.mandate), \(entry.person), \(entry.day.number),
              \(entry.hours.from), \(entry.hours.to), \(entry.purpose), \(entry.state.rawValue), '', \(now.ms),
              \(false), 1)
            """)
    }

    /// Whether somebody is at the station then already, or the deputy herself is expected anywhere.
    static func clashes(with entry: EntryTime, in db: Transaction) throws -> Bool {
        let found: [Row] = try db.rows(
            """
            SELECT id FROM entry_time
            WHERE station = \(entry.station) AND day = \(entry.day.number) AND state IN ('requested', 'confirmed')
              AND from_minute < \(entry.hours.to) AND to_minute > \(entry.hours.from)
            UNION ALL
            SELECT id FROM entry_time
            WHERE person = \(entry.person) AND day = \(entry.day.number) AND state IN ('requested', 'confirmed')
              AND from_minute < \(entry.hours.to) AND to_minute > \(entry.hours.from)
            """)
        return !found.isEmpty
    }

    static func find(_ id: Int64, of station: StationID, in db: Transaction) throws -> EntryTime? {
        try db.row(selection + " WHERE e.id = \(id) AND e.station = \(station)").map(entry)
    }

    static func entries(of station: StationID, from day: Day, limit: Int, in db: Transaction) throws -> [EntryTime] {
        try db.rows(
            selection + """
                 WHERE e.station = \(station) AND e.day >= \(day.number) ORDER BY e.day, e.from_minute, e.id
                LIMIT \(limit)
                """
        ).map(entry)
    }

    /// What a deputy is expected for, wherever.
    static func confirmed(of person: PersonID, from day: Day, in db: Transaction) throws -> [EntryTime] {
        try db.rows(
            selection + """
                 WHERE e.person = \(person) AND e.day >= \(day.number) AND e.state = 'confirmed'
                ORDER BY e.day, e.from_minute LIMIT 200
                """
        ).map(entry)
    }

    static func soon(_ day: Day, limit: Int, in db: Transaction) throws -> [EntryTime] {
        try db.rows(
            selection + """
                 WHERE e.state = 'confirmed' AND e.reminded = 0 AND e.day = \(day.number) ORDER BY e.id LIMIT \(limit)
                """
        ).map(entry)
    }

    static func decide(
        _ entry: EntryTime, _ state: EntryTime.State, reason: String, by signed: Principal.Signed, at now: Instant,
        in db: Transaction
    ) throws {
        try change(
            entry,
            """
            state = \(state.rawValue), reason = \(reason), decided_by = \(signed.account),
            decider_name = \(signed.name), decided_at = \(now.ms)
            """, in: db)
    }

    static func cancel(_ entry: EntryTime, in db: Transaction) throws {
        try change(entry, "state = 'cancelled'", in: db)
    }

    private static func change(_ entry: EntryTime, _ columns: SQL, in db: Transaction) throws {
        let changed = try db.changed(
            """
            UPDATE entry_time SET \(columns), version = version + 1
            WHERE id = \(entry.id) AND version = \(entry.version)
            """)
        guard changed == 1 else { throw Stale() }
    }

    private static let selection: SQL = """
        SELECT e.id, e.station, e.mandate, e.person, m.name_public, e.day, e.from_minute, e.to_minute, e.purpose,
          e.state, e.reason, e.decider_name, e.version
        FROM entry_time e JOIN mandate m ON m.id = e.mandate
        """

    private static func entry(_ row: Row) throws -> EntryTime {
        EntryTime(
            id: try row[0], station: try row[1], mandate: try row[2], person: try row[3], name: try row[4],
            day: Day(number: try row[5]), hours: ReceptionHours(from: try row[6], to: try row[7]),
            purpose: try row[8], state: try row.code(9), reason: try row[10], deciderName: try row[11],
            version: try row[12])
    }
}
