import Database
import Testing

@Suite("When several processes write")
struct TurnTests {
    @Test("writers without a pause take turns")
    func turns() async throws {
        let file = try TemporaryFile()
        let engines = [try await file.streets(), try file.engine(), try file.engine()]
        try await engines[0].write { db in
            for id in 1...3 { try db.run("INSERT INTO street (id, name) VALUES (\(id), \("street \(id)"))") }
        }

        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, engine) in engines.enumerated() {
                group.addTask {
                    for _ in 1...60 {
                        try await engine.write { db in
                            let next: Int = try db.value("SELECT coalesce(max(number), 0) + 1 FROM lamp") ?? 1
                            try db.run("INSERT INTO lamp (street, number) VALUES (\(index + 1), \(next))")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }

        let order = try await engines[0].read { db in
            try db.rows("SELECT street FROM lamp ORDER BY number").map { try $0[0] as Int }
        }
        #expect(order.count == 180)
        #expect(longestRun(order.dropLast(60)) <= 20)
    }

    private func longestRun(_ list: some Collection<Int>) -> Int {
        var longest = 1
        var current = 1
        for (earlier, later) in zip(list, list.dropFirst()) {
            current = earlier == later ? current + 1 : 1
            longest = max(longest, current)
        }
        return longest
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
