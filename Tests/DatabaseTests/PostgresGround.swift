import Database
import TestSupport
import Testing

/// A PostgreSQL database with streets in it. The engines over it are made here, so that they rehearse nothing unless
/// asked to and runs can be counted; each has one connection for reading and one for writing.
struct PostgresGround {
    let address: PostgresAddress
    /// Stays as long as the ground does.
    private let database: TestDatabase

    init() async throws {
        database = try TestDatabase()
        address = try #require(database.address)
        try await database.streets().close()
    }

    func engine(
        patience: Double = 5, statementSeconds: Int = 60, rehearses: Bool = false
    ) -> PostgresEngine {
        PostgresEngine(
            address,
            options: PostgresOptions(
                readers: 1, writers: 1, patience: patience, statementSeconds: statementSeconds, rehearses: rehearses))
    }

    /// Something no transaction of ours would say; waits where it stands.
    func command(_ text: String) throws { try PostgresServer.command(text, at: address) }

    /// The server ends every other connection to this database; they are gone when this returns.
    func sendAway() throws {
        try command(
            """
            SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """)
    }
}

extension DatabaseEngine {
    /// The names of all streets, in the order of their ids.
    func streetNames() async throws -> [String] {
        try await read { db in try db.rows("SELECT name FROM street ORDER BY id").map { try $0[0] } }
    }
}

extension DatabaseError {
    /// The words of a database that does not answer; nil for every other error.
    var unreachableWords: String? {
        switch self {
        case .unreachable(let words): words
        case .busy, .full, .constraint, .uncertain, .corrupt, .other: nil
        }
    }
}
