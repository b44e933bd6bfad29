import Database

/// A PostgreSQL server on this machine on which databases may be made.
struct BenchServer: Sendable {
    private static let told = ["autovacuum", "fsync", "full_page_writes", "shared_buffers", "synchronous_commit"]

    private let address: PostgresAddress
    let processes: ServerProcesses
    /// Its version, and the settings without which its figures say little.
    let description: String

    static func find(_ text: String) async throws -> BenchServer {
        guard let address = PostgresAddress(text) else {
            throw Complaint("PostgreSQL 服务器的地址（--server 或 LIANXIN_BENCH_SERVER）应以 postgres:// 开头")
        }
        return try await ask(address) { engine in
            BenchServer(
                address: address, processes: try await ServerProcesses(behind: engine),
                description: try await describe(engine))
        }
    }

    func address(of database: String) -> PostgresAddress { address.with(database: database) }

    func has(_ database: String) async throws -> Bool {
        try await Self.ask(address) { engine in
            try await engine.read { db in
                try !db.rows("SELECT 1 FROM pg_database WHERE datname = \(database)").isEmpty
            }
        }
    }

    /// In place of one of that name. The files of the other one are copied: through the log, as the server would by
    /// itself, everything would be written twice.
    func create(_ database: String, like other: String = "template0") throws {
        try drop(database)
        try PostgresServer.command("CREATE DATABASE \(database) TEMPLATE \(other) STRATEGY file_copy", at: address)
    }

    /// Whoever still has it open is sent away.
    func drop(_ database: String) throws {
        try PostgresServer.command("DROP DATABASE IF EXISTS \(database) WITH (FORCE)", at: address)
    }

    func settle(_ database: String) throws {
        try PostgresServer.command("VACUUM (ANALYZE)", at: address(of: database))
    }

    private static func describe(_ engine: PostgresEngine) async throws -> String {
        let (version, settings) = try await engine.read { db in
            let version: String? = try db.value("SELECT current_setting('server_version')")
            let settings: [String] = try db.rows(
                "SELECT name || ' ' || current_setting(name) FROM pg_settings WHERE name IN \(list: Self.told) ORDER BY name"
            ).map { try $0[0] }
            return (version, settings)
        }
        let number = version?.prefix { $0 != " " } ?? ""
        return "PostgreSQL \(number) (\(settings.joined(separator: ", ")))"
    }

    private static func ask<Value>(
        _ address: PostgresAddress, _ body: (PostgresEngine) async throws -> Value
    ) async throws -> Value {
        let engine = PostgresEngine(address)
        do {
            let value = try await body(engine)
            try await engine.close()
            return value
        } catch {
            try? await engine.close()
            throw error
        }
    }
}
