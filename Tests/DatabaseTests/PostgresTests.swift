import Database
import TestSupport
import Testing

@Suite("When a transaction runs on PostgreSQL", .enabled(if: TestDatabase.isPostgres))
struct PostgresTests {
    private let ground: PostgresGround

    init() async throws {
        ground = try await PostgresGround()
    }

    @Test("of two writes that read the same before either writes both pass, one of them in a second run")
    func conflict() async throws {
        let engines = [ground.engine(), ground.engine()]
        let haveRead = [Gate(), Gate()]
        let runs = Runs()
        try await engines[0].write { try $0.run("INSERT INTO street (id, name, length) VALUES (1, 'a', 0)") }

        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<2 {
                group.addTask {
                    try await engines[index].write { db in
                        runs.next()
                        let length: Double = try db.value("SELECT length FROM street WHERE id = 1") ?? 0
                        haveRead[index].open()
                        haveRead[1 - index].wait()
                        try db.run("UPDATE street SET length = \(length + 1) WHERE id = 1")
                    }
                }
            }
            try await group.waitForAll()
        }

        #expect(try await engines[0].read { try $0.value("SELECT length FROM street WHERE id = 1") } == 2.0)
        #expect(runs.count > 2)
    }

    @Test("a write that is rehearsed runs twice and counts once")
    func rehearsal() async throws {
        let engine = ground.engine(rehearses: true)
        let runs = Runs()

        try await engine.write { db in
            runs.next()
            try db.run("INSERT INTO street (id, name) VALUES (1, 'a')")
        }

        #expect(runs.count == 2)
        #expect(try await engine.streetNames() == ["a"])
    }

    @Test("a refusal that somebody swallows outside a nested part is told all the same, and nothing is kept")
    func swallowed() async throws {
        let engine = ground.engine()

        await #expect(throws: DatabaseError.constraint("street.name")) {
            try await engine.write { db in
                try db.run("INSERT INTO street (id, name) VALUES (1, 'a')")
                _ = try? db.run("INSERT INTO street (id, name) VALUES (2, 'a')")
            }
        }

        #expect(try await engine.streetNames() == [])
    }

    @Test("a nested part that a constraint refuses is undone alone")
    func nested() async throws {
        let engine = ground.engine()

        try await engine.write { db in
            try db.run("INSERT INTO street (id, name) VALUES (1, 'kept')")
            #expect(throws: DatabaseError.constraint("street.name")) {
                try db.nested {
                    try db.run("INSERT INTO street (id, name) VALUES (2, 'undone')")
                    try db.run("INSERT INTO street (id, name) VALUES (3, 'kept')")
                }
            }
            try db.run("INSERT INTO street (id, name) VALUES (4, 'kept as well')")
        }

        #expect(try await engine.streetNames() == ["kept", "kept as well"])
    }

    @Test("as many rows as come at once, and more, are walked with other statements inside", arguments: [500, 1200])
    func walking(_ count: Int) async throws {
        let engine = ground.engine()
        try await engine.write { db in
            try db.run("INSERT INTO street (id, name) VALUES (1, 'a')")
            try db.run("INSERT INTO lamp (street, number) SELECT 1, generate_series(1, \(count))")
        }

        let seen = try await engine.write { db in
            var seen: [Int] = []
            try db.each("SELECT number FROM lamp WHERE street = \(1) ORDER BY number") { row in
                let number: Int = try row[0]
                try db.run("UPDATE lamp SET broken = 1 WHERE street = 1 AND number = \(number)")
                seen.append(number)
            }
            return seen
        }

        #expect(seen == Array(1...count))
        #expect(try await engine.read { try $0.value("SELECT count(*) FROM lamp WHERE broken = 1") } == count)
    }

    @Test("null, numbers, text and bytes take turns in one statement")
    func kinds() async throws {
        let engine = ground.engine()
        let values: [SQLValue] = [.null, .integer(5), .text("a"), .null, .real(1.5), .blob([0, 1]), .integer(6)]
        let echo: @Sendable (Transaction) throws -> [SQLValue] = { db in
            try values.map { value -> SQLValue in
                let row = try #require(try db.row("SELECT \(value)"))
                return try row[0]
            }
        }

        let first = try await engine.read(echo)
        // By now the server has been told to forget what was prepared for one value only.
        let second = try await engine.read(echo)

        #expect(first == values)
        #expect(second == values)
    }

    @Test("one statement with several values can be sent at once")
    func batch() async throws {
        let engine = ground.engine()
        let statements: [SQL] = (1...3).map { "SELECT \($0)" }

        let answers = try await engine.read { db in try db.batch(statements).map { rows in try rows[0][0] as Int } }

        #expect(answers == [1, 2, 3])
    }

    @Test("who works and who waits for a connection can be seen", .timeLimit(.minutes(1)))
    func load() async throws {
        let engine = ground.engine()
        let gate = Gate()
        let (begun, begin) = AsyncStream<Void>.makeStream()
        async let working: Void = engine.read { _ in
            begin.finish()
            gate.wait()
        }
        for await _ in begun {}

        async let waiting: Void = engine.read { _ in }
        while engine.figures.load.waiting == 0 { try await Task.sleep(for: .milliseconds(5)) }
        let load = engine.figures.load
        gate.open()
        _ = try await (working, waiting)

        #expect(load.connections == 2)
        #expect(load.busy == 1)
        #expect(load.waiting == 1)
    }
}
