import Database
import Domain
import TestSupport
import Testing

@testable import Outbox

@Suite("When a change writes its messages")
struct PutTests {
    @Test("a message put twice is written once, in the same change or in another, and the first one stays")
    func twice() async throws {
        let ground = try await OutboxGround()
        let clerk = ground.province.clerk(of: .town)
        var other = ground.task(for: clerk, key: "a")
        other.values = ["number": "another"]

        try await ground.put(ground.task(for: clerk, key: "a"), ground.task(for: clerk, key: "b"), other)
        try await ground.put(other)

        let sent = try await SentMessages(of: ground.province)
        #expect(sent.to(clerk).map(\.key).sorted() == ["a", "b"])
        #expect(sent.all.first { $0.key == "a" }?.values == ["number": "a"])
    }

    @Test("a change that is undone leaves no message")
    func undone() async throws {
        let ground = try await OutboxGround()
        let draft = ground.task(for: ground.province.clerk(of: .town), key: "a")
        let (now, keys) = (ground.province.now, ground.province.installation.keys)

        await #expect(throws: NotFound.self) {
            try await ground.province.write { db, ids, _ in
                try Outbox.put([draft], in: db, at: now, ids: &ids, keys: keys)
                throw NotFound()
            }
        }

        #expect(try await SentMessages(of: ground.province).all.isEmpty)
    }

    @Test("recipient, matter and values come back as they went in, and none of it lies there in the clear")
    func columns() async throws {
        let ground = try await OutboxGround()
        let matter = try await ground.matter()
        let mailbox = Recipient.address(.email, Sensitive("zhang@example.cn"))

        try await ground.put(
            ground.news(matter.id, key: "reporter"),
            MessageDraft(
                .followedNews, to: mailbox, area: ground.province.division(.town), values: ["day": "玛瑙"],
                key: "mailbox"))

        let sent = try await SentMessages(of: ground.province)
        #expect(sent.about(matter.id).map(\.recipient) == [.reporter(matter.id)])
        #expect(sent.to(mailbox).map(\.values) == [["day": "玛瑙"]])
        let stored: [UInt8] = try await ground.province.read { db in
            let row = try db.row("SELECT values_sealed, address_sealed FROM message WHERE key = 'mailbox'")
            guard let row else { return [] }
            let (values, address): ([UInt8], [UInt8]) = (try row[0], try row[1])
            return values + address
        }
        #expect(stored.count > 60)
        #expect(!String(decoding: stored, as: UTF8.self).contains("玛瑙"))
        #expect(!String(decoding: stored, as: UTF8.self).contains("example.cn"))
    }

    @Test("whoever waits for a code or a link before a page is not made to wait for the morning")
    func urgent() async throws {
        let ground = try await OutboxGround()
        let mailbox = Recipient.address(.email, Sensitive("zhang@example.cn"))
        for kind in MessageKind.allCases {
            try await ground.put(
                MessageDraft(kind, to: mailbox, area: ground.province.division(.town), key: kind.rawValue))
        }

        let urgent = try await SentMessages(of: ground.province).all.filter(\.isUrgent).map(\.kind)

        #expect(Set(urgent) == [.signInCode, .addressCode, .oneTimeLink, .followConfirm])
    }

    @Test("values may hold anything but the signs that stand between them")
    func values() {
        let values = ["day": "5月25日\n上午", "link": "https://a/b?c=d&e={f}", "station": "站\u{1F}\u{1E}名", "x": ""]

        let read = MessageValues(text: MessageValues(values).text).values

        #expect(read == ["day": "5月25日\n上午", "link": "https://a/b?c=d&e={f}", "station": "站名", "x": ""])
    }
}
