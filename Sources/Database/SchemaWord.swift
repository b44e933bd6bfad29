/// The vocabulary of the migrations: what each engine calls the few types and table forms we use.
enum SchemaWord: String, CaseIterable {
    case integer
    case real
    case text
    /// Short text compared byte by byte, whatever the language of the database.
    case code
    case bytes
    /// 0 or 1: bound as an integer on both engines.
    case bool
    case table
    /// Rows stored in the order of the primary key, where the engine can.
    case clustered

    func text(for kind: EngineKind) -> String {
        switch kind {
        case .sqlite: sqlite
        case .postgres: postgres
        }
    }

    private var sqlite: String {
        switch self {
        case .integer: "INTEGER"
        case .real: "REAL"
        case .text, .code: "TEXT"
        case .bytes: "BLOB"
        case .bool: "INTEGER"
        case .table: "STRICT"
        case .clustered: "STRICT, WITHOUT ROWID"
        }
    }

    private var postgres: String {
        switch self {
        case .integer: "bigint"
        case .real: "double precision"
        case .text: "text"
        case .code: "text COLLATE \"C\""
        case .bytes: "bytea"
        case .bool: "bigint"
        case .table, .clustered: ""
        }
    }
}
