import Database
import Foundation

/// One engine to measure, and where its databases lie.
struct BenchEngine: Sendable {
    let kind: EngineKind
    /// The folder of the whole bench.
    let data: String
    /// Nil for SQLite.
    let server: BenchServer?

    /// SQLite, and PostgreSQL where there is a server.
    static func all(in data: String, _ server: BenchServer?) -> [BenchEngine] {
        let embedded = BenchEngine(kind: .sqlite, data: data, server: nil)
        return [embedded] + [server].compactMap { $0 }.map { BenchEngine(kind: .postgres, data: data, server: $0) }
    }

    /// A place under a name of letters, digits and hyphens.
    func place(_ name: String) -> BenchPlace { BenchPlace(engine: self, name: name) }

    /// Works in a place without a database, which is gone afterwards.
    func withEmpty<Value>(_ name: String, _ body: (BenchPlace) async throws -> Value) async throws -> Value {
        let place = place(name)
        try place.empty()
        defer { try? place.remove() }
        return try await body(place)
    }
}

extension EngineKind {
    /// As its makers write it.
    var name: String {
        switch self {
        case .sqlite: "SQLite"
        case .postgres: "PostgreSQL"
        }
    }
}
