import Database
import Testing

@Suite("When several processes write")
struct TurnTests {
    @Test("of four writers without a pause each gets its share, and none is told to come back later")
    func turns() async throws {
        let file = try TemporaryFile()
        let engines = [try await file.streets(), try file.engine(), try file.engine(), try file.engine()]
        try await engines[0].write { db in
            for id in 1...4 { try db.run("INSERT INTO street (id, name) VALUES (\(id), \("street \(id)"))") }
        }

        // They begin together: each waits until all have written once.
        let begun = StartLine(for: engines.count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, engine) in engines.enumerated() {
                group.addTask {
                    try await Self.light(street: index + 1, with: engine)
                    await begun.arrive()
                    for _ in 1...80 { try await Self.light(street: index + 1, with: engine) }
                }
            }
            try await group.waitForAll()
        }

        let order = try await engines[0].read { db in
            try db.rows("SELECT street FROM lamp ORDER BY number").map { try $0[0] as Int }
        }
        #expect(order.count == 324)
        // While all four are at it: until the first has done its 81.
        var done = [Int](repeating: 0, count: 5)
        for street in order {
            done[street] += 1
            if done[street] == 81 { break }
        }
        #expect(done.dropFirst().min() ?? 0 >= 27, "\(done)")
    }

    private static func light(street: Int, with engine: SQLiteEngine) async throws {
        try await engine.write { db in
            let next: Int = try db.value("SELECT coalesce(max(number), 0) + 1 FROM lamp") ?? 1
            try db.run("INSERT INTO lamp (street, number) VALUES (\(street), \(next))")
        }
    }

    @Test("two that open a new file at the same time both succeed")
    func opening() async throws {
        let file = try TemporaryFile()

        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...4 {
                group.addTask { _ = try await Migrator([.streets]).run(on: file.engine()) }
            }
            try await group.waitForAll()
        }

        let engine = try file.engine()
        #expect(try await engine.read { try $0.value("SELECT count(*) FROM schema_migration") } == 1)
    }
}
