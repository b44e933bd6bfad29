import Database
import TestSupport
import Testing

private struct Refused: Error, Equatable {}

@Suite("When a transaction runs")
struct TransactionTests {
    let engine: any DatabaseEngine

    init() async throws {
        engine = try await TestDatabase().streets()
    }

    private func names() async throws -> [String] {
        try await engine.read { db in try db.rows("SELECT name FROM street ORDER BY id").map { try $0[0] } }
    }

    @Test("rows changed are counted, reads change none")
    func counting() async throws {
        let counts = try await engine.write { db in
            [
                try db.changed("INSERT INTO street (id, name) VALUES (1, 'a'), (2, 'b'), (3, 'c')"),
                try db.changed("UPDATE street SET length = \(1.5) WHERE id > \(1)"),
                try db.changed("SELECT 1"),
                try db.changed("INSERT INTO street (id, name) VALUES (1, 'x') ON CONFLICT DO NOTHING"),
                try db.changed("DELETE FROM street"),
                db.statementCount,
            ]
        }

        #expect(counts == [3, 2, 0, 0, 3, 5])
    }

    @Test("statements one after the other all arrive, in order, whether or not anybody asks in between")
    func many() async throws {
        let seen: Int64? = try await engine.write { db in
            for id in 1...250 { try db.run("INSERT INTO street (id, name) VALUES (\(id), \("street \(id)"))") }
            let seen: Int64? = try db.value("SELECT count(*) FROM street")
            for id in 251...500 { try db.run("INSERT INTO street (id, name) VALUES (\(id), \("street \(id)"))") }
            try db.run("UPDATE street SET name = 'the last' WHERE id = 500")
            return seen
        }

        #expect(seen == 250)
        #expect(try await names() == (1...499).map { "street \($0)" } + ["the last"])
    }

    @Test("what is wrong with a statement fails the transaction also when it is the last one")
    func lastIsWrong() async throws {
        await #expect(throws: DatabaseError.self) {
            try await engine.write { db in
                try db.run("INSERT INTO street (id, name) VALUES (1, 'a')")
                try db.run("INSERT INTO street (id, name) VALUES (1, 'twice')")
            }
        }

        #expect(try await names() == [])
    }

    @Test("an error undoes everything and arrives unchanged")
    func rollback() async throws {
        await #expect(throws: Refused()) {
            try await engine.write { db in
                try db.run("INSERT INTO street (id, name) VALUES (1, 'a')")
                throw Refused()
            }
        }

        #expect(try await names() == [])
    }

    @Test("a failing part is undone alone, a part within a part too")
    func nested() async throws {
        try await engine.write { db in
            try db.run("INSERT INTO street (id, name) VALUES (1, 'outer')")
            try? db.nested {
                try db.run("INSERT INTO street (id, name) VALUES (2, 'undone')")
                try db.nested { try db.run("INSERT INTO street (id, name) VALUES (3, 'undone with it')") }
                throw Refused()
            }
            try db.nested {
                try db.run("INSERT INTO street (id, name) VALUES (4, 'kept')")
                try? db.nested {
                    try db.run("INSERT INTO street (id, name) VALUES (5, 'undone')")
                    try db.run("INSERT INTO street (id, name) VALUES (5, 'twice')")
                }
            }
        }

        #expect(try await names() == ["outer", "kept"])
    }

    @Test("rows can be walked while the same statement and writes run inside")
    func walking() async throws {
        let seen = try await engine.write { db in
            try db.run("INSERT INTO street (id, name) VALUES (1, 'a'), (2, 'b'), (3, 'c')")
            func ids(_ above: Int, _ body: (Int) throws -> Void) throws {
                try db.each("SELECT id FROM street WHERE id > \(above) ORDER BY id") { try body($0[0]) }
            }
            var seen: [String] = []
            try ids(0) { outer in
                try ids(outer) { inner in
                    seen.append("\(outer)\(inner)")
                    try db.run("INSERT INTO lamp (street, number) VALUES (\(outer), \(inner))")
                }
            }
            try ids(2) { seen.append("\($0)") }
            return seen
        }

        #expect(seen == ["12", "13", "23", "3"])
        #expect(try await engine.read { try $0.value("SELECT count(*) FROM lamp") } == 3)
    }

    @Test("a read sees one moment, whatever is written meanwhile")
    func snapshot() async throws {
        let engine = self.engine
        let (wait, signal) = AsyncStream<Void>.makeStream()
        let gate = Gate()
        async let counts: [Int?] = engine.read { db in
            let first: Int? = try db.value("SELECT count(*) FROM street")
            signal.finish()
            gate.wait()
            return [first, try db.value("SELECT count(*) FROM street")]
        }
        for await _ in wait {}

        try await engine.write { db in try db.run("INSERT INTO street (id, name) VALUES (1, 'a')") }
        gate.open()

        #expect(try await counts == [0, 0])
        #expect(try await names() == ["a"])
    }

    @Test("more reads than connections all get their turn")
    func manyReads() async throws {
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...600 {
                group.addTask { [engine] in try await engine.read { try $0.value("SELECT \(number)") ?? 0 } }
            }
            return try await group.reduce(0, +)
        }

        #expect(sum == 180_300)
    }

    @Test("more statements than are kept still run, and again after the schema changed")
    func statementCache() async throws {
        try await engine.write { db in
            for length in 1...700 {
                let ids = Array(1...length)
                let count: Int? = try db.value("SELECT count(*) FROM street WHERE id IN \(list: ids)")
                #expect(count == 0)
            }
        }
        let all: @Sendable (Transaction) throws -> Int? = { db in try db.row("SELECT * FROM street")?.count }

        try await engine.write { try $0.run("INSERT INTO street (id, name) VALUES (1, 'a')") }
        let before = try await engine.read(all)
        try await engine.write { try $0.run("ALTER TABLE street ADD COLUMN lamps INTEGER") }
        let after = try await engine.read(all)

        #expect([before, after] == [3, 4])
    }

    @Test("several reads can be sent at once")
    func batch() async throws {
        let answers = try await engine.read { db in
            try db.batch(["SELECT 1", "SELECT 2 UNION SELECT 3", "SELECT 1 WHERE 1 = 0"])
        }

        #expect(answers.map(\.count) == [1, 2, 0])
    }

    @Test("a single value is nil without a row and for null")
    func value() async throws {
        let number: Int? = try await engine.read { try $0.value("SELECT 5") }
        let null: Double? = try await engine.read { try $0.value("SELECT max(length) FROM street") }
        let nothing: String? = try await engine.read { try $0.value("SELECT name FROM street") }

        #expect(number == 5)
        #expect(null == nil)
        #expect(nothing == nil)
    }

    @Test("the plan tells an index from a scan")
    func plan() async throws {
        let plans = try await engine.read { db in
            [
                try db.plan("SELECT street FROM lamp WHERE broken = \(true)"),
                try db.plan("SELECT name FROM street WHERE length = \(3.0)"),
            ]
        }

        switch engine.kind {
        case .sqlite:
            #expect(plans[0].contains("USING COVERING INDEX lamp_broken"))
            #expect(plans[1].hasPrefix("SCAN street"))
        case .postgres:
            #expect(plans[0].contains("lamp_broken"))
            #expect(plans[1].hasPrefix("Seq Scan on street"))
        }
    }
}
