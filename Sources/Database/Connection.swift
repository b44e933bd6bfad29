/// What a transaction needs from an engine. Each engine folder has one.
protocol Connection: AnyObject {
    var kind: EngineKind { get }

    /// Runs a statement and tells how many rows it changed.
    func run(_ sql: SQL) throws -> Int

    /// Runs a statement whose answer nobody waits for; at the latest before the next answer.
    func put(_ sql: SQL) throws

    /// Whether the first row of an answer is still this one. Where the engine is far away yes is supposed, and asked with
    /// the next question; if that was wrong the transaction runs again from its start and supposes nothing.
    func isStill(_ row: [SQLValue], _ sql: SQL) throws -> Bool

    /// Drops what was put and has not run.
    func forget()

    /// The rows of an answer, at most `limit`.
    func rows(_ sql: SQL, limit: Int) throws -> [Row]

    /// Hands out rows as they come; other statements may run in between.
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws

    /// Several reads, sent at once where the engine is far away.
    func batch(_ statements: [SQL]) throws -> [[Row]]

    /// Runs a text of the program's own making that no literal can hold: migrations and settings.
    func execute(_ text: String) throws

    /// The same for a text that was put together at run time out of names in the schema: copies. Never of values.
    func rows(_ text: String, _ values: [SQLValue]) throws -> [Row]

    /// The names of a table's columns, in order.
    func columns(of table: String) throws -> [String]

    /// How the engine would find the rows, one step a line.
    func plan(_ sql: SQL) throws -> String

    func hasTable(_ name: String) throws -> Bool

    /// The statements that make the schema, in a stable order.
    func schema() throws -> [String]
}
