import Domain
import SwiftCSV

/// A file of comma-separated values as somebody brought it: with or without BOM, any line ends, quoted cells.
package struct CSVFile: Sendable {
    /// One record, with the line of the file on which it begins.
    package struct Record: Sendable {
        var line: Int
        package var cells: [String]
    }

    let header: [String]
    /// What stands below the header, comments and empty lines left out.
    package let records: [Record]

    /// Refuses what cannot be read at all; what is wrong in single rows is for whoever reads them.
    package init(bytes: [UInt8]) throws(FormErrors) {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let text = String(validating: body, as: UTF8.self) else {
            throw FormErrors("file", CSVFile.encodingFault(in: body))
        }
        guard !body.contains(0) else {
            throw FormErrors("file", "文件里有空字符（NUL），请在表格软件中另存为“CSV UTF-8”格式")
        }
        // The parser takes an open quote for text up to the end of the file and says nothing.
        guard body.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
            throw FormErrors("file", "文件中的双引号不成对，请检查后重新保存")
        }
        // Without a last line end the parser drops an empty last cell.
        var all = try CSVFile.parse(text.last?.isNewline == true ? text : text + "\n")
        guard let first = all.first, !first.isBlank else {
            throw FormErrors("file", "文件的第一行应当是列名")
        }
        all.removeFirst()
        header = first.cells.map(\.trimmed)
        records = all.filter { !$0.isBlank && !$0.cells[0].hasPrefix("#") }
    }

    private static func parse(_ text: String) throws(FormErrors) -> [Record] {
        var records: [Record] = []
        var line = 1
        do {
            // `rowLimit: 0` keeps the type from reading everything a first time only to pad short rows.
            let file = try CSV<Enumerated>(string: text, delimiter: .comma, loadColumns: false, rowLimit: 0)
            try file.enumerateAsArray(startAt: 0, rowLimit: nil) { cells in
                records.append(Record(line: line, cells: cells))
                line += 1 + cells.reduce(0) { $0 + $1.count(where: \.isNewline) }
            }
        } catch {
            throw FormErrors("file", "第 \(line) 行的引号用法有误：单元格里的双引号要写成两个")
        }
        return records
    }

    private static func encodingFault(in body: ArraySlice<UInt8>) -> String {
        var line = 1
        for part in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { break }
            line += 1
        }
        return "文件不是 UTF-8 编码（第 \(line) 行起无法识别），请在表格软件中另存为“CSV UTF-8”格式"
    }
}

extension CSVFile.Record {
    var isBlank: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}

extension String {
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
