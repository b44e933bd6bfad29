import Database
import Domain

/// The rows of liaison points, and how many each station has.
package enum LiaisonPointTable {
    /// A point whose station does not exist is refused by the schema.
    package static func insert(_ points: [LiaisonPoint], in db: Transaction) throws {
        try Bulk.insert(points, "INSERT INTO liaison_point (id, code, station, name, address) VALUES", in: db) {
            [$0.id.sqlValue, $0.code.sqlValue, $0.station.sqlValue, $0.name.sqlValue, $0.address.sqlValue]
        }
    }

    /// Writes everything but id and code.
    package static func update(_ point: LiaisonPoint, in db: Transaction) throws {
        let changed = try db.changed(
            """
            UPDATE liaison_point SET station = \(point.station), name = \(point.name), address = \(point.address)
            WHERE id = \(point.id)
            """)
        guard changed == 1 else { throw NotFound() }
    }

    /// The points under a station, by code.
    package static func points(of station: StationID, in db: Transaction) throws -> [LiaisonPoint] {
        try db.rows(
            "SELECT id, code, station, name, address FROM liaison_point WHERE station = \(station) ORDER BY code"
        ).map(point)
    }

    /// Points per station in an area and everything below it; stations without points are left out.
    package static func counts(in area: DivisionID, in db: Transaction) throws -> [StationID: Int] {
        let rows = try db.rows(
            """
            SELECT p.station, count(*) FROM division_ancestor a JOIN station s ON s.division = a.division
            JOIN liaison_point p ON p.station = s.id
            WHERE a.ancestor = \(area) GROUP BY p.station
            """)
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0[0], try $0[1]) })
    }

    static func all(in db: Transaction) throws -> [LiaisonPoint] {
        try db.rows("SELECT id, code, station, name, address FROM liaison_point ORDER BY code").map(point)
    }

    private static func point(_ row: Row) throws -> LiaisonPoint {
        LiaisonPoint(id: try row[0], code: try row[1], station: try row[2], name: try row[3], address: try row[4])
    }
}
