import Database
import Domain

/// The rows of areas, their codes and their ancestors.
package enum DivisionTable {
    /// Inserts areas with their codes and ancestors; a parent stands before its children or is there already.
    package static func insert(_ divisions: [Division], in db: Transaction) throws {
        try Bulk.insert(
            divisions, "INSERT INTO division (id, parent, level, kind, name, full_name, special) VALUES", in: db
        ) {
            [
                $0.id.sqlValue, $0.parent.sqlValue, $0.level.rawValue.sqlValue, $0.kind.rawValue.sqlValue,
                $0.name.sqlValue, $0.fullName.sqlValue, $0.isSpecial.sqlValue,
            ]
        }
        try insertCodes(divisions.flatMap { division in division.codes.map { (division.id, $0) } }, in: db)
        try completeAncestors(in: db)
        try DirectoryVersion.bump(in: db)
    }

    /// Hangs codes on areas that exist.
    package static func insertCodes(_ codes: [(DivisionID, DivisionCode)], in db: Transaction) throws {
        try Bulk.insert(
            codes, "INSERT INTO division_code (system, code, valid_from, valid_to, division) VALUES", in: db
        ) {
            [
                $1.system.rawValue.sqlValue, $1.code.sqlValue, $1.validFrom.number.sqlValue,
                ($1.validTo?.number).sqlValue, $0.sqlValue,
            ]
        }
    }

    /// Renames an area; the full names below it follow.
    package static func rename(_ division: Division, to name: String, in db: Transaction) throws {
        let prefix = String(division.fullName.dropLast(division.name.count))
        try db.run("UPDATE division SET name = \(name), full_name = \(prefix + name) WHERE id = \(division.id)")
        // The province's name stands before no other.
        if division.level != .province {
            let below = try db.rows(
                """
                SELECT d.id, d.full_name FROM division d JOIN division_ancestor a ON a.division = d.id
                WHERE a.ancestor = \(division.id) AND a.depth > 0
                """)
            for row in below {
                let id: DivisionID = try row[0]
                let old: String = try row[1]
                let full = prefix + name + old.dropFirst(division.fullName.count)
                try db.run("UPDATE division SET full_name = \(full) WHERE id = \(id)")
            }
        }
        try DirectoryVersion.bump(in: db)
    }

    /// Every area with its codes, parents before children.
    static func all(in db: Transaction) throws -> [Division] {
        var codes: [DivisionID: [DivisionCode]] = [:]
        try db.each(
            """
            SELECT division, system, code, valid_from, valid_to FROM division_code ORDER BY system, code, valid_from
            """
        ) {
            let to: Int32? = try $0[4]
            let code = DivisionCode(
                system: try $0.code(1), code: try $0[2], validFrom: Day(number: try $0[3]),
                validTo: to.map { Day(number: $0) })
            codes[try $0[0], default: []].append(code)
        }
        return try db.rows(
            "SELECT id, parent, level, kind, name, full_name FROM division ORDER BY level DESC, id"
        ).map {
            let id: DivisionID = try $0[0]
            return Division(
                id: id, parent: try $0[1], level: try $0.code(2), kind: try $0.code(3), name: try $0[4],
                fullName: try $0[5], codes: codes[id] ?? [])
        }
    }

    private static func completeAncestors(in db: Transaction) throws {
        for level in Level.allCases.reversed() {
            try db.run(
                """
                INSERT INTO division_ancestor (division, ancestor, depth)
                SELECT d.id, a.ancestor, a.depth + 1 FROM division d JOIN division_ancestor a ON a.division = d.parent
                WHERE d.level = \(level.rawValue)
                  AND NOT EXISTS (SELECT 1 FROM division_ancestor x WHERE x.division = d.id)
                """)
            try db.run(
                """
                INSERT INTO division_ancestor (division, ancestor, depth)
                SELECT d.id, d.id, 0 FROM division d WHERE d.level = \(level.rawValue)
                  AND NOT EXISTS (SELECT 1 FROM division_ancestor x WHERE x.division = d.id AND x.ancestor = d.id)
                """)
        }
    }
}
