import Database
import TestSupport
import Testing

@Suite("When the schema is brought up to date")
struct MigratorTests {
    private let engine: any DatabaseEngine
    private let lamps = Migration(
        number: 2, name: "lamps", statements: ["INSERT INTO street (id, name) VALUES (1, 'a')"])

    init() throws {
        engine = try TestDatabase().open()
    }

    @Test("each step runs once, in order, and its moment is noted")
    func once() async throws {
        let first = try await Migrator([.streets]).run(on: engine, at: 1000)
        let second = try await Migrator([.streets, lamps]).run(on: engine, at: 2000)
        let third = try await Migrator([.streets, lamps]).run(on: engine, at: 3000)

        #expect([first, second, third] == [[1], [2], []])
        let moments = try await engine.read { db in
            try db.rows("SELECT at FROM schema_migration ORDER BY number").map { try $0[0] as Int }
        }
        #expect(moments == [1000, 2000])
    }

    @Test("a failing step leaves nothing behind, the ones before it stay")
    func failing() async throws {
        let broken = Migration(
            number: 2, name: "broken", statements: ["CREATE TABLE x (a {integer}) {table}", "NONSENSE"])

        await #expect(throws: DatabaseError.self) { try await Migrator([.streets, broken]).run(on: engine) }

        #expect(try await Migrator([.streets, lamps]).run(on: engine) == [2])
        #expect(try await !Migrator([]).dumpSchema(on: engine).contains("CREATE TABLE x"))
    }

    @Test("a step that was changed after it ran is refused")
    func changed() async throws {
        _ = try await Migrator([.streets, lamps]).run(on: engine)
        let edited = Migration(number: 2, name: "lamps", statements: ["INSERT INTO street (id, name) VALUES (1, 'b')"])

        let error = await #expect(throws: MigrationError.self) {
            try await Migrator([.streets, edited]).run(on: engine)
        }

        #expect(error == .changed(number: 2, name: "lamps"))
        #expect(error?.description.contains("Migration 2 (lamps) was changed after it ran") == true)
    }

    @Test("a database of a newer release, a gap and a wrong order are refused")
    func otherPasts() async throws {
        _ = try await Migrator([.streets, lamps]).run(on: engine)
        let early = Migration(number: 0, name: "early", statements: [])

        await #expect(throws: MigrationError.unknown(number: 2, name: "lamps")) {
            try await Migrator([.streets]).run(on: engine)
        }
        await #expect(throws: MigrationError.skipped(number: 0, name: "early")) {
            try await Migrator([early, .streets, lamps]).run(on: engine)
        }
        await #expect(throws: MigrationError.order(number: 1)) {
            try await Migrator([lamps, .streets]).run(on: engine)
        }
    }

    @Test("a word outside the vocabulary is refused, a statement for the other engine left out")
    func vocabulary() async throws {
        let wrong = Migration(number: 1, name: "wrong", statements: ["CREATE TABLE x (a {varchar})"])
        let split = Migration(
            number: 1, name: "split",
            statements: [
                "{postgres} CREATE TABLE p (a {integer}) {table}",
                "{sqlite} CREATE TABLE s (a {bool}) {table}",
            ])

        await #expect(throws: MigrationError.unknownWord(number: 1, word: "varchar")) {
            try await Migrator([wrong]).run(on: engine)
        }
        _ = try await Migrator([split]).run(on: engine)
        let dump = try await Migrator([split]).dumpSchema(on: engine)
        switch engine.kind {
        case .sqlite: #expect(dump.hasPrefix("CREATE TABLE s (a INTEGER) STRICT;\n"))
        case .postgres: #expect(dump.hasPrefix("CREATE TABLE p (\n  a bigint\n);\n"))
        }
    }

    @Test("the dump holds tables and indexes in order, without what belongs to a search index")
    func dump() async throws {
        let search = Migration(
            number: 2, name: "search",
            statements: ["{sqlite} CREATE VIRTUAL TABLE words USING fts5(body, content='')"])
        _ = try await Migrator([.streets, search]).run(on: engine)

        let dump = try await Migrator([.streets, search]).dumpSchema(on: engine)

        let starts = dump.split(separator: "\n").filter { $0.hasPrefix("CREATE") }
        #expect(
            starts == [
                "CREATE TABLE lamp (",
                engine.kind == .sqlite
                    ? "CREATE INDEX lamp_broken ON lamp (broken, street);"
                    : "CREATE INDEX lamp_broken ON lamp USING btree (broken, street);",
                "CREATE TABLE schema_migration (",
                "CREATE TABLE street (",
            ] + (engine.kind == .sqlite ? ["CREATE VIRTUAL TABLE words USING fts5(body, content='');"] : []))
        switch engine.kind {
        case .sqlite: #expect(dump.contains("\n) STRICT, WITHOUT ROWID;\n"))
        case .postgres: #expect(dump.contains("\n  code text COLLATE \"C\",\n"))
        }
    }
}
