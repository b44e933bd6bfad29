import Database
import TestSupport
import Testing

private struct GaveUp: Error {}

@Suite("When somebody asks whether what it knows is still so")
struct SuppositionTests {
    private let engine: any DatabaseEngine
    private let runs = Runs()

    init() async throws {
        engine = try await TestDatabase().streets()
        try await engine.write { db in try db.run("INSERT INTO street (id, name) VALUES (1, 'new')") }
    }

    private static func isStill(_ name: String, in db: Transaction) throws -> Bool {
        try db.isStill([.text(name)], "SELECT name FROM street WHERE id = 1")
    }

    @Test("yes when it is", arguments: [true, false])
    func yes(asksMore: Bool) async throws {
        let found = try await engine.read { [runs] db in
            runs.next()
            let isStill = try Self.isStill("new", in: db)
            let name: String? = asksMore ? try db.value("SELECT name FROM street WHERE id = 1") : nil
            return (isStill, name)
        }

        #expect(found == (true, asksMore ? "new" : nil))
        #expect(runs.count == 1)
    }

    @Test("no when it is not, whatever was done in between on the strength of it", arguments: [true, false])
    func no(asksMore: Bool) async throws {
        let isStill = try await engine.read { db in
            let isStill = try Self.isStill("old", in: db)
            if asksMore { _ = try db.rows("SELECT name FROM street") }
            return isStill
        }

        #expect(!isStill)
    }

    @Test("who gives up because of it is asked again")
    func gaveUp() async throws {
        let word = try await engine.read { db in
            if try Self.isStill("old", in: db) { throw GaveUp() }
            return "asked"
        }

        #expect(word == "asked")
    }

    @Test("who gives up all the same, does")
    func gaveUpForGood() async throws {
        await #expect(throws: GaveUp.self) {
            try await engine.read { db in
                _ = try Self.isStill("new", in: db)
                throw GaveUp()
            }
        }
    }

    @Test("a write that went wrong because of it leaves nothing, and what it does when it knows better stays")
    func write() async throws {
        try await engine.write { db in
            // The second is refused: the name is taken.
            let name = try Self.isStill("old", in: db) ? "new" : "newer"
            try db.run("INSERT INTO street (id, name) VALUES (2, \(name))")
        }

        #expect(try await engine.streetNames() == ["new", "newer"])
    }

    @Test("in a write its own changes count")
    func ownChange() async throws {
        let found = try await engine.write { db in
            try db.run("UPDATE street SET name = 'mine' WHERE id = 1")
            return (try Self.isStill("new", in: db), try Self.isStill("mine", in: db))
        }

        #expect(found == (false, true))
        #expect(try await engine.streetNames() == ["mine"])
    }

    @Test("a row that is not there is not what it was")
    func gone() async throws {
        let isStill = try await engine.read { db in
            try db.isStill([.text("new")], "SELECT name FROM street WHERE id = 7")
        }

        #expect(!isStill)
    }

    @Test("after the first answer nothing is supposed: what was read may have been handed on")
    func afterAnAnswer() async throws {
        let isStill = try await engine.read { [runs] db in
            runs.next()
            _ = try db.rows("SELECT name FROM street")
            return try Self.isStill("old", in: db)
        }

        #expect(!isStill)
        #expect(runs.count == 1)
    }
}
