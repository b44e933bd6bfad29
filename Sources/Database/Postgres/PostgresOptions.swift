/// How the program behaves towards PostgreSQL; the defaults are for production.
package struct PostgresOptions: Sendable {
    /// How many reads run at the same time in this process.
    package var readers: Int
    /// How many writes run at the same time in this process.
    package var writers: Int
    /// How many seconds a transaction waits: for a lock, and for a database that does not answer.
    package var patience: Double
    /// How many seconds one statement may take.
    package var statementSeconds: Int
    /// Every write is run and undone once before it counts: shows closures that cannot be run twice. For tests.
    package var rehearses: Bool
    /// Where to write down what runs; nil in production.
    package var log: StatementLog?

    /// The defaults, and what differs from them.
    package init(
        readers: Int = 6, writers: Int = 4, patience: Double = 5, statementSeconds: Int = 60, rehearses: Bool = false
    ) {
        self.readers = max(1, readers)
        self.writers = max(1, writers)
        self.patience = patience
        self.statementSeconds = statementSeconds
        self.rehearses = rehearses
    }
}
