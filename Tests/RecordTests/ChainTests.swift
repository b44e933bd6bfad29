import Database
import Domain
import Record
import Secrets
import Testing

@Suite("When events are appended to a chain")
struct ChainTests {
    @Test("they come back in order, with their facts, states and author")
    func order() async throws {
        let archive = try await Archive()
        _ = try await archive.matter(5, firstEvent: 100)

        let events = try await archive.engine.read { [log = archive.log] db in
            try log.events(of: .matter(5), in: db)
        }

        #expect(events.map(\.name) == ["registered", "assigned", "escalated"])
        #expect(events.map(\.sequence) == [1, 2, 3])
        #expect(events[1].facts == [Fact("organ", 31), Fact("due", 20_620)])
        #expect(events[0].facts.code("channel") == "counter")
        #expect(events[1].before == "registered")
        #expect(events[0].author.onBehalf == "reporter")
        #expect(events[2].author == .system)
        #expect(events.map(\.hadTexts) == [true, true, false])
    }

    @Test("texts are opened by name, and none of them stands readable in the database")
    func texts() async throws {
        let archive = try await Archive()
        _ = try await archive.matter(5, firstEvent: 100)

        let (texts, sealed) = try await archive.engine.read { [log = archive.log] db in
            let sealed: [UInt8]? = try db.value("SELECT sealed FROM event_content WHERE event = 100")
            return (try log.texts(of: [100, 101, 102], in: db), sealed)
        }

        #expect(texts.keys.sorted() == [100, 101])
        #expect(texts[100]?.map(\.kind) == ["words", "phone"])
        #expect(texts[100]?.last?.text == "19900001234")
        let content = try #require(sealed)
        #expect(!content.contains("19900001234"))
        #expect(!content.contains("路灯"))
    }

    @Test("the form that is hashed is the one written down here")
    func golden() async throws {
        let archive = try await Archive()
        _ = try await archive.matter(5, firstEvent: 100)

        let events = try await archive.engine.read { [log = archive.log] db in
            try log.events(of: .matter(5), in: db)
        }

        #expect(events.map { $0.hash.hex } == Golden.hashes)
        #expect(HashAlgorithm.sha256.tagged(bytes(Golden.secondForm)).hex == Golden.hashes[1])
        #expect(HashAlgorithm.sha256.tagged(bytes(Golden.secondContent)).hex == Golden.secondCommitment)
        #expect(Golden.secondForm.hasSuffix(Golden.secondCommitment))
    }

    @Test("a head that nobody else keeps stands in its own table")
    func ownHead() async throws {
        let archive = try await Archive()
        let stream = Stream(kind: .account, id: 9)

        let head = try await archive.engine.write { [log = archive.log] db in
            var ids = IDs.known(from: 1)
            for draft in EventDraft.lamp(in: stream) { try log.append(draft, in: db, ids: &ids) }
            return try log.head(of: stream, in: db)
        }

        #expect(head.sequence == 3)
        #expect(try await archive.faults(stream, head).isEmpty)
    }

    @Test("two that follow the same event cannot both stand")
    func twice() async throws {
        let archive = try await Archive()
        _ = try await archive.matter(5, firstEvent: 100)

        await #expect(throws: DatabaseError.self) {
            try await archive.engine.write { [log = archive.log] db in
                var ids = IDs.known(from: 200)
                _ = try log.append(EventDraft.lamp(in: .matter(5))[0], after: .none, in: db, ids: &ids)
            }
        }
    }

    @Test("a fact that is too long for a code is refused")
    func longFact() async throws {
        let archive = try await Archive()
        var draft = EventDraft.lamp(in: .matter(5))[0]
        draft.facts = [Fact("words", code: String(repeating: "长", count: 100))]

        await #expect(throws: RecordError.self) {
            try await archive.engine.write { [log = archive.log, draft] db in
                var ids = IDs.known(from: 200)
                _ = try log.append(draft, after: .none, in: db, ids: &ids)
            }
        }
    }
}

func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

extension [UInt8] {
    func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return indices.contains { self[$0...].starts(with: wanted) }
    }
}
