import Database
import Search
import Testing

@Suite("When documents go into the index and out of it")
struct IndexTests {
    private let lamps: Lamps

    init() async throws {
        lamps = try await Lamps()
        try await lamps.put(10, "东大街的路灯坏了")
        try await lamps.settle()
        try await lamps.put(20, "西大街的路灯坏了")
    }

    @Test("what is taken out is not found by any word any more")
    func removed() async throws {
        try await lamps.remove(10, "东大街的路灯坏了")

        #expect(try await lamps.find("路灯") == [20])
        #expect(try await lamps.find("东") == [])
        #expect(try await lamps.find("大街") == [20])
    }

    @Test("what was put in a moment ago can be taken out too")
    func removedAtOnce() async throws {
        try await lamps.remove(20, "西大街的路灯坏了")

        #expect(try await lamps.find("路灯") == [10])
        #expect(try await lamps.find("西") == [])
    }

    @Test("of many documents, old and new, the newest come first and none is missing")
    func many() async throws {
        for number in 100..<300 {
            try await lamps.put(Int64(number * 7919 % 10_007) + 1000, "路灯坏了")
        }

        let page = try await lamps.find("路灯", limit: 50)
        let next = try await lamps.find("路灯", before: page.last, limit: 200)

        #expect(page + next == (page + next).sorted(by: >))
        #expect(Set(page + next).count == 202)
    }

    @Test("what comes back with other words is found by these")
    func changed() async throws {
        try await lamps.remove(10, "东大街的路灯坏了")
        try await lamps.put(10, "东大街的井盖坏了")

        #expect(try await lamps.find("路灯") == [20])
        #expect(try await lamps.find("井盖") == [10])
        #expect(try await lamps.find("坏") == [20, 10])
    }

    @Test("taking out what was not put in is refused and changes nothing")
    func otherWords() async throws {
        await #expect(throws: SearchError.notAsGiven(10)) { try await lamps.remove(10, "东大街的井盖坏了") }
        await #expect(throws: SearchError.notAsGiven(10)) {
            try await lamps.remove(10, "东大街的路灯坏了", in: Lamps.taigu)
        }
        await #expect(throws: SearchError.notAsGiven(30)) { try await lamps.remove(30, "东大街的路灯坏了") }

        #expect(try await lamps.find("路灯") == [20, 10])
    }

    @Test("putting in twice is refused")
    func twice() async throws {
        await #expect(throws: DatabaseError.constraint("search_entry.document")) { try await lamps.put(10, "东大街的路灯坏了") }
        #expect(try await lamps.find("路灯") == [20, 10])
    }

    @Test("an emptied index finds nothing and can be filled again")
    func emptied() async throws {
        try await lamps.engine.alter { db in try SearchIndex.beginFilling(in: db) }
        #expect(try await lamps.find("路灯") == [])

        try await lamps.put(10, "东大街的路灯坏了")
        #expect(try await lamps.find("路灯") == [10])

        try await lamps.engine.alter { db in try SearchIndex.endFilling(in: db) }
        #expect(try await lamps.find("路灯") == [10])
    }

    @Test("filling leaves the schema as the migrations made it, also when it was interrupted once")
    func sameSchema() async throws {
        let before = try await lamps.schema()

        try await lamps.engine.alter { db in try SearchIndex.beginFilling(in: db) }
        try await lamps.engine.alter { db in try SearchIndex.beginFilling(in: db) }
        try await lamps.engine.alter { db in try SearchIndex.endFilling(in: db) }

        #expect(try await lamps.schema() == before)
    }

    @Test("a transaction that fails leaves the index as it was")
    func undone() async throws {
        struct Failure: Error {}
        await #expect(throws: Failure.self) {
            try await lamps.engine.write { db in
                try SearchIndex.put(document: 30, words: "路灯", areas: [Lamps.province], month: 202_605, in: db)
                throw Failure()
            }
        }

        #expect(try await lamps.find("路灯") == [20, 10])
    }
}
