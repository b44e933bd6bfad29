import Database
import Domain

/// A deputy as everybody may see one (代表法 58): name, congress, term, station.
package struct PublicDeputy: Hashable, Sendable {
    package var mandate: MandateID
    package var person: PersonID
    package var name: String
    package var level: CongressLevel
    package var division: DivisionID
    package var station: StationID
    package var term: String
    /// 代表证号: worn visibly at receptions, and what the deputy's page is found by; nil leaves the page out.
    package var card: String?
}

/// Questions about deputies at stations; suspended and ended mandates never appear.
package enum DeputyQuery {
    /// Where a list of deputies goes on.
    package struct Cursor: Hashable, Sendable {
        package var station: StationID
        package var level: CongressLevel
        package var mandate: MandateID

        package init(station: StationID, level: CongressLevel, mandate: MandateID) {
            self.station = station
            self.level = level
            self.mandate = mandate
        }

        package init(_ last: PublicDeputy) {
            self.init(station: last.station, level: last.level, mandate: last.mandate)
        }
    }

    /// How many deputies of each congress belong to a station.
    package static func counts(of station: StationID, in db: Transaction) throws -> [CongressLevel: Int] {
        let rows = try db.rows(
            """
            SELECT level, count(*) FROM mandate WHERE home_station = \(station) AND status = 'active' GROUP BY level
            """)
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.code(0), try $0[1]) })
    }

    /// The deputies of a station, the highest congress first.
    package static func deputies(of station: StationID, limit: Int = 500, in db: Transaction) throws -> [PublicDeputy] {
        try page(of: [station], after: nil, limit: limit, in: db)
    }

    /// The deputies of some stations, station by station.
    package static func deputies(
        of stations: [StationID], limit: Int = 500, in db: Transaction
    ) throws -> [PublicDeputy] {
        try page(of: stations, after: nil, limit: limit, in: db)
    }

    /// The deputies at the stations of an area and below it, station by station. The stations come from the atlas a
    /// few at a time, so that a page costs the same for a street and for the province.
    package static func deputies(
        in area: DivisionID, atlas: Atlas, after cursor: Cursor? = nil, limit: Int = 50, in db: Transaction
    ) throws -> [PublicDeputy] {
        var stations = atlas.stations(within: area).map(\.id)[...]
        if let cursor { stations = stations.drop { $0 != cursor.station } }
        var found: [PublicDeputy] = []
        while found.count < limit, !stations.isEmpty {
            let some = Array(stations.prefix(25))
            found += try page(of: some, after: cursor, limit: limit - found.count, in: db)
            stations = stations.dropFirst(25)
        }
        return found
    }

    /// Deputies of one name in an area; rarely more than a few share it.
    package static func deputies(
        named name: String, in area: DivisionID, limit: Int = 50, in db: Transaction
    ) throws -> [PublicDeputy] {
        try db.rows(
            """
            SELECT m.id, m.person, m.name_public, m.level, m.division, m.home_station, m.term, m.card
            FROM mandate m JOIN station s ON s.id = m.home_station
            JOIN division_ancestor a ON a.division = s.division AND a.ancestor = \(area)
            WHERE m.name_public = \(name) AND m.status = 'active'
            ORDER BY m.level DESC, m.id LIMIT \(limit)
            """
        ).map(deputy)
    }

    /// The deputy whose card has this number.
    package static func deputy(card: String, in db: Transaction) throws -> PublicDeputy? {
        try db.row(
            """
            SELECT id, person, name_public, level, division, home_station, term, card FROM mandate
            WHERE card = \(card) AND status = 'active' AND home_station IS NOT NULL
            """
        ).map(deputy)
    }

    private static func page(
        of stations: [StationID], after cursor: Cursor?, limit: Int, in db: Transaction
    ) throws -> [PublicDeputy] {
        let later: SQL =
            cursor.map {
                """
                AND (m.home_station <> \($0.station) OR m.level < \($0.level.rawValue)
                  OR (m.level = \($0.level.rawValue) AND m.id > \($0.mandate)))
                """
            } ?? ""
        // `|| ''` hides the code's index, through which a planner would rather go over all stations than sort a few rows.
        return try db.rows(
            """
            SELECT m.id, m.person, m.name_public, m.level, m.division, m.home_station, m.term, m.card
            FROM mandate m JOIN station s ON s.id = m.home_station
            WHERE m.home_station IN \(list: stations) AND m.status = 'active' \(later)
            ORDER BY s.code || '', m.level DESC, m.id LIMIT \(limit)
            """
        ).map(deputy)
    }

    private static func deputy(_ row: Row) throws -> PublicDeputy {
        PublicDeputy(
            mandate: try row[0], person: try row[1], name: try row[2], level: try row.code(3), division: try row[4],
            station: try row[5], term: try row[6], card: try row[7])
    }
}
