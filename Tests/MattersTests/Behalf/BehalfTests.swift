import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a clerk writes down what a deputy or an organ said")
struct BehalfTests {
    private static let call = ["told": "phone"]

    @Test(
        "the deputy's check over the telephone: in her name, with how and when, and she is told with a link to dispute it"
    )
    func deputy() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.replied(number)
        let deputy = province.deputy(of: .town)
        let before = try await province.count("SELECT COUNT(*) FROM one_time_link WHERE behalf_act IS NOT NULL")

        try await province.desk(province.clerk(of: .town))
            .act(.passCheck, Self.call.merging(["note": "代表说写得清楚"]) { $1 }, on: number)

        let event = try await province.lastEvent(of: number)
        #expect(event.name == "replyChecked")
        #expect(event.author.account == province.clerk(of: .town).account)
        #expect(event.author.onBehalf == "deputy")
        #expect(event.facts.code("heard-by") == "phone")
        #expect(event.facts.integer("heard-on") == Int64(province.today.number))
        let person: Int64? = try await province.value("SELECT person FROM behalf_act")
        #expect(person == deputy.person)
        let links = try await province.count("SELECT COUNT(*) FROM one_time_link WHERE behalf_act IS NOT NULL")
        #expect(links == before + 1)
        let note = try #require(try await SentMessages(of: province).of(.doneOnYourBehalf).first)
        #expect(note.isUrgent && note.notBefore == province.now)
        let page = try await province.desk(province.head(of: .town)).open(number)
        #expect(page.text.contains("代督办代表"))
        #expect(try await province.faults() == [])
    }

    @Test(
        "without saying how it was heard it is refused, a letter without who signed it too",
        arguments: [Act.passCheck, .returnReply, .declineSupervision])
    func unsaid(act: Act) async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        if act == .declineSupervision {
            try await province.accepted(number)
        } else {
            try await province.replied(number)
        }
        let clerk = try await province.desk(province.clerk(of: .town))
        let reason = act == .passCheck ? [:] : ["reason": Said.reason]

        let unsaid = try await clerk.send(act, reason, on: number)
        let unsigned = try await clerk.send(act, reason.merging(["told": "letter"]) { $1 }, on: number)
        let tomorrow = province.today.adding(days: 1).iso
        let ahead = try await clerk.send(
            act, reason.merging(["told": "phone", "told_on": tomorrow]) { $1 }, on: number)

        #expect([unsaid.status, unsigned.status, ahead.status] == Array(repeating: .unprocessableContent, count: 3))
        #expect(unsaid.text.contains("怎么听到或收到的"))
        #expect(unsigned.text.contains("请填写签发人"))
        try await clerk.act(act, reason.merging(Self.call) { $1 }, on: number)
    }

    @Test("she declined by telephone: another one can be named")
    func declined() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.accepted(number)

        try await province.desk(province.clerk(of: .town))
            .act(.declineSupervision, Self.call.merging(["reason": Said.reason]) { $1 }, on: number)

        #expect(try await province.matter(number).supervisor == nil)
        let person: Int64? = try await province.value("SELECT person FROM behalf_act")
        #expect(person == province.deputy(of: .town).person)
    }

    @Test("a clerk's own delivery is hers; said to be the deputy's it is the deputy's")
    func delivery() async throws {
        let province = try await TestProvince()
        let (own, deputys) = (try await province.said(), try await province.said("学校门口的下水井盖没有了，孩子容易掉下去。"))
        for number in [own, deputys] {
            try await province.replied(number)
            try await province.desk(province.deputy(of: .town)).act(.passCheck, on: number)
        }
        let clerk = try await province.desk(province.clerk(of: .town))

        try await clerk.act(.deliver, ["channel": "phone"], on: own)
        try await clerk.act(.deliver, ["channel": "visit", "told": "onsite"], on: deputys)

        #expect(try await province.lastEvent(of: own).author.onBehalf == nil)
        #expect(try await province.lastEvent(of: deputys).author.onBehalf == "deputy")
        #expect(try await province.count("SELECT COUNT(*) FROM behalf_act") == 1)
    }

    @Test("nobody but a clerk of the station speaks for a deputy")
    func others() async throws {
        let province = try await TestProvince()
        let play = try await Play(province)
        try await play.inHandling()
        try await play.act(.reply(Play.solved), by: province.handler(of: .town))
        let word = Attestation(speaker: .deputy, channel: .phone, heardOn: province.today)

        for person in [province.head(of: .town), province.deputy(of: .town)] {
            await #expect(throws: Refusal.self) {
                try await play.act(.ready(.passCheck(note: "")), by: person, onBehalf: word)
            }
        }
        await #expect(throws: NotFound.self) {
            try await play.act(.ready(.passCheck(note: "")), by: province.clerk(of: .otherTown), onBehalf: word)
        }
        #expect(try await play.matter.answering.isReplyChecked == false)
    }

    @Test("a check is not on a clerk's page today: she only writes it down")
    func today() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.replied(number)

        let page = try await province.browser(as: province.clerk(of: .town)).get("/today")

        #expect(page.text.contains(number.text))
        #expect(!page.text.contains(">审核答复</a>"))
    }

    @Test("a handler's letter names the organ, and its people are told")
    func handler() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.assigned(number)

        try await province.desk(province.clerk(of: .town)).act(
            .takeUp, ["document": "乌政函〔2026〕12号", "letter_signer": "王建国"], on: number)

        let organ: Int64? = try await province.value("SELECT organ FROM behalf_act")
        #expect(organ == (try await province.organ(.townGovernment, in: .town)))
        let told = try await province.count(
            """
            SELECT COUNT(*) FROM one_time_link WHERE behalf_act IS NOT NULL
              AND person = \(province.handler(of: .town).person)
            """)
        #expect(told == 1)
    }
}
