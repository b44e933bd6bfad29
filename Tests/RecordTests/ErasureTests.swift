import Database
import Domain
import Record
import Testing

@Suite("When the texts of an event are erased")
struct ErasureTests {
    @Test("they are gone, and the chain stays true")
    func erased() async throws {
        let archive = try await Archive()
        let head = try await archive.matter(5, firstEvent: 100)

        let (texts, sealed) = try await archive.engine.write { [log = archive.log] db in
            try log.erase(event: 100, at: Instant(ms: 1_790_000_000_000), in: db)
            let sealed: [UInt8]? = try db.value("SELECT sealed FROM event_content WHERE event = 100")
            return (try log.texts(of: [100, 101], in: db), sealed)
        }

        #expect(texts.keys.sorted() == [101])
        #expect(sealed == nil)
        #expect(try await archive.faults(.matter(5), head).isEmpty)
    }

    @Test("doing it again changes nothing")
    func again() async throws {
        let archive = try await Archive()
        let head = try await archive.matter(5, firstEvent: 100)

        let at: Int64? = try await archive.engine.write { [log = archive.log] db in
            try log.erase(event: 100, at: Instant(ms: 1000), in: db)
            try log.erase(event: 100, at: Instant(ms: 2000), in: db)
            return try db.value("SELECT erased_at FROM event_content WHERE event = 100")
        }

        #expect(at == 1000)
        #expect(try await archive.faults(.matter(5), head).isEmpty)
    }
}
