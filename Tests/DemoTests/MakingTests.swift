import Demo
import Domain
import Testing

@Suite("When a demo is ordered")
struct MakingTests {
    @Test("a folder that has an installation already is left alone")
    func refusesTwice() async throws {
        let demo = try await MadeDemo.small.value
        let before: Int? = try await demo.value("SELECT COUNT(*) FROM event")

        await #expect(throws: DemoRefusal.self) {
            _ = try await Demo.make(DemoOrder(folder: demo.folder, isSmall: true, now: MadeDemo.now)) { _ in }
        }

        #expect(try await demo.value("SELECT COUNT(*) FROM event") == before)
    }

    @Test("the same number gives the same demo, another number another one")
    func repeats() async throws {
        let first = try await MadeDemo(matters: 60, seed: 5)
        let second = try await MadeDemo(matters: 60, seed: 5)
        let other = try await MadeDemo(matters: 60, seed: 6)

        #expect(try await contents(first) == contents(second))
        #expect(try await contents(first) != contents(other))
    }

    /// Everything but what is drawn for safety's sake: ids, salts, codes.
    private func contents(_ demo: MadeDemo) async throws -> [String] {
        try await demo.app.installation.database.read { db in
            try db.rows(
                """
                SELECT m.number, m.registered_at, m.state, m.version, w.masked FROM matter m
                JOIN matter_words w ON w.matter = m.id ORDER BY m.number
                """
            ).map { row in
                "\(try row[0] as String) \(try row[1] as Int64) \(try row[2] as String) \(try row[3] as Int64) "
                    + (try row[4] as String)
            }
        }
    }
}
