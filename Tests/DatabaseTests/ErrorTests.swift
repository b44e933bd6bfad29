import Database
import Foundation
import TestSupport
import Testing

@Suite("When the engine refuses")
struct ErrorTests {
    private func refusal(of sql: SQL) async throws -> DatabaseError? {
        let engine = try await TestDatabase().streets()
        return await #expect(throws: DatabaseError.self) {
            try await engine.write { db in
                try db.run("INSERT INTO street (id, name) VALUES (1, 'a')")
                try db.run("INSERT INTO lamp (street, number) VALUES (1, 1)")
                try db.run(sql)
            }
        }
    }

    @Test("a constraint is named by table and column")
    func constraints() async throws {
        let refused: [(SQL, String)] = [
            ("INSERT INTO street (id, name) VALUES (2, 'a')", "street.name"),
            ("INSERT INTO street (id, name) VALUES (1, 'b')", "street.id"),
            ("INSERT INTO lamp (street, number) VALUES (1, 1)", "lamp.street, lamp.number"),
            ("INSERT INTO street (id, name) VALUES (2, NULL)", "street.name"),
            ("INSERT INTO lamp (street, number, code) VALUES (1, 2, '')", "lamp_code"),
            (
                "INSERT INTO lamp (street, number) VALUES (9, 1)",
                TestDatabase.isSQLite ? "FOREIGN KEY constraint failed" : "lamp_street_fkey"
            ),
        ]

        for (sql, name) in refused {
            #expect(try await refusal(of: sql) == .constraint(name))
        }
    }

    @Test(
        "a full file is told, nothing of the transaction stays, and reading goes on",
        .enabled(if: TestDatabase.isSQLite))
    func full() async throws {
        let database = try TestDatabase()
        let engine = try SQLiteEngine(path: database.file, options: .init(maxPageCount: 30, synchronous: .off))
        _ = try await Migrator([.streets]).run(on: engine)

        await #expect(throws: DatabaseError.full) {
            try await engine.write { db in
                try db.run("INSERT INTO street (id, name) VALUES (1, 'a')")
                for number in 1...1000 {
                    _ = try? db.run(
                        """
                        INSERT INTO lamp (street, number, photo)
                        VALUES (1, \(number), \([UInt8](repeating: 1, count: 4000)))
                        """)
                }
            }
        }

        #expect(try await engine.read { try $0.value("SELECT count(*) FROM lamp") } == 0)
        try await engine.write { try $0.run("INSERT INTO street (id, name) VALUES (1, 'a')") }
    }

    @Test("a writer that waits too long is told busy, a reader does not wait")
    func busy() async throws {
        let database = try TestDatabase()
        let first = try await database.streets()
        let second = try database.open(patience: 0.1)
        let gate = Gate()
        let (wait, signal) = AsyncStream<Void>.makeStream()
        async let holding: Void = first.write { db in
            _ = try db.changed("INSERT INTO street (id, name) VALUES (1, 'a')")
            signal.finish()
            gate.wait()
        }
        for await _ in wait {}

        await #expect(throws: DatabaseError.busy) {
            try await second.write { db in try db.run("INSERT INTO street (id, name) VALUES (1, 'b')") }
        }
        #expect(try await second.read { try $0.value("SELECT count(*) FROM street") } == 0)
        gate.open()
        try await holding
        try await second.write { try $0.run("INSERT INTO street (id, name) VALUES (2, 'b')") }
    }

    @Test("a writer that knows no turns is waited for as well", .enabled(if: TestDatabase.isSQLite))
    func strangerBusy() async throws {
        let database = try TestDatabase()
        let engine = try await database.streets(patience: 0.1)
        let stranger = try Stranger(holding: database.file)
        defer { stranger.leave() }

        await #expect(throws: DatabaseError.busy) {
            try await engine.write { db in try db.run("INSERT INTO street (id, name) VALUES (2, 'b')") }
        }
    }

    @Test("a file that is no database is told corrupt", .enabled(if: TestDatabase.isSQLite))
    func corrupt() throws {
        let database = try TestDatabase()
        try Data(repeating: 65, count: 8192).write(to: URL(fileURLWithPath: database.file))

        let error = #expect(throws: DatabaseError.self) { try database.open() }

        #expect(error == .corrupt("file is not a database"))
    }

    @Test("a mistake in a statement is told with its text, never with its values")
    func mistake() async throws {
        let engine = try TestDatabase().open()

        let error = await #expect(throws: DatabaseError.self) {
            try await engine.read { db in try db.rows("SELECT colour FROM rainbow WHERE id = \("secret")") }
        }

        let words = TestDatabase.isSQLite ? "no such table: rainbow" : "relation \"rainbow\" does not exist"
        #expect(error == .other(words + " in: SELECT colour FROM rainbow WHERE id = $1"))
    }

    @Test("a reader cannot write")
    func readOnly() async throws {
        let engine = try await TestDatabase().streets()

        await #expect(throws: DatabaseError.self) {
            try await engine.read { db in try db.run("DELETE FROM street") }
        }
    }

    @Test("a closed database says so")
    func closed() async throws {
        let engine = try await TestDatabase().streets()
        _ = try await engine.read { try $0.rows("SELECT name FROM street") }
        try await engine.write { try $0.run("DELETE FROM street") }

        try await engine.close()

        await #expect(throws: DatabaseError.other("the database is closed")) { try await engine.read { _ in } }
        await #expect(throws: DatabaseError.other("the database is closed")) { try await engine.write { _ in } }
    }
}
