import Database
import Domain

/// The rows of stations.
package enum StationTable {
    /// A station whose code another has already is refused by the schema.
    package static func insert(_ stations: [Station], in db: Transaction) throws {
        try Bulk.insert(
            stations,
            """
            INSERT INTO station (id, code, division, organ, level, kind, name, phone, address, hours, equipment,
              status, opened_on) VALUES
            """, in: db
        ) {
            [
                $0.id.sqlValue, $0.code.sqlValue, $0.division.sqlValue, $0.organ.sqlValue, $0.level.rawValue.sqlValue,
                $0.kind.rawValue.sqlValue, $0.name.sqlValue, $0.phone.sqlValue, $0.address.sqlValue,
                $0.hours.sqlValue, $0.equipment.sqlValue, $0.status.rawValue.sqlValue, ($0.openedOn?.number).sqlValue,
            ]
        }
        try DirectoryVersion.bump(in: db)
    }

    /// Writes everything but id and code.
    package static func update(_ station: Station, in db: Transaction) throws {
        let changed = try db.changed(
            """
            UPDATE station SET division = \(station.division), organ = \(station.organ),
              level = \(station.level.rawValue), kind = \(station.kind.rawValue), name = \(station.name),
              phone = \(station.phone), address = \(station.address), hours = \(station.hours),
              equipment = \(station.equipment), status = \(station.status.rawValue),
              opened_on = \(station.openedOn?.number)
            WHERE id = \(station.id)
            """)
        guard changed == 1 else { throw NotFound() }
        try DirectoryVersion.bump(in: db)
    }

    static func all(in db: Transaction) throws -> [Station] {
        try db.rows(
            """
            SELECT id, code, division, organ, level, kind, name, phone, address, hours, equipment, status, opened_on
            FROM station ORDER BY code
            """
        ).map {
            let opened: Int32? = try $0[12]
            return Station(
                id: try $0[0], code: try $0[1], division: try $0[2], organ: try $0[3], level: try $0.code(4),
                kind: try $0.code(5), name: try $0[6], phone: try $0[7], address: try $0[8], hours: try $0[9],
                equipment: try $0[10], status: try $0.code(11), openedOn: opened.map { Day(number: $0) })
        }
    }
}
