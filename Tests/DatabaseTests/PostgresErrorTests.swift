import Database
import TestSupport
import Testing

@Suite("When a PostgreSQL server refuses", .enabled(if: TestDatabase.isPostgres))
struct PostgresErrorTests {
    private let ground: PostgresGround

    init() async throws {
        ground = try await PostgresGround()
    }

    @Test("its states become what every engine says")
    func states() async throws {
        let engine = ground.engine()
        let refusals: [(SQL, DatabaseError)] = [
            ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '53100'; END $$", .full),
            ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '53300'; END $$", .busy),
            ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '55P03'; END $$", .busy),
            ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '57014'; END $$", .busy),
            ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = 'XX001'; END $$", .corrupt("x")),
        ]

        for (sql, error) in refusals {
            await #expect(throws: error) { try await engine.write { try $0.run(sql) } }
        }
    }

    @Test("a conflict that never ends is told busy after many runs")
    func endlessConflict() async throws {
        let engine = ground.engine()
        let runs = Runs()

        await #expect(throws: DatabaseError.busy) {
            try await engine.write { db in
                runs.next()
                try db.run("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$")
            }
        }

        #expect(runs.count > 2)
    }

    @Test("a key that is there already is told as a constraint after a second look at most")
    func duplicate() async throws {
        let engine = ground.engine()
        let runs = Runs()
        try await engine.write { try $0.run("INSERT INTO street (id, name) VALUES (1, 'a')") }

        await #expect(throws: DatabaseError.constraint("street.id")) {
            try await engine.write { db in
                runs.next()
                try db.run("INSERT INTO street (id, name) VALUES (1, 'b')")
            }
        }

        #expect(runs.count <= 2)
    }

    @Test("a row that breaks a rule is told by the rule's name, never by what stands in it")
    func checkedRow() async throws {
        try ground.command("CREATE TABLE note (id bigint, words text, CONSTRAINT note_id CHECK (id > 0))")
        let words = "张秀英)=(北关"

        await #expect(throws: DatabaseError.constraint("note_id")) {
            try await ground.engine().write { try $0.run("INSERT INTO note (id, words) VALUES (0, \(words))") }
        }
    }

    @Test("a server that says it may only be read is left for another, and none is found in the end")
    func readOnlyServer() async throws {
        let engine = ground.engine(patience: 0.3)
        let runs = Runs()

        let error = await #expect(throws: DatabaseError.self) {
            try await engine.write { db in
                runs.next()
                try db.run("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '25006'; END $$")
            }
        }

        #expect(runs.count > 1)
        #expect(error == .busy || error?.unreachableWords != nil, "\(String(describing: error))")
    }

    @Test("a read that writes is a mistake and told at once: no other server would take it")
    func writingRead() async throws {
        let engine = ground.engine(patience: 2)
        let runs = Runs()

        await #expect(throws: DatabaseError.self) {
            try await engine.read { db in
                runs.next()
                try db.run("DELETE FROM street")
            }
        }

        #expect(runs.count == 1)
    }

    @Test("a statement that takes longer than it may is told busy")
    func statementTime() async throws {
        let engine = ground.engine(statementSeconds: 1)

        await #expect(throws: DatabaseError.busy) {
            try await engine.read { try $0.run("SELECT pg_sleep(3)") }
        }
    }

    @Test("a lock that is not given in time is told busy")
    func lockTime() async throws {
        let holder = ground.engine()
        try await holder.write { try $0.run("INSERT INTO street (id, name) VALUES (1, 'a')") }
        let gate = Gate()
        let (held, hold) = AsyncStream<Void>.makeStream()
        async let holding: Void = holder.write { db in
            _ = try db.changed("UPDATE street SET length = 1 WHERE id = 1")
            hold.finish()
            gate.wait()
        }
        for await _ in held {}

        await #expect(throws: DatabaseError.busy) {
            try await ground.engine(patience: 0.2).write { try $0.run("UPDATE street SET length = 2 WHERE id = 1") }
        }
        gate.open()
        try await holding
    }

    @Test("a text with a zero byte in it is refused whole, not kept up to there")
    func zeroByte() async throws {
        let engine = ground.engine()
        let name = "北关\u{0}街"

        let error = await #expect(throws: DatabaseError.self) {
            try await engine.write { try $0.run("INSERT INTO street (id, name) VALUES (1, \(name))") }
        }

        #expect(error == .other("SQLSTATE 22021 in: INSERT INTO street (id, name) VALUES (1, $1)"))
        #expect(try await engine.streetNames() == [])
    }
}
