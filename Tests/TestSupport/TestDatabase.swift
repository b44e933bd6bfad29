import Database
import Foundation

/// A database of its own for one test, removed with the last reference: a file, or a database on the PostgreSQL server
/// that `LIANXIN_TEST_SERVER` names. Whoever opens it is as good as a process of its own.
package final class TestDatabase: Sendable {
    private static let server: PostgresAddress? = ProcessInfo.processInfo.environment["LIANXIN_TEST_SERVER"]
        .flatMap { $0.isEmpty ? nil : $0 }
        .map { text in
            guard let address = PostgresAddress(text) else { preconditionFailure("LIANXIN_TEST_SERVER is no address") }
            return address
        }

    /// The engine under test.
    package static let kind: EngineKind = server == nil ? .sqlite : .postgres
    /// For `.enabled(if:)` of what only one engine has.
    package static let isSQLite = kind == .sqlite
    package static let isPostgres = kind == .postgres

    /// For whatever else the test writes.
    package let folder: URL
    /// Nil for a file.
    package let address: PostgresAddress?
    private let name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")

    /// Without any table.
    package convenience init() throws { try self.init(template: "template0", file: nil) }

    /// With everything that is in another one, which nobody has open.
    package convenience init(like other: TestDatabase) throws {
        try self.init(template: other.name, file: other.address == nil ? other.file : nil)
    }

    private init(template: String, file source: String?) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        address = Self.server?.with(database: name)
        if let server = Self.server {
            try PostgresServer.command("CREATE DATABASE \(name) TEMPLATE \(template)", at: server)
        } else if let source {
            try FileManager.default.copyItem(atPath: source, toPath: file)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
        guard let server = Self.server else { return }
        let name = name
        // Whoever still has it open is sent away.
        Self.cleaning.async { try? PostgresServer.command("DROP DATABASE IF EXISTS \(name) WITH (FORCE)", at: server) }
    }

    private static let cleaning = DispatchQueue(label: "databases that tests are done with")

    /// Where the file is, or would be.
    package var file: String { folder.path + "/lianxin.sqlite" }

    /// For tests: real locks, and nothing that only a power cut would show.
    package func place(patience: Double = 5) -> DatabasePlace {
        if let address {
            return .server(address, PostgresOptions(readers: 2, writers: 2, patience: patience, rehearses: true))
        }
        return .file(file, SQLiteOptions(busyTimeout: patience, readers: 2, synchronous: .off))
    }

    /// Stays as long as the engine does.
    package func open(patience: Double = 5) throws -> any DatabaseEngine {
        KeptOpen(database: self, engine: try place(patience: patience).open())
    }
}

/// An engine that holds on to the database it works in.
private struct KeptOpen: DatabaseEngine {
    let database: TestDatabase
    let engine: any DatabaseEngine

    var kind: EngineKind { engine.kind }
    var figures: EngineFigures { engine.figures }

    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.write(body)
    }

    func alter<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.alter(body)
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.read(body)
    }

    func close() async throws { try await engine.close() }
}
