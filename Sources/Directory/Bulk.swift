import Database

/// Many rows in few statements: a province's 92,000 deputies arrive in one transaction, which nobody else may write in.
enum Bulk {
    // Enough to make the call around a statement vanish, few enough for every engine's limit on parameters.
    private static let valuesPerStatement = 400

    /// Runs `head` (`INSERT INTO … VALUES`) and `tail` around as many rows as fit into one statement, until all are in.
    static func insert<Element>(
        _ elements: [Element], _ head: SQL, tail: SQL = "", in db: Transaction, values: (Element) -> [SQLValue]
    ) throws {
        guard let first = elements.first else { return }
        let size = max(1, valuesPerStatement / values(first).count)
        for start in stride(from: 0, to: elements.count, by: size) {
            let rows: [SQL] = elements[start..<min(start + size, elements.count)].map { "\(list: values($0))" }
            try db.run(head + " " + rows.joined(by: ", ") + tail)
        }
    }
}

extension Row {
    /// A column that holds the raw value of an enumeration.
    func code<Value: RawRepresentable>(_ index: Int) throws -> Value where Value.RawValue: SQLDecodable {
        let raw: Value.RawValue = try self[index]
        guard let value = Value(rawValue: raw) else { throw DatabaseError.corrupt("unknown code \(raw)") }
        return value
    }
}
