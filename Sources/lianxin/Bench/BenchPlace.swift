import App
import Database
import Foundation

/// Where one database to measure lies: a folder with its keys and notes, which on SQLite holds the database too; on
/// PostgreSQL that is one of the server's.
struct BenchPlace: Sendable {
    let engine: BenchEngine
    let name: String

    var folder: String {
        switch engine.kind {
        case .sqlite: "\(engine.data)/\(name)"
        case .postgres: "\(engine.data)/\(name)-postgres"
        }
    }

    /// For this process.
    var settings: Settings {
        var settings = Settings(dataDirectory: folder)
        settings.server = engine.server?.address(of: database)
        settings.logLevel = .error
        return settings
    }

    /// For another process. The server's address is in libpq's own variables, where nothing needs to be escaped and,
    /// unlike in a flag, nobody else reads a password; the setting says no more than that there is one.
    var environment: [String: String] {
        guard let server = settings.server else { return [:] }
        return server.environment.merging([SettingKey.databaseURL.variable: "postgresql:///"]) { $1 }
    }

    func isThere() async throws -> Bool {
        guard let server = engine.server else { return FileManager.default.fileExists(atPath: settings.databaseFile) }
        return try await server.has(database)
    }

    /// Takes away what is there; on a server an empty database is needed before anything can be made.
    func empty() throws {
        try remove()
        try engine.server?.create(database)
    }

    func remove() throws {
        let files = FileManager.default
        if files.fileExists(atPath: folder) { try files.removeItem(atPath: folder) }
        try engine.server?.drop(database)
    }

    /// As a server that runs for longer does by itself: counted and tidied up after so much was written at once.
    func settle() throws {
        try engine.server?.settle(database)
    }

    /// Works on a copy, which is gone afterwards. Nobody may have the original open.
    func withCopy<Value>(_ name: String, _ body: (BenchPlace) async throws -> Value) async throws -> Value {
        let copy = engine.place("copy-" + name)
        defer { try? copy.remove() }
        try fill(copy)
        return try await body(copy)
    }

    private func fill(_ copy: BenchPlace) throws {
        try copy.remove()
        let files = FileManager.default
        try files.createDirectory(
            atPath: copy.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try files.copyItem(atPath: settings.keyFile, toPath: copy.settings.keyFile)
        if let server = engine.server {
            try server.create(copy.database, like: database)
        } else {
            try files.copyItem(atPath: settings.databaseFile, toPath: copy.settings.databaseFile)
        }
    }

    /// Keys and database belong together: two working copies on one server must not share the name of one.
    private var database: String {
        let path = URL(filePath: engine.data).absoluteURL.standardizedFileURL.path
        return "lianxin_bench_\(Self.mark(of: path))_" + name.replacing("-", with: "_")
    }

    /// Short, and the same in every run (FNV-1a).
    private static func mark(of text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}
