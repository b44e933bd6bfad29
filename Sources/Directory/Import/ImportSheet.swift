import Domain

/// A file whose header fits its kind: rows with cells by column.
struct ImportSheet<Column: ImportColumn>: Sendable {
    let rows: [ImportRow<Column>]
    /// Rows that are too wide or too narrow to say which cell is meant.
    private(set) var faults: [ImportFault] = []

    /// Columns may stand in any order and those that need not be filled may be missing; a wrong name is named.
    init(_ file: CSVFile) throws(FormErrors) {
        let places = try ImportSheet.places(in: file.header)
        var rows: [ImportRow<Column>] = []
        rows.reserveCapacity(file.records.count)
        for record in file.records {
            let extra = record.cells.dropFirst(file.header.count)
            guard record.cells.count >= file.header.count, extra.allSatisfy(\.isEmpty) else {
                let reason = "这一行有 \(record.cells.count) 列，应当是 \(file.header.count) 列"
                faults.append(ImportFault(line: record.line, column: "", reason: reason))
                continue
            }
            rows.append(ImportRow(line: record.line, cells: record.cells, places: places))
        }
        self.rows = rows
    }

    private static func places(in header: [String]) throws(FormErrors) -> [Column: Int] {
        var places: [Column: Int] = [:]
        for (index, title) in header.enumerated() where !title.isEmpty {
            guard let column = Column(rawValue: title) else {
                let known = Column.allCases.map(\.rawValue).joined(separator: "、")
                throw FormErrors("file", "不认识的列名“\(title)”，可用的列名是：\(known)")
            }
            guard places.updateValue(index, forKey: column) == nil else {
                throw FormErrors("file", "列名“\(title)”出现了两次")
            }
        }
        let missing = Column.allCases.filter { $0.isRequired && places[$0] == nil }
        guard missing.isEmpty else {
            throw FormErrors("file", "缺少列：" + missing.map(\.rawValue).joined(separator: "、"))
        }
        return places
    }
}

/// One row of a file.
struct ImportRow<Column: ImportColumn>: Sendable {
    let line: Int
    private let cells: [String]
    private let places: [Column: Int]

    init(line: Int, cells: [String], places: [Column: Int]) {
        self.line = line
        self.cells = cells
        self.places = places
    }

    /// The cell without spaces around it; empty when its column is not in the file.
    subscript(column: Column) -> String {
        places[column].map { cells[$0].trimmed } ?? ""
    }
}

/// What is wrong in one cell, in words the person who typed it understands.
package struct ImportFault: Hashable, Sendable {
    /// The line of the file; the header is line 1.
    package var line: Int
    /// The title of the column; empty when the whole row is meant.
    package var column: String
    package var reason: String
}
