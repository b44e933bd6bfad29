import Database
import Domain

/// The rows of organs.
package enum OrganTable {
    /// Inserts organs; a superior stands before those below it or is there already.
    package static func insert(_ organs: [Organ], in db: Transaction) throws {
        try Bulk.insert(
            organs,
            "INSERT INTO organ (id, division, kind, name, superior, field, phone, address, hours) VALUES", in: db
        ) {
            [
                $0.id.sqlValue, $0.division.sqlValue, $0.kind.rawValue.sqlValue, $0.name.sqlValue,
                $0.superior.sqlValue, $0.field.sqlValue, $0.phone.sqlValue, $0.address.sqlValue, $0.hours.sqlValue,
            ]
        }
        try DirectoryVersion.bump(in: db)
    }

    /// Writes everything but the area and the name, which make the organ what it is.
    package static func update(_ organ: Organ, in db: Transaction) throws {
        let changed = try db.changed(
            """
            UPDATE organ SET kind = \(organ.kind.rawValue), superior = \(organ.superior), field = \(organ.field),
              phone = \(organ.phone), address = \(organ.address), hours = \(organ.hours)
            WHERE id = \(organ.id)
            """)
        guard changed == 1 else { throw NotFound() }
        try DirectoryVersion.bump(in: db)
    }

    static func all(in db: Transaction) throws -> [Organ] {
        try db.rows(
            "SELECT id, division, kind, name, superior, field, phone, address, hours FROM organ ORDER BY id"
        ).map {
            Organ(
                id: try $0[0], division: try $0[1], kind: try $0.code(2), name: try $0[3], superior: try $0[4],
                field: try $0[5], phone: try $0[6], address: try $0[7], hours: try $0[8])
        }
    }
}
