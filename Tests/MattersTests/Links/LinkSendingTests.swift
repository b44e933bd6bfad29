import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a link is sent")
struct LinkSendingTests {
    private func links(_ province: TestProvince, to person: TestPerson) async throws -> Int {
        try await province.count("SELECT COUNT(*) FROM one_time_link WHERE person = \(person.person)")
    }

    @Test(
        "by itself: to the deputy who is named, to the handler it is assigned to, to the deputy whose check is waited for"
    )
    func byItself() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let (deputy, handler) = (province.deputy(of: .town), province.handler(of: .town))

        try await province.accepted(number)
        #expect(try await links(province, to: deputy) == 1)
        try await province.desk(province.officer(of: .town)).act(.assign, on: number)
        #expect(try await links(province, to: handler) == 1)
        try await province.desk(handler).act(.takeUp, on: number)
        try await province.desk(handler).act(.reply, TestProvince.solved, on: number)

        #expect(try await links(province, to: deputy) == 2)
        #expect(try await links(province, to: handler) == 1)
    }

    @Test("to nobody whose telephone is not proved, and not while a history is played")
    func notTold() async throws {
        let province = try await TestProvince()
        let play = try await Play(province)
        try await province.silence(province.deputy(of: .town))
        try await play.accepted()
        #expect(try await links(province, to: province.deputy(of: .town)) == 0)

        let organ = try await province.organ(.townGovernment, in: .town)
        let officer = province.officer(of: .town).principal
        let (now, installation, number) = (province.now, province.installation, play.number)
        try await province.write { db, ids, _ in
            _ = try ActOnMatter.run(
                db, number,
                ActRequest(.assign(organ, coHandlers: [], isWide: false, note: ""), isTold: false), by: officer,
                at: now,
                ids: &ids, in: installation)
        }

        #expect(try await province.count("SELECT COUNT(*) FROM one_time_link") == 0)
    }

    @Test("when time reminds a handler of the date it must state")
    func reminded() async throws {
        let province = try await TestProvince()
        let play = try await Play(province)
        try await play.inHandling()
        let before = try await links(province, to: province.handler(of: .town))

        province.clock.pass(days: 9)
        await province.work()

        #expect(try await links(province, to: province.handler(of: .town)) > before)
    }

    @Test("to a handler on the last day and once it has passed, but not before the morning")
    func ended() async throws {
        let province = try await TestProvince()
        let play = try await Play(province)
        try await play.inHandling()
        let due = try #require(try await play.matter.clock(.handling)?.deadline.dueOn)
        func asked(_ words: String) async throws -> [SentMessage] {
            try await SentMessages(of: province).to(province.handler(of: .town)).filter { $0.values["asked"] == words }
        }

        province.clock.set(due.start.adding(seconds: 60))
        for _ in 1...2 { await province.work() }
        let today = try await asked("今天到期，请今天写答复")
        province.clock.set(due.adding(days: 1).start.adding(seconds: 60))
        for _ in 1...2 { await province.work() }
        let after = try await asked("已经超过期限，请马上写答复")

        #expect(today.map(\.notBefore) == [due.start.adding(seconds: 8 * 3600)])
        #expect(after.map(\.notBefore) == [due.adding(days: 1).start.adding(seconds: 8 * 3600)])
    }

    @Test("by hand from the answer screen, to one of the two; the sender never sees it")
    func byHand() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.assigned(number)
        let handler = province.handler(of: .town)
        let clerk = try await province.desk(province.clerk(of: .town))
        let page = try await clerk.open(number)
        let action = "/matters/\(number.text)/links"
        let form = try #require(ShownForm.all(on: page.text).first { $0.action == action })

        let sent = try await clerk.browser.post(raw: action, form.filled(["whom": "handler"]))
        let list = try await clerk.browser.follow(sent)

        #expect(sent.status == .seeOther)
        #expect(list.text.contains("链接已经发出"))
        #expect(list.text.contains(handler.name))
        #expect(!list.text.contains("/l/"))
        #expect(try await links(province, to: handler) == 2)
        let by: Int64? = try await province.value(
            "SELECT made_by FROM one_time_link WHERE made_by IS NOT NULL AND person = \(handler.person)")
        #expect(by == clerk.person.account)
    }

    @Test("nobody to send it to is said in a sentence")
    func nobody() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.accepted(number)
        try await province.silence(province.deputy(of: .town))
        let clerk = try await province.desk(province.clerk(of: .town))
        let page = try await clerk.open(number)
        let action = "/matters/\(number.text)/links"
        let form = try #require(ShownForm.all(on: page.text).first { $0.action == action })

        let refused = try await clerk.browser.post(raw: action, form.filled(["whom": "supervisor"]))
        let unsaid = try await clerk.browser.post(raw: action, form.filled(["whom": ""]))

        #expect(refused.status == .conflict)
        #expect(refused.text.contains("没有核实过的手机号"))
        #expect(unsaid.status == .unprocessableContent)
    }

    @Test("links are the business of the station and the office: not of the handler, not of strangers, not of visitors")
    func others() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.assigned(number)
        let path = "/matters/\(number.text)/links"

        #expect(try await province.browser(as: province.officer(of: .town)).get(path).status == .ok)
        #expect(try await province.browser(as: province.handler(of: .town)).get(path).status == .forbidden)
        #expect(try await province.browser(as: province.clerk(of: .otherTown)).get(path).status == .notFound)
        #expect(try await province.browser().get(path).location?.hasPrefix("/sign-in") == true)
        #expect(
            try await !province.desk(province.handler(of: .town)).open(number).text.contains("发一次性链接"))
    }
}
