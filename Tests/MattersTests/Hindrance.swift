import App
import Database
import Dispatch
import TestSupport
import Testing

/// Why a database takes nothing more for a while.
enum Hindrance: CaseIterable, Sendable {
    case full, locked

    var code: String {
        switch self {
        case .full: "full"
        case .locked: "busy"
        }
    }

    /// After how many seconds it may be tried again.
    var seconds: String {
        switch self {
        case .full: "300"
        case .locked: "3"
        }
    }

    var title: String {
        switch self {
        case .full: "暂时不能保存"
        case .locked: "现在人多，请稍等一下"
        }
    }

    func during<T: Sendable>(in province: TestProvince, _ body: () async throws -> T) async throws -> T {
        switch self {
        case .full:
            try await province.fill()
            let result = try await body()
            try await province.makeRoom()
            return result
        case .locked:
            let other = try await province.another()
            let gate = DispatchSemaphore(value: 0)
            let (held, hold) = AsyncStream<Void>.makeStream()
            async let holding: Void = other.installation.database.write { db in
                try db.holdAgainstWriters()
                hold.finish()
                _ = gate.wait(timeout: .now() + 120)
                // Once open it stays open, for a closure that is run again.
                gate.signal()
            }
            for await _ in held {}
            let result = try await body()
            gate.signal()
            try await holding
            return result
        }
    }
}

extension TestProvince {
    /// The file may not grow any more, and what was free inside it is used up. A server says so by itself when its disk
    /// is full; here every table that grows does.
    fileprivate func fill() async throws {
        let database = installation.database
        guard database.kind == .sqlite else {
            return try await database.write { db in try db.refuseRows() }
        }
        try await database.write { db in
            try db.run("CREATE TABLE ballast (bytes BLOB)")
            try db.run("PRAGMA max_page_count = 1")
        }
        await #expect(throws: DatabaseError.full) {
            for _ in 1...1000 {
                try await database.write { db in try db.run("INSERT INTO ballast (bytes) VALUES (zeroblob(3000))") }
            }
        }
    }

    fileprivate func makeRoom() async throws {
        try await installation.database.write { db in
            switch db.kind {
            case .sqlite: try db.run("PRAGMA max_page_count = 1000000")
            case .postgres: try db.run("DROP FUNCTION full_disk CASCADE")
            }
        }
    }
}

extension Transaction {
    /// On SQLite any write will do.
    fileprivate func holdAgainstWriters() throws {
        switch kind {
        case .sqlite: _ = try changed("UPDATE rules_mark SET mark = mark")
        case .postgres:
            _ = try changed(
                """
                LOCK TABLE event, matter, matter_area, idempotency, rate_limit, number_sequence, session, search_entry
                IN EXCLUSIVE MODE
                """)
        }
    }

    fileprivate func refuseRows() throws {
        try run(
            """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$
            """)
        for table in Self.growing {
            try run("CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON " + table + " EXECUTE FUNCTION full_disk()")
        }
    }

    private static let growing: [SQL] = [
        "event", "event_content", "matter", "matter_area", "idempotency", "rate_limit", "session", "number_sequence",
    ]
}
