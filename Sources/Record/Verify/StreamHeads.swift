import Database

/// Where the heads of one kind of chain are kept.
package struct StreamHeads: Sendable {
    /// The kind.
    package let kind: StreamKind
    /// A query of three columns, one row for each owner: its id, the number of events, the hash of the last.
    package let rows: SQL

    /// Heads that stand in the rows of a table.
    package init(kind: StreamKind, rows: SQL) {
        self.kind = kind
        self.rows = rows
    }

    /// Matters keep their own heads.
    package static let matter = StreamHeads(kind: .matter, rows: "SELECT id, version, head FROM matter")

    /// Chains whose head nobody else keeps.
    static func shared(_ kind: StreamKind) -> StreamHeads {
        StreamHeads(
            kind: kind,
            rows: "SELECT stream_id, sequence, hash FROM stream_head WHERE stream_kind = \(kind.rawValue)")
    }
}
