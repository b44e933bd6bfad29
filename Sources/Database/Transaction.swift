/// An open transaction. Lives inside one closure of `write` or `read` and never leaves it.
package final class Transaction {
    /// Which engine answers.
    package let kind: EngineKind
    /// How many statements have run, savepoints not counted; pages have a budget.
    package private(set) var statementCount = 0
    let connection: any Connection
    private let log: StatementLog?

    init(_ connection: any Connection, log: StatementLog?) {
        self.connection = connection
        self.log = log
        kind = connection.kind
    }

    /// Runs a statement. Where the engine is far away it travels with the next question, at the latest before the end,
    /// which then throws what is wrong with it: who wants to go on after an error puts it into `nested`, and who wants
    /// others to wait from now on asks what it `changed`.
    package func run(_ sql: SQL) throws {
        count([sql])
        try connection.put(sql)
    }

    /// Runs a statement and tells how many rows it changed.
    package func changed(_ sql: SQL) throws -> Int {
        count([sql])
        return try connection.run(sql)
    }

    /// Whether the first row of an answer is still this one: for caches that ask whether they are right. Where the engine is
    /// far away it costs no waiting while the answer is yes; the transaction runs again when it was no.
    package func isStill(_ row: [SQLValue], _ sql: SQL) throws -> Bool {
        count([sql])
        return try connection.isStill(row, sql)
    }

    /// All rows of an answer.
    package func rows(_ sql: SQL) throws -> [Row] {
        count([sql])
        return try connection.rows(sql, limit: .max)
    }

    /// The first row, if there is one.
    package func row(_ sql: SQL) throws -> Row? {
        count([sql])
        return try connection.rows(sql, limit: 1).first
    }

    /// The first column of the first row; nil without a row and for null.
    package func value<T: SQLDecodable>(_ sql: SQL) throws -> T? {
        guard let found: SQLValue = try row(sql)?[0], found != .null else { return nil }
        return try T.decode(found)
    }

    /// Hands out rows as they come, for answers too long to hold. Other statements may run in between.
    package func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        count([sql])
        try connection.each(sql, body)
    }

    /// Several reads at once: one round trip where the engine is far away.
    package func batch(_ statements: [SQL]) throws -> [[Row]] {
        count(statements)
        return try connection.batch(statements)
    }

    /// A part that may fail alone: its error undoes the part and is thrown on; who catches it may go on.
    package func nested<T>(_ body: () throws -> T) throws -> T {
        _ = try connection.run("SAVEPOINT nested")
        do {
            let result = try body()
            _ = try connection.run("RELEASE SAVEPOINT nested")
            return result
        } catch {
            connection.forget()
            // Fails only where the engine has already undone the whole transaction; then the first error tells more.
            if (try? connection.run("ROLLBACK TO SAVEPOINT nested")) != nil {
                _ = try? connection.run("RELEASE SAVEPOINT nested")
            }
            throw error
        }
    }

    /// How the engine would find the rows, one step a line; for tests that forbid scans.
    package func plan(_ sql: SQL) throws -> String {
        try connection.plan(sql)
    }

    private func count(_ statements: [SQL]) {
        statementCount += statements.count
        log?.add(statements)
    }
}
