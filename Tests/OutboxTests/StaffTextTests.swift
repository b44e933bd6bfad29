import Database
import Domain
import TestSupport
import Testing

@testable import Outbox

@Suite("When somebody of the staff has a proved telephone and no mailbox")
struct StaffTextTests {
    /// The morning after: a quarter past eight.
    private func tomorrow(_ ground: OutboxGround) {
        let day = ground.province.today.adding(days: 1)
        ground.province.clock.set(day.start.adding(seconds: 8 * 3600 + 15 * 60))
    }

    @Test("what came in a day goes as one text message in the morning, with nothing of a matter in it")
    func digest() async throws {
        let ground = try await OutboxGround()
        let clerk = ground.province.clerk(of: .town)

        try await ground.put(ground.task(for: clerk, key: "1407-1"))
        ground.province.clock.pass(hours: 5)
        try await ground.put(ground.task(for: clerk, key: "1407-2"))
        try await ground.deliver()
        let early = ground.texts.count
        tomorrow(ground)
        ground.province.clock.pass(minutes: -1)
        try await ground.deliver()
        let stillEarly = ground.texts.count
        ground.province.clock.pass(minutes: 1)
        try await ground.deliver()
        ground.province.clock.pass(hours: 3)
        try await ground.put(ground.task(for: clerk, key: "1407-3"))
        ground.province.clock.pass(hours: 1)
        try await ground.deliver()

        #expect(early == 0 && stillEarly == 0)
        #expect(ground.texts.map(\.address.opened) == [clerk.phone])
        let text = try #require(ground.texts.first?.text)
        #expect(text.contains("有 2 条消息") && text.contains("/inbox") && !text.contains("1407-1"))
        #expect(try await ground.sending("1407-1")?.id == (try await ground.sending("1407-2")?.id))
        tomorrow(ground)
        try await ground.deliver()
        #expect(ground.texts.count == 2)
        #expect(ground.texts.last?.text.contains("1407-3") == true)
    }

    @Test("what she read in the meantime costs no text message")
    func read() async throws {
        let ground = try await OutboxGround()
        let clerk = ground.province.clerk(of: .town)
        try await ground.put(ground.task(for: clerk, key: "1407-1"), ground.task(for: clerk, key: "1407-2"))
        let now = ground.province.now.ms
        try await ground.province.write { db, _, _ in
            try db.run("UPDATE message SET read_at = \(now) WHERE key = '1407-1'")
        }

        tomorrow(ground)
        try await ground.deliver()

        #expect(try await ground.sendings("1407-1").isEmpty)
        #expect(ground.texts.count == 1 && ground.texts.first?.text.contains("1407-2") == true)
    }

    @Test("what a link told at once is not told again")
    func linked() async throws {
        let ground = try await OutboxGround()
        let matter = try await ground.matter()
        let handler = ground.province.handler(of: .town)
        let area = ground.province.division(.town)

        try await ground.put(
            MessageDraft(.handlerAssigned, to: .person(handler.person), area: area, matter: matter.id, key: "a"),
            MessageDraft(
                .oneTimeLink, to: .person(handler.person), area: area, matter: matter.id,
                values: ["link": "https://a.test/l/x"], key: "b"))
        try await ground.deliver()
        tomorrow(ground)
        try await ground.deliver()

        #expect(ground.texts.count == 1 && ground.texts.first?.text.contains("/l/x") == true)
        #expect(try await ground.sendings("a").isEmpty)
        #expect(try await ground.inbox(of: handler).contains { $0.kind == .handlerAssigned })
    }

    @Test("a place that does not pay for it, and a telephone that nobody has proved: the inbox has to do")
    func without() async throws {
        let ground = try await OutboxGround()
        let (clerk, head) = (ground.province.clerk(of: .town), ground.province.head(of: .street))
        try await ground.province.set(.staffTexts, "0", in: .town)
        try await ground.province.silence(head)

        try await ground.put(
            ground.task(for: clerk, key: "a"),
            MessageDraft(
                .holderWaits, to: .person(head.person), area: ground.province.division(.street),
                values: ["number": "b"], key: "b"))
        tomorrow(ground)
        try await ground.deliver()

        #expect(ground.texts.isEmpty)
        #expect(try await ground.province.count("SELECT COUNT(*) FROM message WHERE due_at IS NOT NULL") == 0)
    }
}
