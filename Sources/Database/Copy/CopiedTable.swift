/// One table of a copy, from one engine to another.
package struct CopiedTable: Hashable, Sendable {
    package let name: String
    /// The columns that tell its rows apart: its primary key, in order.
    package let key: [String]
    /// Columns that may point to rows of the same table: they are filled in when all rows are there.
    package let later: [String]
    /// Read in this order instead of the key's, at one go: for a small table whose rows lean on each other.
    package let order: String?
    /// Whether the schema itself puts rows in, which the copied ones replace.
    package let isPrefilled: Bool

    /// A table.
    package init(
        _ name: String, key: String..., later: [String] = [], order: String? = nil, isPrefilled: Bool = false
    ) {
        self.name = name
        self.key = key
        self.later = later
        self.order = order
        self.isPrefilled = isPrefilled
    }

    var keyList: String { key.joined(separator: ", ") }

    var backwards: String { key.map { $0 + " DESC" }.joined(separator: ", ") }
}
