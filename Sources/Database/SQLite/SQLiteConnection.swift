import GRDB
import GRDBSQLite

/// One connection to the file; used on its own queue only.
final class SQLiteConnection: Connection {
    let kind = EngineKind.sqlite
    private let database: GRDB.Database
    private var cache = StatementCache<PreparedStatement>()
    private var isOpen = false
    /// Some errors (a full disk, a read error) make SQLite undo the whole transaction. What follows would then run
    /// outside of any: it gets the same error instead.
    private var undoneBy: (any Error)?
    private let log: StatementLog?
    private let counter: EngineCounter

    init(_ database: GRDB.Database, log: StatementLog?, counter: EngineCounter) {
        self.database = database
        self.log = log
        self.counter = counter
    }

    /// Holds the write lock from the start, so that two writers never fail halfway.
    func write<T>(_ body: (Transaction) throws -> T) throws -> T {
        counter.count { $0.writes += 1 }
        return try transaction("BEGIN IMMEDIATE", body)
    }

    /// The snapshot is taken by the first statement.
    func read<T>(_ body: (Transaction) throws -> T) throws -> T {
        counter.count { $0.reads += 1 }
        return try transaction("BEGIN", body)
    }

    /// The engine is here: nothing is gained by waiting.
    func put(_ sql: SQL) throws { _ = try run(sql) }

    func isStill(_ row: [SQLValue], _ sql: SQL) throws -> Bool { try rows(sql, limit: 1).first?.values == row }

    func forget() {}

    func run(_ sql: SQL) throws -> Int {
        try using(sql) { statement in
            while try statement.step() {}
            // SQLite keeps the count of the last writing statement when another kind runs.
            return statement.isReadOnly ? 0 : Int(sqlite3_changes(database.sqliteConnection))
        }
    }

    func rows(_ sql: SQL, limit: Int) throws -> [Row] {
        try using(sql) { try $0.rows(limit: limit) }
    }

    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try using(sql) { statement in
            while try statement.step() {
                var values: [SQLValue] = []
                values.reserveCapacity(statement.columnCount)
                statement.appendRow(to: &values)
                try body(Row(values, count: values.count))
            }
        }
    }

    func batch(_ statements: [SQL]) throws -> [[Row]] {
        try statements.map { try rows($0, limit: .max) }
    }

    func execute(_ text: String) throws {
        try using(try PreparedStatement(text, on: database), []) { statement in
            while try statement.step() {}
        }
    }

    func rows(_ text: String, _ values: [SQLValue]) throws -> [Row] {
        try using(try PreparedStatement(text, on: database), values) { try $0.rows(limit: .max) }
    }

    func columns(of table: String) throws -> [String] {
        try rows("SELECT name FROM pragma_table_info(\(table)) ORDER BY cid", limit: .max).map { try $0[0] }
    }

    func plan(_ sql: SQL) throws -> String {
        let statement = try PreparedStatement("EXPLAIN QUERY PLAN " + sql.text, on: database)
        let steps = try using(statement, sql.values) { try $0.rows(limit: .max) }
        return try steps.map { try $0[3] as String }.joined(separator: "\n")
    }

    func hasTable(_ name: String) throws -> Bool {
        try !rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = \(name)", limit: 1).isEmpty
    }

    /// Tables, each followed by its indexes; without SQLite's own and the tables behind a search index.
    func schema() throws -> [String] {
        let rows = try rows(
            """
            SELECT sql FROM sqlite_master
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite#_%' ESCAPE '#'
              AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
            ORDER BY tbl_name, type <> 'table', name
            """, limit: .max)
        return try rows.map { try $0[0] }
    }

    /// Compiled statements keep a connection from closing.
    func forgetStatements() {
        cache.removeAll()
    }

    private func transaction<T>(_ begin: SQL, _ body: (Transaction) throws -> T) throws -> T {
        guard database.sqliteConnection != nil else { throw DatabaseError.other("the database is closed") }
        undoneBy = nil
        _ = try run(begin)
        isOpen = true
        do {
            let transaction = Transaction(self, log: log)
            defer { counter.count { $0.statements += transaction.statementCount } }
            let result = try body(transaction)
            if let undoneBy { throw undoneBy }
            _ = try run("COMMIT")
            isOpen = false
            return result
        } catch {
            isOpen = false
            undoneBy = nil
            if sqlite3_get_autocommit(database.sqliteConnection) == 0 { _ = try? run("ROLLBACK") }
            throw error
        }
    }

    private func using<T>(_ sql: SQL, _ body: (PreparedStatement) throws -> T) throws -> T {
        if let undoneBy { throw undoneBy }
        let kept = try cache.statement(for: sql) { try PreparedStatement($0, on: database) }
        // Somebody is in the middle of its rows: the same text then needs a second statement.
        let statement = kept.isBusy ? try PreparedStatement(kept.text, on: database) : kept
        return try using(statement, sql.values, body)
    }

    private func using<T>(
        _ statement: PreparedStatement, _ values: [SQLValue], _ body: (PreparedStatement) throws -> T
    ) throws -> T {
        defer { statement.end() }
        do {
            try statement.begin(values)
            return try body(statement)
        } catch {
            if isOpen, undoneBy == nil, sqlite3_get_autocommit(database.sqliteConnection) != 0 { undoneBy = error }
            throw error
        }
    }
}

extension PreparedStatement {
    fileprivate func rows(limit: Int) throws -> [Row] {
        var values: [SQLValue] = []
        var columns = 0
        var count = 0
        while count < limit, try step() {
            columns = columnCount
            appendRow(to: &values)
            count += 1
        }
        return [Row](cutting: values, columns: columns)
    }
}
