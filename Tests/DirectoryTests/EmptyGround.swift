import Database
import Foundation
import Record
import Schema

/// A database file with its tables and nothing in them.
final class EmptyGround: Sendable {
    let engine: SQLiteEngine
    let ids: IDSource
    private let folder: URL

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "empty-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        engine = try SQLiteEngine(
            path: folder.appending(path: "test.sqlite").path, options: SQLiteOptions(readers: 2, synchronous: .off))
        ids = IDSource(engine)
        _ = try await Migrator([.m0001, .m0002]).run(on: engine)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
