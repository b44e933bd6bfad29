import Database
import Foundation

/// A database file of its own for one test, removed with the last reference.
final class TemporaryFile: Sendable {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "database-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    var path: String { folder + "/test.sqlite" }

    func engine(_ options: SQLiteOptions = .init(synchronous: .off)) throws -> SQLiteEngine {
        try SQLiteEngine(path: path, options: options)
    }

    /// An engine with two tables of streets and the lamps in them.
    func streets(_ options: SQLiteOptions = .init(synchronous: .off)) async throws -> SQLiteEngine {
        let engine = try engine(options)
        _ = try await Migrator([.streets]).run(on: engine)
        return engine
    }
}

extension Migration {
    static let streets = Migration(
        number: 1, name: "streets",
        statements: [
            """
            CREATE TABLE street (
              id {integer} PRIMARY KEY,
              name {text} NOT NULL UNIQUE CHECK (name <> ''),
              length {real}
            ) {table}
            """,
            """
            CREATE TABLE lamp (
              street {integer} NOT NULL REFERENCES street (id),
              number {integer} NOT NULL,
              code {code} CONSTRAINT lamp_code CHECK (code <> ''),
              photo {bytes},
              broken {bool} NOT NULL DEFAULT 0,
              PRIMARY KEY (street, number)
            ) {clustered}
            """,
            "CREATE INDEX lamp_broken ON lamp (broken, street)",
        ]
    )
}
