import App
import Database
import Directory
import Domain
import Record

extension TestProvince {
    package var now: Instant { clock.now }
    package var today: Day { clock.today }

    package func snapshot() async throws -> Snapshot { try await installation.snapshot() }

    /// One write with ids and the places as the transaction sees them.
    @discardableResult
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction, inout IDs, Snapshot) throws -> T
    ) async throws -> T {
        let installation = installation
        return try await installation.write(ids: 256) { db, ids in
            try body(db, &ids, installation.snapshot(in: db))
        }
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await installation.database.read(body)
    }

    /// The first column of the first row: `try await province.value("SELECT COUNT(*) FROM matter") as Int?`
    package func value<T: SQLDecodable & Sendable>(_ sql: SQL) async throws -> T? {
        try await read { db in try db.value(sql) }
    }

    package func count(_ sql: SQL) async throws -> Int { try await value(sql) ?? 0 }

    /// All timed work once, as the worker would do it now.
    @discardableResult
    package func work() async -> [String: Worker.Outcome] { await app.worker.runAll(at: now) }

    /// Every fault that `lianxin verify` would name.
    package func faults() async throws -> [String] {
        var faults: [String] = []
        for check in app.checks { faults += try await check.run(installation) { _ in } }
        return faults
    }

    /// Nobody answers at these people's telephones any more: their station or office is unreachable.
    package func silence(_ people: TestPerson...) async throws {
        let ids = people.map(\.person)
        try await write { db, _, _ in
            try db.run("UPDATE person SET phone_verified_at = NULL WHERE id IN \(list: ids)")
            try DirectoryVersion.bumpReach(in: db)
        }
    }

    /// A place decides a rule, from today on.
    package func set(_ key: PolicyKey, _ text: String, in place: TestPlace) async throws {
        let decision = PolicyDecision(
            key: key, area: division(place), value: try key.value(from: text), validFrom: today, decidedBy: "测试")
        let now = now
        let keys = installation.keys
        try await write { db, ids, snapshot in
            _ = try SetPolicy.run(
                db, decision, by: .system, at: now, ids: &ids, keys: keys, atlas: snapshot.atlas)
        }
    }
}
