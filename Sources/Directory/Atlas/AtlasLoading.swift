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
            SELECT g.role, g.organ, g.station, g.from_day, g.to_day, p.phone_verified_at, a.last_sign_in, a.person
            FROM role_grant g JOIN account a ON a.id = g.account JOIN person p ON p.id = a.person
            WHERE a.status <> 'closed' AND (g.organ IS NOT NULL OR g.role IN ('stationHead', 'stationClerk'))
            """
        ) { row in
            let from: Int32 = try row[3]
            let to: Int32? = try row[4]
            let verified: Int64? = try row[5]
            let signedIn: Int64? = try row[6]
            let role: Role = try row.code(0)
            let (organ, station): (OrganID?, StationID?) = (try row[1], try row[2])
            table.add(
                role: role, organ: organ, station: station, from: Day(number: from),
                to: to.map { Day(number: $0) }, phoneVerifiedAt: verified.map { Instant(ms: $0) },
                lastSignIn: signedIn.map { Instant(ms: $0) })
            let holding = StaffTable.Member(
                person: try row[7], role: role, from: Day(number: from), to: to.map { Day(number: $0) })
            table.staff.add(holding, organ: organ, station: station)
        }
        return table
    }
}
