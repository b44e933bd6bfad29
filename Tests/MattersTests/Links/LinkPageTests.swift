import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When somebody acts from a message")
struct LinkPageTests {
    @Test("a deputy answers on one page: the words, the reply, the day with its reason, the short form; then a receipt")
    func deputy() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.replied(number)
        let deputy = province.deputy(of: .town)
        let link = try await LinkReader(
            province.link(to: deputy, on: number, [.seen, .check, .deliver]), in: province)

        let page = try await link.open()
        let answer = try await link.send(.check, ["channel": "phone", "words": "路灯修好了，您看看。"])
        let receipt = try await link.browser.follow(answer)

        #expect(page.status == .ok)
        #expect(page.text.contains(Said.lamp))
        #expect(page.text.contains(Said.done))
        #expect(page.text.contains("个工作日"))
        #expect(answer.status == .seeOther)
        #expect(receipt.text.contains("答复已经审核通过"))
        #expect(receipt.text.contains(number.text))
        #expect(try await province.state(of: number) == .answered)
        let event = try await province.lastEvent(of: number)
        #expect(event.author.account == deputy.account)
        #expect(event.facts.code("via") == "link")
        let desk = try await province.desk(province.clerk(of: .town)).open(number)
        #expect(desk.text.contains("通过短信里的链接"))
        #expect(try await province.faults() == [])
    }

    @Test("a handler takes it, states a day and later writes the answer, each once by the same link")
    func handler() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.assigned(number)
        let link = try await LinkReader(
            province.link(to: province.handler(of: .town), on: number, LinkAct.handlers), in: province)

        #expect(try await link.forms() == ["handling", "seen"])
        let day = province.today.adding(days: 3).iso
        #expect(try await link.send(.takeUp, ["day": day]).status == .seeOther)
        #expect(try await link.forms() == ["reply", "seen"])
        #expect(try await link.send(.reply, TestProvince.solved).status == .seeOther)

        #expect(try await province.state(of: number) == .replied)
        #expect(try await link.forms() == ["seen"])
        #expect(try await province.faults() == [])
    }

    @Test("whoever only looks at it, a scanner say, changes nothing")
    func scanner() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.replied(number)
        let path = try await province.link(to: province.deputy(of: .town), on: number, [.seen, .check])
        let before = try await province.matter(number)
        let scanner = try await province.browser()

        for _ in 1...3 { #expect(try await scanner.get(path).status == .ok) }
        #expect(try await scanner.send(.head, path).status == .ok)

        #expect(try await province.matter(number) == before)
        #expect(try await province.usedLinkActs() == 0)
    }

    @Test("the page gives the address to nobody, is kept nowhere, leads nowhere else and signs nobody in")
    func quiet() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.replied(number)
        let link = try await LinkReader(
            province.link(to: province.deputy(of: .town), on: number, [.check]), in: province)

        let page = try await link.open()

        #expect(page.headers[values: .init("Referrer-Policy")!] == ["no-referrer"])
        #expect(page.headers[.cacheControl] == "no-store")
        #expect(!page.text.contains("main-nav"))
        #expect(link.browser.cookies["lx_session"] == nil)
        #expect(try await link.browser.get("/matters/\(number.text)").location?.hasPrefix("/sign-in") == true)
    }

    @Test("已阅 is noted once and changes nothing of the matter")
    func seen() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.accepted(number)
        let before = try await province.matter(number)
        let link = try await LinkReader(
            province.link(to: province.deputy(of: .town), on: number, [.seen]), in: province)

        let page = try await link.open()
        let answer = try await link.send(.seen)

        #expect(page.text.contains("<div id=\"\(LinkAct.seen.noun)\">") && page.text.contains("失效（还有 "))
        #expect(answer.status == .seeOther)
        #expect(try await link.browser.follow(answer).text.contains("您看过了"))
        #expect(try await province.matter(number) == before)
        #expect(try await province.usedLinkActs() == 1)
        let list = try await province.desk(province.clerk(of: .town)).browser.get("/matters/\(number.text)/links")
        #expect(list.text.contains("已经看过了："))
    }

    @Test("the same submission twice is done once and answered alike; another one is told that it was done")
    func twice() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.replied(number)
        let link = try await LinkReader(
            province.link(to: province.deputy(of: .town), on: number, [.check]), in: province)
        let form = try await link.form(.check)
        let other = try await link.form(.check)

        let first = try await link.browser.post(raw: form.action, form.filled([:]))
        let again = try await link.browser.post(raw: form.action, form.filled([:]))
        let second = try await link.browser.post(raw: other.action, other.filled([:]))

        #expect(first.status == .seeOther)
        #expect(again.status == .seeOther)
        #expect(again.location == first.location)
        #expect(second.status == .conflict)
        #expect(second.text.contains("已经用这个链接办过了"))
        #expect(try await province.events(of: number).count { $0 == "replyChecked" } == 1)
    }

    @Test("what is typed wrongly is said at its field and uses nothing up")
    func mistakes() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.inHandling(number)
        let link = try await LinkReader(
            province.link(to: province.handler(of: .town), on: number, [.reply]), in: province)

        let missing = try await link.send(.reply, ["done": "修好了，真的"])
        let short = try await link.send(.reply, ["outcome": "solved", "done": "修好了", "signer": "王建国"])

        #expect(missing.status == .unprocessableContent)
        #expect(missing.text.contains("修好了，真的"))
        #expect(short.status == .conflict)
        #expect(short.text.contains("办理情况太短"))
        #expect(try await province.usedLinkActs() == 0)
        #expect(try await link.send(.reply, TestProvince.solved).status == .seeOther)
    }

    @Test("a form made before something else happened is stale: nothing is lost, nothing done")
    func stale() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.inHandling(number)
        let link = try await LinkReader(
            province.link(to: province.handler(of: .town), on: number, [.reply]), in: province)
        let form = try await link.form(.reply)
        try await province.desk(province.clerk(of: .town)).act(.remark, ["words": "第四盏也不亮了"], on: number)

        let answer = try await link.browser.post(raw: form.action, form.filled(TestProvince.solved))

        #expect(answer.status == .conflict)
        #expect(answer.text.contains(Said.done))
        #expect(try await province.state(of: number) == .inHandling)
        #expect(try await province.usedLinkActs() == 0)
    }

    @Test("a blind handler stays blind, and the deputy sees whom to call")
    func blind() async throws {
        let province = try await TestProvince()
        let number = try await province.said("我是张秀英，电话 19900001234，村口的路灯坏了三个月。")
        try await province.replied(number)
        let handler = try await LinkReader(
            province.link(to: province.handler(of: .town), on: number, LinkAct.handlers), in: province)
        let deputy = try await LinkReader(
            province.link(to: province.deputy(of: .town), on: number, LinkAct.deputys), in: province)

        let (blind, seeing) = (try await handler.open().text, try await deputy.open().text)

        #expect(!blind.contains("张秀英"))
        #expect(!blind.contains("19900001234"))
        #expect(seeing.contains("19900001234"))
    }
}
