import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a link is good for nothing any more")
struct LinkEndTests {
    private func checking(_ province: TestProvince) async throws -> (MatterNumber, LinkReader) {
        let number = try await province.said()
        try await province.replied(number)
        let path = try await province.link(to: province.deputy(of: .town), on: number, [.seen, .check, .deliver])
        return (number, try await LinkReader(path, in: province))
    }

    /// Sends the form that was shown before, whatever has happened since.
    private func late(_ link: LinkReader, _ form: ShownForm) async throws -> Answer {
        try await link.browser.post(raw: form.action, form.filled([:]))
    }

    @Test("after seven days it is over, and says so to whoever holds it")
    func expired() async throws {
        let province = try await TestProvince()
        let (number, link) = try await checking(province)
        let form = try await link.form(.check)
        province.clock.pass(days: 7)

        let (page, answer) = (try await link.open(), try await late(link, form))

        #expect(page.status == .gone)
        #expect(page.text.contains("已经过期"))
        #expect(!page.text.contains(Said.lamp))
        #expect(answer.status == .conflict)
        #expect(try await province.matter(number).answering.isReplyChecked == false)
    }

    @Test("a place may settle how many days")
    func days() async throws {
        let province = try await TestProvince()
        try await province.set(.linkDays, "2", in: .county)
        let (_, link) = try await checking(province)

        province.clock.pass(days: 1)
        #expect(try await link.open().status == .ok)
        province.clock.pass(days: 1)
        #expect(try await link.open().status == .gone)
    }

    @Test("with the office of the person it was made for it ends")
    func grantEnded() async throws {
        let province = try await TestProvince()
        let (number, link) = try await checking(province)
        let form = try await link.form(.check)
        try await province.end(province.deputy(of: .town))

        let (page, answer) = (try await link.open(), try await late(link, form))

        #expect(page.status == .gone)
        #expect(!page.text.contains(Said.lamp))
        #expect(answer.status == .conflict)
        #expect(try await province.events(of: number).last == "replied")
    }

    @Test("taken back by the clerk it is over at once")
    func revoked() async throws {
        let province = try await TestProvince()
        let (number, link) = try await checking(province)
        let form = try await link.form(.check)
        let id: Int64? = try await province.value("SELECT MAX(id) FROM one_time_link WHERE matter > 0")
        let clerk = try await province.desk(province.clerk(of: .town)).browser
        _ = try await clerk.get("/matters/\(number.text)/links")

        let back = try await clerk.post("/matters/\(number.text)/links/\(id ?? 0)/revocation")

        #expect(back.status == .seeOther)
        #expect(try await link.open().status == .gone)
        #expect(try await link.open().text.contains("收回"))
        #expect(try await late(link, form).status == .conflict)
        #expect(try await clerk.follow(back).text.contains("链接已经收回"))
    }

    @Test("where the matter has moved on it says so, refuses, and offers to sign in")
    func moved() async throws {
        let province = try await TestProvince()
        let (number, link) = try await checking(province)
        let form = try await link.form(.check)
        try await province.desk(province.deputy(of: .town)).act(.returnReply, ["reason": Said.reason], on: number)

        let (page, answer) = (try await link.open(), try await late(link, form))

        #expect(page.status == .ok)
        #expect(page.text.contains("现在没有要您在这里办的"))
        #expect(page.text.contains("/sign-in"))
        #expect(answer.status == .conflict)
        #expect(try await province.state(of: number) == .inHandling)
        #expect(try await province.usedLinkActs() == 0)
    }

    @Test("where it is no longer hers she sees nothing of it")
    func otherDeputy() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.accepted(number)
        let handler = province.handler(of: .otherTown)
        let link = try await LinkReader(province.link(to: handler, on: number, LinkAct.handlers), in: province)

        let page = try await link.open()

        #expect(page.status == .ok)
        #expect(!page.text.contains(Said.lamp))
        #expect(page.text.contains("不用您办了"))
        #expect(try await link.forms().isEmpty)
    }

    @Test("it shows one matter, and does only what it was made for")
    func foreign() async throws {
        let province = try await TestProvince()
        let other = try await province.said("学校门口的下水井盖没有了，孩子容易掉下去。")
        let (number, link) = try await checking(province)

        let page = try await link.open()
        let reply = try await link.browser.post(
            raw: link.path + "/reply",
            [
                ("form_token", link.browser.formToken ?? ""), ("submission", "7d1f2f6e-64c1-4b44-9f36-0f2f3f0f1a11"),
                ("version", String(try await province.matter(number).version)), ("outcome", "solved"),
                ("done", Said.done), ("signer", "王建国"),
            ])
        let elsewhere = try await link.browser.post(
            raw: link.path + "/closure", [("form_token", link.browser.formToken ?? "")])

        #expect(!page.text.contains(other.text))
        #expect(!page.text.contains("井盖"))
        #expect(reply.status == .conflict)
        #expect(elsewhere.status == .notFound)
        #expect(try await province.events(of: number).last == "replied")
    }

    @Test("no rating comes by a link, whatever is sent")
    func rating() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.answered(number)
        let link = try await LinkReader(
            province.link(to: province.deputy(of: .town), on: number, [.revisit]), in: province)
        let form = try await link.form(.revisit)
        let filled = form.filled(["channel": "phone", "reached": "yes"])

        let rated = try await link.browser.post(
            raw: form.action, filled + [("grade", "satisfied"), ("source", "toldToStaff")])

        #expect(!form.names.contains("grade"))
        #expect(rated.status == .conflict)
        #expect(try await province.matter(number).answering.grade == nil)
        #expect(try await link.send(.revisit, ["channel": "phone", "reached": "yes"]).status == .seeOther)
        #expect(try await province.matter(number).answering.tries.count == 1)
    }

    @Test("a token that no link has opens nothing, and too many of them have to wait; a real one still opens")
    func wrong() async throws {
        let province = try await TestProvince()
        try await province.set(.codeTriesPerHour, "3", in: .province)
        let (_, link) = try await checking(province)
        let visitor = try await province.browser()
        let token = String(repeating: "a", count: 43)

        let page = try await visitor.get("/l/\(token)")
        for _ in 2...60 { _ = try await visitor.get("/l/\(token)") }
        let limited = try await visitor.get("/l/\(token)")

        #expect(page.status == .notFound)
        #expect(page.text.contains("这个链接打不开"))
        #expect(limited.status == .tooManyRequests)
        #expect(try await link.open().status == .ok)
    }

    @Test("links that ended long ago are forgotten by timed work, those of last week are not")
    func purge() async throws {
        let province = try await TestProvince()
        let (_, link) = try await checking(province)
        province.clock.pass(days: 30)
        await province.work()
        #expect(try await link.open().status == .gone)

        province.clock.pass(days: 60)
        await province.work()

        #expect(try await link.open().status == .notFound)
    }
}
