import Database
import TestSupport
import Testing

@Suite("When a connection to PostgreSQL breaks", .enabled(if: TestDatabase.isPostgres))
struct PostgresConnectionTests {
    private let ground: PostgresGround

    init() async throws {
        ground = try await PostgresGround()
    }

    @Test("one that the server closed is replaced unnoticed by the next transaction")
    func replaced() async throws {
        let engine = ground.engine()
        try await engine.write { try $0.run("INSERT INTO street (id, name) VALUES (1, 'a')") }
        _ = try await engine.streetNames()

        try ground.sendAway()

        try await engine.write { try $0.run("INSERT INTO street (id, name) VALUES (2, 'b')") }
        #expect(try await engine.streetNames() == ["a", "b"])
    }

    @Test("a change of the schema may be silent for longer than any statement of a page")
    func longChange() async throws {
        let engine = ground.engine(statementSeconds: 1)

        let answer = try await engine.alter { db in
            try db.value("SELECT 'done' FROM (SELECT pg_sleep(11.5)) AS long") as String?
        }

        #expect(answer == "done")
    }

    @Test("a write in whose middle it breaks is run again from the start and happens once")
    func inWrite() async throws {
        let engine = ground.engine()
        let runs = Runs()

        try await engine.write { [ground] db in
            let run = runs.next()
            try db.run("INSERT INTO street (id, name) VALUES (1, 'a')")
            if run == 1 { try ground.sendAway() }
            try db.run("INSERT INTO street (id, name) VALUES (2, 'b')")
        }

        #expect(runs.count == 2)
        #expect(try await engine.streetNames() == ["a", "b"])
    }

    @Test("a read in whose middle it breaks is not run again: what it had read may have been handed on")
    func inRead() async throws {
        let engine = ground.engine()
        let runs = Runs()

        let error = await #expect(throws: DatabaseError.self) {
            try await engine.read { [ground] db in
                runs.next()
                _ = try db.rows("SELECT id FROM street")
                try ground.sendAway()
                _ = try db.rows("SELECT name FROM street")
            }
        }

        #expect(error?.unreachableWords != nil)
        #expect(runs.count == 1)
    }

    @Test("a write under whose commit it breaks is told uncertain and not run again: it may have happened")
    func inCommit() async throws {
        try ground.command(
            """
            CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
            """)
        try ground.command(
            """
            CREATE CONSTRAINT TRIGGER leaving AFTER INSERT ON street DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION leave()
            """)
        let engine = ground.engine()
        let runs = Runs()

        await #expect(throws: DatabaseError.uncertain) {
            try await engine.write { db in
                runs.next()
                try db.run("INSERT INTO street (id, name) VALUES (1, 'a')")
            }
        }

        #expect(runs.count == 1)
    }

    @Test("a server that may only be read by now is not taken for the one to write to")
    func demoted() async throws {
        let engine = ground.engine(patience: 0.5)
        try await engine.write { try $0.run("INSERT INTO street (id, name) VALUES (1, 'a')") }
        // In one command: after it nobody gets in who wants to write.
        try ground.command(
            """
            DO $$ BEGIN
              EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database());
              PERFORM pg_terminate_backend(pid, 5000) FROM pg_stat_activity
              WHERE datname = current_database() AND pid <> pg_backend_pid();
            END $$
            """)

        let error = await #expect(throws: DatabaseError.self) {
            try await engine.write { try $0.run("INSERT INTO street (id, name) VALUES (2, 'b')") }
        }

        #expect(error?.unreachableWords != nil, "\(String(describing: error))")
    }

    @Test("an address at which nobody listens is told unreachable within the patience, without the password")
    func nobody() async throws {
        let address = try #require(PostgresAddress("postgresql://lianxin:geheim@127.0.0.1:1/lianxin"))
        let engine = PostgresEngine(address, options: PostgresOptions(patience: 0.5))
        let begin = ContinuousClock.now

        let error = await #expect(throws: DatabaseError.self) { try await engine.read { _ in } }

        #expect(ContinuousClock.now - begin < .seconds(5))
        #expect(error?.unreachableWords?.contains("geheim") == false)
        #expect(!address.spoken.contains("geheim"))
    }

    @Test("of several hosts one that takes the call and says nothing is passed over")
    func severalHosts() async throws {
        let silent = try SilentHost()
        defer { silent.leave() }
        let known = ground.address.environment
        let words: [String: String?] = [
            "host": "127.0.0.1," + (known["PGHOST"] ?? "localhost"),
            "port": "\(silent.port)," + (known["PGPORT"] ?? "5432"),
            "dbname": known["PGDATABASE"], "user": known["PGUSER"], "password": known["PGPASSWORD"],
            // The least that libpq waits for each of them.
            "connect_timeout": "2",
        ]
        let text = words.compactMapValues(\.self).map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
        let engine = PostgresEngine(try #require(PostgresAddress(text)))

        try await engine.write { try $0.run("INSERT INTO street (id, name) VALUES (1, 'a')") }

        #expect(try await ground.engine().streetNames() == ["a"])
    }
}
