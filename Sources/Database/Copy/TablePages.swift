/// Reads a table page by page in the order of its key, and puts the rows into another one.
struct TablePages: Sendable {
    /// Few enough for every engine's limit on parameters.
    private static let valuesPerStatement = 4_000

    let table: CopiedTable
    private let columns: [String]
    private let keyPlaces: [Int]
    private let laterPlaces: Set<Int>
    private let limit: Int

    init(_ table: CopiedTable, columns: [String], limit: Int) {
        self.table = table
        self.columns = columns
        self.limit = limit
        keyPlaces = table.key.compactMap { columns.firstIndex(of: $0) }
        laterPlaces = Set(table.later.compactMap { columns.firstIndex(of: $0) })
    }

    func read(after key: [SQLValue]?, in db: Transaction) throws -> [Row] {
        if let order = table.order {
            return try key == nil ? db.connection.rows(selection + " ORDER BY " + order, []) : []
        }
        let order = " ORDER BY \(table.keyList) LIMIT \(limit)"
        guard let key else { return try db.connection.rows(selection + order, []) }
        let places = key.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        return try db.connection.rows(selection + " WHERE (\(table.keyList)) > (\(places))" + order, key)
    }

    func last(in db: Transaction) throws -> Row? {
        try db.connection.rows(selection + " ORDER BY \(table.backwards) LIMIT 1", []).first
    }

    func row(_ key: [SQLValue], in db: Transaction) throws -> Row? {
        let conditions = table.key.indices.map { "\(table.key[$0]) = $\($0 + 1)" }.joined(separator: " AND ")
        return try db.connection.rows(selection + " WHERE " + conditions, key).first
    }

    func key(of row: Row) -> [SQLValue] { keyPlaces.map { value($0, of: row) } }

    /// What is filled in later may still be missing.
    func isSame(_ first: Row, _ second: Row) -> Bool {
        columns.indices.allSatisfy { laterPlaces.contains($0) || value($0, of: first) == value($0, of: second) }
    }

    func insert(_ rows: [Row], in db: Transaction) throws {
        let size = max(1, Self.valuesPerStatement / columns.count)
        for start in stride(from: 0, to: rows.count, by: size) {
            let part = rows[start..<min(start + size, rows.count)]
            let values = part.flatMap { row in
                columns.indices.map { laterPlaces.contains($0) ? .null : value($0, of: row) }
            }
            _ = try db.connection.rows(insertion(rows: part.count), values)
        }
    }

    private var selection: String { "SELECT \(columns.joined(separator: ", ")) FROM \(table.name)" }

    private func insertion(rows: Int) -> String {
        let tuples = (0..<rows).map { row in
            "(" + columns.indices.map { "$\(row * columns.count + $0 + 1)" }.joined(separator: ", ") + ")"
        }
        return "INSERT INTO \(table.name) (\(columns.joined(separator: ", "))) VALUES " + tuples.joined(separator: ", ")
    }

    private func value(_ column: Int, of row: Row) -> SQLValue { (try? row[column]) ?? .null }
}
