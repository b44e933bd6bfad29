/// The columns of one kind of file, in the order of its template. The raw value is the title people see.
protocol ImportColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What to write, and what happens when it is left empty.
    var meaning: String { get }
    var example: String { get }
    var isRequired: Bool { get }
}

extension ImportColumn {
    /// Header, one row to look at, then the meaning of each column in lines the reader skips.
    static var template: String {
        var output = CSVOutput(header: allCases.map(\.rawValue))
        output.add(allCases.map(\.example))
        for column in allCases {
            output.add(["# \(column.rawValue)（\(column.isRequired ? "必填" : "可不填")）：\(column.meaning)"])
        }
        return String(decoding: output.bytes, as: UTF8.self)
    }
}
