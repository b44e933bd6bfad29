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

    /// Whether somebody made a database here already. Asks the server.
    package func isThere() async throws -> Bool {
        switch self {
        case .file(let path, _): return FileManager.default.fileExists(atPath: path)
        case .server:
            let engine = try open()
            do {
                let isThere = try await Migrator.hasRun(on: engine)
                try await engine.close()
                return isThere
            } catch {
                try? await engine.close()
                throw error
            }
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
