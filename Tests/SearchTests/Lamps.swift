import Database
import Schema
import Search
import TestSupport
import Testing

/// A database of its own with the search index, removed with the last reference.
final class Lamps: Sendable {
    static let province: Int64 = 1
    static let yuci: Int64 = 140_702
    static let taigu: Int64 = 140_703

    let engine: any DatabaseEngine

    init() async throws {
        engine = try TestDatabase().open()
        _ = try await Migrator([.m0004, .m0007]).run(on: engine)
    }

    func put(_ document: Int64, _ words: String, in area: Int64 = Lamps.yuci) async throws {
        try await engine.write { db in
            try SearchIndex.put(
                document: document, words: words, areas: [Lamps.province, area], month: 202_605, in: db)
        }
    }

    func remove(_ document: Int64, _ words: String, in area: Int64 = Lamps.yuci) async throws {
        try await engine.write { db in
            try SearchIndex.remove(
                document: document, words: words, areas: [Lamps.province, area], month: 202_605, in: db)
        }
    }

    func settle() async throws {
        try await engine.write { db in try SearchIndex.settle(in: db) }
    }

    /// What is found must be the same before and after the new documents have settled.
    func find(
        _ query: String, in area: Int64? = Lamps.province, before: Int64? = nil, limit: Int = 50
    ) async throws -> [Int64] {
        try await engine.write { db in
            let first = try SearchIndex.find(query: query, area: area, before: before, limit: limit, in: db)
            try SearchIndex.settle(in: db)
            let second = try SearchIndex.find(query: query, area: area, before: before, limit: limit, in: db)
            #expect(first == second)
            return second
        }
    }

    /// The statements of the schema, and what a dump leaves out: that no statistics are kept of the terms.
    func schema() async throws -> String {
        let dump = try await Migrator([.m0004, .m0007]).dumpSchema(on: engine)
        guard engine.kind == .postgres else { return dump }
        let statistics: Int? = try await engine.read { db in
            try db.value("SELECT attstattarget FROM pg_attribute WHERE attrelid = 'search_document_terms'::regclass")
        }
        return dump + "\(statistics ?? -1)"
    }
}
