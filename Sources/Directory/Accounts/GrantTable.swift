import Database
import Domain

/// The rows of role grants.
package enum GrantTable {
    /// A grant with its days, for the page of an account.
    package struct Dated: Hashable, Sendable {
        package var grant: Grant
        package var account: AccountID
        package var from: Day
        package var to: Day?

        package init(grant: Grant, account: AccountID, from: Day, to: Day? = nil) {
            self.grant = grant
            self.account = account
            self.from = from
            self.to = to
        }
    }

    /// The grants of an account that hold on a day.
    package static func inForce(of account: AccountID, on day: Day, in db: Transaction) throws -> [Grant] {
        try db.rows(
            """
            SELECT \(columns) FROM role_grant g \(places)
            WHERE g.account = \(account) AND \(holds(on: day)) ORDER BY g.id
            """
        ).compactMap { try grant($0, from: 0) }
    }

    /// All grants of an account, ended ones too, oldest first.
    package static func all(of account: AccountID, in db: Transaction) throws -> [Dated] {
        try dated(where: "g.account = \(account)", in: db)
    }

    static func find(_ id: GrantID, in db: Transaction) throws -> Dated? {
        try dated(where: "g.id = \(id)", in: db).first
    }

    /// Inserts grants without asking whether anybody may: for `GiveGrant`, which asks, and for a demonstration.
    package static func insert(_ grants: [Dated], givenBy: AccountID?, in db: Transaction) throws {
        try Bulk.insert(
            grants,
            """
            INSERT INTO role_grant (id, account, role, from_day, to_day, given_by, organ, station, area) VALUES
            """, in: db
        ) {
            [
                $0.grant.id.sqlValue, $0.account.sqlValue, $0.grant.role.rawValue.sqlValue,
                $0.from.number.sqlValue, ($0.to?.number).sqlValue, givenBy.sqlValue,
            ] + columns(of: $0.grant.place)
        }
        try DirectoryVersion.bumpReach(in: db)
    }

    static func insert(_ dated: Dated, givenBy: AccountID?, in db: Transaction) throws {
        try insert([dated], givenBy: givenBy, in: db)
    }

    private static func columns(of place: GrantPlace) -> [SQLValue] {
        switch place {
        case .organ(let id): [id.sqlValue, .null, .null]
        case .station(let id): [.null, id.sqlValue, .null]
        case .area(let id): [.null, .null, id.sqlValue]
        }
    }

    static func end(_ id: GrantID, on day: Day, in db: Transaction) throws {
        try db.run("UPDATE role_grant SET to_day = \(day.number) WHERE id = \(id)")
    }

    /// A grant that never held a day leaves no row; its events remain.
    static func remove(_ id: GrantID, in db: Transaction) throws {
        try db.run("DELETE FROM role_grant WHERE id = \(id)")
    }

    /// What `grant(_:from:)` reads, of `role_grant g` joined with its `places`.
    static let columns: SQL = "g.id, g.role, g.organ, g.station, g.area, COALESCE(o.division, s.division, g.area)"

    static let places: SQL = "LEFT JOIN organ o ON o.id = g.organ LEFT JOIN station s ON s.id = g.station"

    static func holds(on day: Day) -> SQL {
        "g.from_day <= \(day.number) AND (g.to_day IS NULL OR g.to_day >= \(day.number))"
    }

    /// The grant in these columns; nil where a left join found none.
    static func grant(_ row: Row, from index: Int) throws -> Grant? {
        guard let id: GrantID = try row[index] else { return nil }
        let organ: OrganID? = try row[index + 2]
        let station: StationID? = try row[index + 3]
        let division: DivisionID = try row[index + 5]
        let place: GrantPlace = organ.map(GrantPlace.organ) ?? station.map(GrantPlace.station) ?? .area(division)
        return Grant(id: id, role: try row.code(index + 1), place: place, division: division)
    }

    private static func dated(where condition: SQL, in db: Transaction) throws -> [Dated] {
        try db.rows(
            """
            SELECT \(columns), g.account, g.from_day, g.to_day FROM role_grant g \(places)
            WHERE \(condition) ORDER BY g.from_day, g.id
            """
        ).compactMap { row in
            guard let grant = try grant(row, from: 0) else { return nil }
            let to: Int32? = try row[8]
            return Dated(
                grant: grant, account: try row[6], from: Day(number: try row[7]), to: to.map(Day.init(number:)))
        }
    }
}
