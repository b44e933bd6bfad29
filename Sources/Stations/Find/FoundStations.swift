import Database
import Directory
import Domain

/// A station in a list, with what somebody who chooses wants to know.
struct FoundStation: Sendable {
    var station: Station
    var division: Division
    var points: Int
    var deputies: Int
    /// The next published reception.
    var nextDay: Day?
    /// Who belongs to a station of a trade: one looks for the doctor, not for the place.
    var names: [String]
}

/// Adds to stations of the atlas what only tables know: four statements for a whole page.
enum FoundStations {
    private static let mostNames = 12

    static func complete(
        _ stations: [Station], atlas: Atlas, today: Day, in db: Transaction
    ) throws -> [FoundStation] {
        guard !stations.isEmpty else { return [] }
        let ids = stations.map(\.id)
        let points = try counts("liaison_point WHERE station IN \(list: ids) GROUP BY station", "station", in: db)
        let deputies = try counts(
            "mandate WHERE home_station IN \(list: ids) AND status = 'active' GROUP BY home_station", "home_station",
            in: db)
        let days = try nextDays(of: ids, from: today, in: db)
        let names = try names(of: stations.filter { $0.kind == .professional }.map(\.id), in: db)
        return stations.compactMap { station in
            atlas.division(station.division).map { division in
                FoundStation(
                    station: station, division: division, points: points[station.id] ?? 0,
                    deputies: deputies[station.id] ?? 0, nextDay: days[station.id], names: names[station.id] ?? [])
            }
        }
    }

    private static func counts(_ rows: SQL, _ column: SQL, in db: Transaction) throws -> [StationID: Int] {
        try Dictionary(
            uniqueKeysWithValues: db.rows("SELECT \(column), count(*) FROM \(rows)").map { (try $0[0], try $0[1]) })
    }

    private static func nextDays(
        of stations: [StationID], from today: Day, in db: Transaction
    ) throws -> [StationID: Day] {
        let rows = try db.rows(
            """
            SELECT station, min(day) FROM reception
            WHERE station IN \(list: stations) AND day >= \(today.number) AND published_at IS NOT NULL
              AND cancelled = \(false)
            GROUP BY station
            """)
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0[0], Day(number: try $0[1])) })
    }

    private static func names(of stations: [StationID], in db: Transaction) throws -> [StationID: [String]] {
        guard !stations.isEmpty else { return [:] }
        let rows = try db.rows(
            """
            SELECT home_station, name_public FROM mandate
            WHERE home_station IN \(list: stations) AND status = 'active' ORDER BY level DESC, id
            """)
        var names: [StationID: [String]] = [:]
        for row in rows {
            let station: StationID = try row[0]
            if names[station, default: []].count < mostNames { names[station, default: []].append(try row[1]) }
        }
        return names
    }
}
