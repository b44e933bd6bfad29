import Database
import Schema
import Search
import TestSupport
import Testing

/// The same documents in both engines: a file, and a database on the server that the tests have.
final class BothEngines: Sendable {
    private static let batch = 500

    private let database: TestDatabase
    let file: any DatabaseEngine
    let server: any DatabaseEngine

    init() async throws {
        let database = try TestDatabase()
        let address = try #require(database.address)
        let file = try SQLiteEngine(path: database.file, options: SQLiteOptions(readers: 1, synchronous: .off))
        let server = PostgresEngine(address, options: PostgresOptions(readers: 1, writers: 1))
        _ = try await Migrator([.m0004, .m0007]).run(on: file)
        _ = try await Migrator([.m0004, .m0007]).run(on: server)
        self.database = database
        self.file = file
        self.server = server
    }

    func put(_ texts: [IndexedText]) async throws {
        try await change(texts) { text, db in try text.put(in: db) }
    }

    func remove(_ texts: [IndexedText]) async throws {
        try await change(texts) { text, db in try text.remove(in: db) }
    }

    func settle() async throws {
        try await file.write { db in try SearchIndex.settle(in: db) }
        try await server.write { db in try SearchIndex.settle(in: db) }
    }

    /// What each of them answers.
    func ask<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> (file: T, server: T) {
        async let first = file.read(body)
        async let second = server.read(body)
        return try await (first, second)
    }

    private func change(
        _ texts: [IndexedText], _ body: @escaping @Sendable (IndexedText, Transaction) throws -> Void
    ) async throws {
        async let first: Void = Self.change(texts, in: file, body)
        async let second: Void = Self.change(texts, in: server, body)
        _ = try await (first, second)
    }

    private static func change(
        _ texts: [IndexedText], in engine: any DatabaseEngine,
        _ body: @escaping @Sendable (IndexedText, Transaction) throws -> Void
    ) async throws {
        for start in stride(from: 0, to: texts.count, by: batch) {
            let part = texts[start..<min(start + batch, texts.count)]
            try await engine.write { db in
                for text in part { try body(text, db) }
            }
        }
    }
}
