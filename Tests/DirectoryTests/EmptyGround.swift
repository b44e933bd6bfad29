import Database
import Record
import Schema
import TestSupport

/// A database with its tables and nothing in them.
final class EmptyGround: Sendable {
    let engine: any DatabaseEngine
    let ids: IDSource

    init() async throws {
        engine = try TestDatabase().open()
        ids = IDSource(engine)
        _ = try await Migrator([.m0001, .m0002]).run(on: engine)
    }
}
