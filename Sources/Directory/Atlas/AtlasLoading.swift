import Database
import Domain

extension PlaceTable {
    static func load(in db: Transaction) throws -> PlaceTable {
        PlaceTable(
            divisions: try DivisionTable.all(in: db), organs: try OrganTable.all(in: db),
            stations: try StationTable.all(in: db))
    }
}

extension ReachTable {
    /// Deputies and administrators are many and hold nothing, so only offices are read.
    static func load(in db: Transaction) throws -> ReachTable {
        var table = ReachTable()
        try db.each(
            """
            SELECT g.role, g.organ, g.station, g.from_day, g.to_day, p.phone_verified_at, a.last_sign_in
            FROM role_grant g JOIN account a ON a.id = g.account JOIN person p ON p.id = a.person
            WHERE a.status <> 'closed' AND (p.phone_verified_at IS NOT NULL OR a.last_sign_in IS NOT NULL)
              AND (g.organ IS NOT NULL OR g.role IN ('stationHead', 'stationClerk'))
            """
        ) { row in
            let from: Int32 = try row[3]
            let to: Int32? = try row[4]
            let verified: Int64? = try row[5]
            let signedIn: Int64? = try row[6]
            table.add(
                role: try row.code(0), organ: try row[1], station: try row[2], from: Day(number: from),
                to: to.map { Day(number: $0) }, phoneVerifiedAt: verified.map { Instant(ms: $0) },
                lastSignIn: signedIn.map { Instant(ms: $0) })
        }
        return table
    }
}
