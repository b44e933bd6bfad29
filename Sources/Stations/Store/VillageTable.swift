import Database
import Directory
import Domain

/// 村、社区 that a station looks after, as its clerk names them.
struct Village: Hashable, Sendable {
    var id: Int64
    var name: String
    var lastOpinionOn: Day?
    var lastVisitOn: Day?

    /// 没有声音: no opinion and no visit since that day (row 30).
    func isQuiet(since day: Day) -> Bool { (lastOpinionOn ?? day) <= day && (lastVisitOn ?? day) <= day }
}

/// The rows of villages. A day of 0 is never.
enum VillageTable {
    static func villages(of station: StationID, in db: Transaction) throws -> [Village] {
        try db.rows(
            """
            SELECT id, name, last_opinion_on, last_visit_on FROM village
            WHERE station = \(station) AND is_kept = 1 ORDER BY name LIMIT 500
            """
        ).map(village)
    }

    /// Of a station those from which nobody was heard and to which nobody went since a day.
    static func quiet(of station: StationID, since day: Day, in db: Transaction) throws -> [Village] {
        try db.rows(
            """
            SELECT id, name, last_opinion_on, last_visit_on FROM village
            WHERE station = \(station) AND is_kept = 1 AND last_opinion_on <= \(day.number)
              AND last_visit_on <= \(day.number)
            ORDER BY name LIMIT 500
            """
        ).map(village)
    }

    /// The same for an area and everything below it.
    static func quiet(
        in area: DivisionID, since day: Day, limit: Int, in db: Transaction
    ) throws -> [(station: StationID, village: Village)] {
        try db.rows(
            """
            SELECT v.id, v.name, v.last_opinion_on, v.last_visit_on, s.id
            FROM division_ancestor a JOIN station s ON s.division = a.division JOIN village v ON v.station = s.id
            WHERE a.ancestor = \(area) AND v.is_kept = 1 AND v.last_opinion_on <= \(day.number)
              AND v.last_visit_on <= \(day.number)
            ORDER BY s.code || '', v.name LIMIT \(limit)
            """
        ).map { (try $0[4], try village($0)) }
    }

    /// How many of these stations have no list from their clerk yet: of their villages nothing can be said.
    static func withoutList(among stations: [StationID], in db: Transaction) throws -> Int {
        let listed = try db.rows(
            "SELECT DISTINCT station FROM village WHERE station IN \(list: stations) AND is_kept = 1")
        return stations.count - listed.count
    }

    /// The whole list anew: what is not in it any more is kept for the records that name it.
    static func replace(_ names: [String], of station: StationID, in db: Transaction, id: () -> Int64) throws {
        try db.run("UPDATE village SET is_kept = 0 WHERE station = \(station)")
        for name in names { try put(name, of: station, id: id(), in: db) }
    }

    /// The village of that name, new where there was none.
    static func found(
        _ name: String, of station: StationID, id: Int64, in db: Transaction
    ) throws -> Int64 {
        try put(name, of: station, id: id, in: db)
        return try db.value("SELECT id FROM village WHERE station = \(station) AND name = \(name)") ?? id
    }

    static func heard(_ village: Int64, on day: Day, in db: Transaction) throws {
        try db.run(
            """
            UPDATE village SET last_opinion_on = \(day.number)
            WHERE id = \(village) AND last_opinion_on < \(day.number)
            """)
    }

    static func visited(_ village: Int64, on day: Day, in db: Transaction) throws {
        try db.run(
            """
            UPDATE village SET last_visit_on = \(day.number) WHERE id = \(village) AND last_visit_on < \(day.number)
            """)
    }

    static func version(of station: StationID, in db: Transaction) throws -> Int64 {
        try db.value("SELECT version FROM village_mark WHERE station = \(station)") ?? 0
    }

    /// Marks a changed list; `seen` is where reading the station's matters for the names begins.
    static func mark(_ station: StationID, version: Int64, seen: Int64, in db: Transaction) throws {
        let changed = try db.changed(
            """
            INSERT INTO village_mark (station, seen, looked_at, version) VALUES (\(station), \(seen), 0, 1)
            ON CONFLICT (station) DO UPDATE SET seen = \(seen), looked_at = 0, version = \(version + 1)
            WHERE village_mark.version = \(version)
            """)
        guard changed == 1 else { throw Stale() }
    }

    private static func put(_ name: String, of station: StationID, id: Int64, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO village (id, station, name, last_opinion_on, last_visit_on, is_kept)
            VALUES (\(id), \(station), \(name), 0, 0, \(true))
            ON CONFLICT (station, name) DO UPDATE SET is_kept = \(true)
            """)
    }

    private static func village(_ row: Row) throws -> Village {
        let (heard, visited): (Int32, Int32) = (try row[2], try row[3])
        return Village(
            id: try row[0], name: try row[1], lastOpinionOn: heard == 0 ? nil : Day(number: heard),
            lastVisitOn: visited == 0 ? nil : Day(number: visited))
    }
}
