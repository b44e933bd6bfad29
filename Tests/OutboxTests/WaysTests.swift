import Database
import Domain
import TestSupport
import Testing

@testable import Outbox

@Suite("When it is decided how a message leaves")
struct WaysTests {
    @Test("a reporter with a mobile telephone gets a text message, with her number and nothing that was said")
    func texting() async throws {
        let ground = try await OutboxGround()
        let matter = try await ground.matter()

        try await ground.put(ground.news(matter.id, key: "a"))
        try await ground.deliver()

        let given = try #require(ground.texts.first)
        #expect(given.address == Sensitive("19900001234"))
        #expect(given.text.contains(matter.number) && given.text.contains("6月8日"))
        #expect(!given.text.contains("路灯") && !given.text.contains("张秀英"))
        #expect(try await ground.sending("a")?.state == .sent)
    }

    @Test("without a gateway, and at a fixed telephone, the clerk of the station calls", arguments: [false, true])
    func calling(hasGateway: Bool) async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", isReal: hasGateway))
        let matter = try await ground.matter(phone: hasGateway ? "03542020123" : "19900001234")

        try await ground.put(ground.news(matter.id, key: "a"))
        try await ground.deliver()

        let sending = try #require(try await ground.sending("a"))
        #expect(sending.channel == .call && sending.state == .byHand)
        #expect(sending.station == ground.province.station(.town))
        #expect(ground.texts.isEmpty)
    }

    @Test("without a telephone a letter goes to the address, without both the own page has to do")
    func letter() async throws {
        let ground = try await OutboxGround()
        let atHome = try await ground.matter(phone: nil, home: "文化路 1 号")
        let nowhere = try await ground.matter(phone: nil)

        try await ground.put(ground.news(atHome.id, key: "a"), ground.news(nowhere.id, key: "b"))
        try await ground.deliver()

        #expect(try await ground.sending("a")?.channel == .letter)
        #expect(try await ground.sendings("b").isEmpty)
        #expect(try await ground.province.count("SELECT COUNT(*) FROM message WHERE due_at IS NOT NULL") == 0)
    }

    @Test("what is about the place's own people is told by the station above it")
    func bypassed() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", isReal: false))
        let matter = try await ground.matter(isBypassed: true)

        try await ground.put(ground.news(matter.id, key: "a"))
        try await ground.deliver()

        #expect(try await ground.sending("a")?.station == ground.province.station(.county))
    }

    @Test("what the petition department has is told by the petition department")
    func referred() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", isReal: false))
        let matter = try await ground.matter()
        let organ = try await ground.province.organ(.petitionOffice, in: .county)
        try await ground.province.write { db, _, _ in
            try db.run("UPDATE matter SET petition_office = \(organ) WHERE id = \(matter.id)")
        }

        try await ground.put(ground.news(matter.id, key: "a", .referred))
        try await ground.deliver()

        let sending = try await ground.sending("a")
        #expect(sending?.organ == organ)
        #expect(sending?.station == nil)
    }

    @Test("a number that is erased before the next try is not used")
    func erased() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", .failed("忙")))
        let matter = try await ground.matter()
        try await ground.put(ground.news(matter.id, key: "a"))
        try await ground.deliver()

        try await ground.province.write { db, _, _ in
            try db.run("UPDATE reporter SET phone_sealed = NULL, phone_index = NULL WHERE matter = \(matter.id)")
        }
        ground.province.clock.pass(minutes: 5)
        try await ground.deliver()

        #expect(ground.texts.count == 1)
        let sending = try await ground.sending("a")
        #expect(sending?.state == .givenUp)
        #expect(sending?.reason == "这个联系方式已经没有了")
    }

    @Test("somebody of the staff finds it in the inbox at once, and gets mail after a proved mailbox")
    func person() async throws {
        let ground = try await OutboxGround()
        let (clerk, head) = (ground.province.clerk(of: .town), ground.province.head(of: .town))
        try await ground.prove("head@example.cn", of: head)

        try await ground.put(ground.task(for: clerk, key: "a"), ground.task(for: head, key: "b"))
        let atOnce = try await ground.inbox(of: clerk).map(\.kind)
        ground.province.clock.pass(minutes: 15)
        try await ground.deliver()

        #expect(atOnce == [.holderWaits])
        #expect(ground.mails.map(\.address.opened) == ["head@example.cn"])
        #expect(try await ground.sendings("a").isEmpty)
    }

    @Test("what is urgent for somebody of the staff goes to her telephone as well, at once")
    func urgent() async throws {
        let ground = try await OutboxGround()
        let head = ground.province.head(of: .town)
        try await ground.prove("head@example.cn", of: head)

        try await ground.put(ground.task(for: head, key: "a", isUrgent: true))
        try await ground.deliver()

        #expect(Set(try await ground.sendings("a").map(\.channel)) == [.email, .sms])
        #expect(ground.texts.map(\.address.opened) == [head.phone])
    }

    @Test("without a gateway nobody reads a code out on the telephone, but a booking is told by a call")
    func telephone() async throws {
        let ground = try await OutboxGround(sms: ScriptedChannel("sms", isReal: false))
        let phone = Recipient.address(.telephone, Sensitive("19900001234"))
        let area = ground.province.division(.town)

        try await ground.put(
            MessageDraft(.signInCode, to: phone, area: area, values: ["code": "123456"], key: "code"),
            MessageDraft(.bookingConfirmed, to: phone, area: area, values: ["day": "6月1日"], key: "booking"))
        try await ground.deliver()

        #expect(try await ground.sending("code")?.channel == .sms)
        #expect(try await ground.sending("code")?.via == "file")
        let booking = try await ground.sending("booking")
        #expect(booking?.channel == .call && booking?.station == ground.province.station(.town))
    }

    @Test("what opens something is forgotten once it has left, with the address it went to")
    func secret() async throws {
        let ground = try await OutboxGround()

        try await ground.put(
            MessageDraft(
                .addressCode, to: .address(.email, Sensitive("a@example.cn")),
                area: ground.province.division(.town), values: ["code": "123456"], key: "a"))
        try await ground.deliver()

        #expect(ground.mails.first?.text.contains("123456") == true)
        let kept = try await SentMessages(of: ground.province).all.first
        #expect(kept?.values == [:])
        #expect(kept?.recipient == .address(.email, Sensitive("")))
    }
}
