import Foundation

/// Where a database is, and how a process behaves towards it.
package enum DatabasePlace: Sendable {
    case file(String, SQLiteOptions = .init())
    case server(PostgresAddress, PostgresOptions = .init())

    /// Which engine it is.
    package var kind: EngineKind {
        switch self {
        case .file: .sqlite
        case .server: .postgres
        }
    }

    /// Opens it. A file is made where there is none; a server is asked for nothing yet.
    package func open() throws -> any DatabaseEngine {
        switch self {
        case .file(let path, let options): try SQLiteEngine(path: path, options: options)
        case .server(let address, let options): PostgresEngine(address, options: options)
        }
    }

    /// Opens it for one piece of work and closes it after that, whatever became of it.
    package func use<T>(_ body: (any DatabaseEngine) async throws -> T) async throws -> T {
        let engine = try open()
        do {
            let result = try await body(engine)
            try await engine.close()
            return result
        } catch {
            try? await engine.close()
            throw error
        }
    }

    /// Whether somebody made a database here already. Asks the server.
    package func isThere() async throws -> Bool {
        switch self {
        case .file(let path, _): FileManager.default.fileExists(atPath: path)
        case .server: try await use { engine in try await Migrator.hasRun(on: engine) }
        }
    }

    /// For messages: the file, or host, port and database without a password.
    package var spoken: String {
        switch self {
        case .file(let path, _): path
        case .server(let address, _): address.spoken
        }
    }
}
