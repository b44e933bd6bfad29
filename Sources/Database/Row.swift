/// One row of an answer; columns are read by position, in the order of the SELECT.
package struct Row: Sendable {
    /// The values of all rows of one answer: one array instead of one per row.
    private let storage: [SQLValue]
    private let start: Int
    /// How many columns there are.
    package let count: Int

    init(_ storage: [SQLValue], start: Int = 0, count: Int) {
        self.storage = storage
        self.start = start
        self.count = count
    }

    /// All columns.
    var values: [SQLValue] { Array(storage[start..<start + count]) }

    /// The column at a position, as the type that is asked for.
    package subscript<T: SQLDecodable>(_ column: Int) -> T {
        get throws {
            guard column >= 0, column < count else {
                throw DatabaseError.other("column \(column) of \(count)")
            }
            do {
                return try T.decode(storage[start + column])
            } catch DatabaseError.other(let reason) {
                throw DatabaseError.other("column \(column): \(reason)")
            }
        }
    }
}

extension [Row] {
    /// Cuts the values of a whole answer into rows.
    init(cutting values: [SQLValue], columns: Int) {
        guard columns > 0 else {
            self = []
            return
        }
        self = stride(from: 0, to: values.count, by: columns).map { Row(values, start: $0, count: columns) }
    }
}
