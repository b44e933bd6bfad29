/// Copies every row from one database into another, whatever their engines. Nothing is noted on the way: a copy that was
/// interrupted goes on behind the last row that arrived, because rows arrive in the order of their keys.
package struct DatabaseCopy: Sendable {
    /// How far a table is.
    package struct Progress: Sendable {
        package var table: String
        package var done: Int
        package var total: Int
    }

    /// While it is there, the target is no database to work with.
    package static let mark = "copy_unfinished"
    /// Rows in one transaction: a few hundred kilobytes.
    private static let batch = 2_000

    private let source: any DatabaseEngine
    private let target: any DatabaseEngine
    private let tables: [CopiedTable]

    /// Between two open databases whose schema is the newest; `tables` so that rows lean only on tables before their
    /// own.
    package init(from source: any DatabaseEngine, to target: any DatabaseEngine, tables: [CopiedTable]) {
        self.source = source
        self.target = target
        self.tables = tables
    }

    /// Refuses two databases that have not run the same steps.
    package func compareSchemas() async throws {
        func steps(of engine: any DatabaseEngine) async throws -> [String] {
            try await engine.read { db in
                try db.rows("SELECT hash FROM schema_migration ORDER BY number").map { try $0[0] }
            }
        }
        guard try await steps(of: source) == steps(of: target) else { throw CopyError.otherSchema }
    }

    /// Copies what is missing and compares the numbers of rows. Tells how many rows there are of each table.
    package func run(_ progress: @escaping @Sendable (Progress) -> Void) async throws -> [(table: String, rows: Int)] {
        if try await !Self.isUnfinished(in: target) {
            try await refuseContent()
            try await target.alter { db in try db.connection.execute("CREATE TABLE \(Self.mark) (id bigint)") }
        }
        var copied: [(table: String, rows: Int)] = []
        for table in tables {
            let total = try await count(table, in: source)
            try await copy(table, total: total, progress)
            let arrived = try await count(table, in: target)
            guard arrived == total else {
                throw CopyError.counts(table: table.name, source: total, target: arrived)
            }
            copied.append((table.name, total))
        }
        return copied
    }

    /// The copy is whole and what is computed from it is there: from now on it may be worked with.
    package func finish() async throws {
        try await target.alter { db in try db.connection.execute("DROP TABLE \(Self.mark)") }
    }

    /// Whether a copy into this database was begun and not finished.
    package static func isUnfinished(in engine: any DatabaseEngine) async throws -> Bool {
        try await engine.read { db in try db.connection.hasTable(mark) }
    }

    /// A copy begins in an empty database.
    private func refuseContent() async throws {
        for table in tables where !table.isPrefilled {
            guard try await count(table, in: target) == 0 else { throw CopyError.otherContent(table: table.name) }
        }
    }

    private func count(_ table: CopiedTable, in engine: any DatabaseEngine) async throws -> Int {
        try await engine.read { db in
            try db.connection.rows("SELECT COUNT(*) FROM \(table.name)", []).first?[0] ?? 0
        }
    }

    private func copy(
        _ table: CopiedTable, total: Int, _ progress: @Sendable (Progress) -> Void
    ) async throws {
        let columns = try await source.read { db in try db.connection.columns(of: table.name) }
        if table.isPrefilled {
            try await target.write { db in _ = try db.connection.rows("DELETE FROM \(table.name)", []) }
        }
        let pages = TablePages(table, columns: columns, limit: Self.batch)
        var last = try await lastKey(pages)
        var done = try await count(table, in: target)
        progress(Progress(table: table.name, done: done, total: total))
        while true {
            let after = last
            let rows = try await source.read { db in try pages.read(after: after, in: db) }
            guard let end = rows.last else { break }
            try await target.write { db in try pages.insert(rows, in: db) }
            last = pages.key(of: end)
            done += rows.count
            progress(Progress(table: table.name, done: done, total: total))
            if table.order != nil { break }
        }
        try await fillLater(table)
    }

    /// Where an earlier copy stopped; the row there must be the source's own.
    private func lastKey(_ pages: TablePages) async throws -> [SQLValue]? {
        let last = try await target.read { db in try pages.last(in: db) }
        guard let last else { return nil }
        let key = pages.key(of: last)
        let same = try await source.read { db in try pages.row(key, in: db) }
        guard let same, pages.isSame(same, last) else { throw CopyError.otherContent(table: pages.table.name) }
        return key
    }

    private func fillLater(_ table: CopiedTable) async throws {
        for column in table.later {
            let rows = try await source.read { db in
                try db.connection.rows(
                    "SELECT \(column), \(table.keyList) FROM \(table.name) WHERE \(column) IS NOT NULL", [])
            }
            for start in stride(from: 0, to: rows.count, by: Self.batch) {
                let part = rows[start..<min(start + Self.batch, rows.count)]
                try await target.write { db in
                    for row in part {
                        _ = try db.connection.rows(
                            "UPDATE \(table.name) SET \(column) = $1 WHERE \(table.key[0]) = $2", [row[0], row[1]])
                    }
                }
            }
        }
    }
}
