/// Rows as a file for table programs: BOM and CRLF, because Excel reads UTF-8 only so, and no cell that would run.
package struct CSVOutput: Sendable {
    private var text = "\u{FEFF}"

    package init(header: [String]) {
        add(header)
    }

    /// One more row.
    package mutating func add(_ cells: [String]) {
        text += cells.map(CSVOutput.cell).joined(separator: ",") + "\r\n"
    }

    /// What was added since, for a file that is sent while it is made.
    package mutating func take() -> [UInt8] {
        defer { text = "" }
        return Array(text.utf8)
    }

    /// The whole file.
    package var bytes: [UInt8] { Array(text.utf8) }

    /// Whether a table program would take the text for a formula.
    static func looksLikeFormula(_ text: String) -> Bool {
        text.first.map { "=+-@\t\r".contains($0) } ?? false
    }

    private static func cell(_ text: String) -> String {
        let safe = looksLikeFormula(text) ? "'" + text : text
        guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
