/// Brings a database to the newest schema, step by step, and refuses one whose past differs from the list.
package struct Migrator: Sendable {
    private let list: [Migration]

    /// For the ordered list of all steps.
    package init(_ list: [Migration]) {
        self.list = list
    }

    /// Runs what is missing, each step in a transaction of its own, and tells the numbers. Processes that start
    /// together wait for each other. `moment` (milliseconds since 1970) is noted beside each step.
    package func run(on engine: any DatabaseEngine, at moment: Int64 = 0) async throws -> [Int] {
        try checkOrder()
        try await engine.alter { db in
            try db.connection.execute(Migrator.history.rendered(for: db.kind)[0])
            try check(done(in: db))
        }
        var ran: [Int] = []
        for migration in list where try await run(migration, on: engine, at: moment) {
            ran.append(migration.number)
        }
        return ran
    }

    /// Whether any step ever ran here.
    package static func hasRun(on engine: any DatabaseEngine) async throws -> Bool {
        try await engine.read { db in try db.connection.hasTable("schema_migration") }
    }

    /// The statements that make the schema as it stands, for the file in `docs/`.
    package func dumpSchema(on engine: any DatabaseEngine) async throws -> String {
        let statements = try await engine.read { db in try db.connection.schema() }
        return statements.map { $0 + ";\n" }.joined(separator: "\n")
    }

    private static let history = Migration(
        number: 0, name: "history",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS schema_migration (
              number {integer} PRIMARY KEY,
              name {text} NOT NULL,
              hash {code} NOT NULL,
              at {integer} NOT NULL
            ) {table}
            """
        ]
    )

    private struct Done {
        let number: Int
        let name: String
        let hash: String
    }

    private func run(_ migration: Migration, on engine: any DatabaseEngine, at moment: Int64) async throws -> Bool {
        try await engine.alter { db in
            // Asked inside the transaction: another process may have run it in the meantime.
            guard try !done(in: db).contains(where: { $0.number == migration.number }) else { return false }
            for statement in try migration.rendered(for: db.kind) {
                try db.connection.execute(statement)
            }
            try db.run(
                """
                INSERT INTO schema_migration (number, name, hash, at)
                VALUES (\(migration.number), \(migration.name), \(migration.hash), \(moment))
                """)
            return true
        }
    }

    private func done(in db: Transaction) throws -> [Done] {
        try db.rows("SELECT number, name, hash FROM schema_migration ORDER BY number").map {
            Done(number: try $0[0], name: try $0[1], hash: try $0[2])
        }
    }

    private func checkOrder() throws {
        for (earlier, later) in zip(list, list.dropFirst()) where later.number <= earlier.number {
            throw MigrationError.order(number: later.number)
        }
    }

    private func check(_ done: [Done]) throws {
        for step in done {
            guard let migration = list.first(where: { $0.number == step.number }) else {
                throw MigrationError.unknown(number: step.number, name: step.name)
            }
            guard migration.hash == step.hash else {
                throw MigrationError.changed(number: step.number, name: migration.name)
            }
        }
        let newest = done.last?.number ?? 0
        let seen = Set(done.map(\.number))
        if let missing = list.first(where: { $0.number < newest && !seen.contains($0.number) }) {
            throw MigrationError.skipped(number: missing.number, name: missing.name)
        }
    }
}
