import Database
import Domain

/// The rows of mandates.
package enum MandateTable {
    /// A second seat of one person at one level is refused by the schema while the first lasts.
    package static func insert(_ mandates: [Mandate], in db: Transaction) throws {
        try Bulk.insert(
            mandates,
            """
            INSERT INTO mandate (id, person, level, division, home_station, name_public, card, term, from_day, to_day,
              status) VALUES
            """, in: db
        ) {
            [
                $0.id.sqlValue, $0.person.sqlValue, $0.level.rawValue.sqlValue, $0.division.sqlValue,
                $0.homeStation.sqlValue, $0.namePublic.sqlValue, $0.card.sqlValue, $0.term.sqlValue,
                $0.from.number.sqlValue, ($0.to?.number).sqlValue, $0.status.rawValue.sqlValue,
            ]
        }
    }

    /// Writes everything but id and card.
    package static func update(_ mandate: Mandate, in db: Transaction) throws {
        let changed = try db.changed(
            """
            UPDATE mandate SET person = \(mandate.person), level = \(mandate.level.rawValue),
              division = \(mandate.division), home_station = \(mandate.homeStation),
              name_public = \(mandate.namePublic), term = \(mandate.term), from_day = \(mandate.from.number),
              to_day = \(mandate.to?.number), status = \(mandate.status.rawValue)
            WHERE id = \(mandate.id)
            """)
        guard changed == 1 else { throw NotFound() }
    }

    /// The mandates of one person, the highest congress first.
    package static func mandates(of person: PersonID, in db: Transaction) throws -> [Mandate] {
        try db.rows(selection + " WHERE person = \(person) ORDER BY level DESC, id").map(mandate)
    }

    /// One mandate.
    package static func mandate(_ id: MandateID, in db: Transaction) throws -> Mandate? {
        try db.row(selection + " WHERE id = \(id)").map(mandate)
    }

    static let selection: SQL = """
        SELECT id, person, level, division, home_station, name_public, card, term, from_day, to_day, status
        FROM mandate
        """

    static func mandate(_ row: Row) throws -> Mandate {
        let to: Int32? = try row[9]
        return Mandate(
            id: try row[0], person: try row[1], level: try row.code(2), division: try row[3], homeStation: try row[4],
            namePublic: try row[5], card: try row[6], term: try row[7], from: Day(number: try row[8]),
            to: to.map { Day(number: $0) }, status: try row.code(10))
    }
}
