import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When an office keeps texts ready for answers")
struct StaffAnswerTextTests {
    private static let body = "{编号}：您反映的{地方}的问题，{单位}已于【哪一天】【做了什么】。{日期}"

    private func write(
        _ person: TestPerson, _ body: String = Self.body, category: String = "urban", in province: TestProvince
    ) async throws -> Answer {
        let browser = try await province.browser(as: person)
        _ = try await browser.get("/answer-texts/new")
        return try await browser.post(
            "/answer-texts", ["title": "路灯已修好", "body": body, "category": category])
    }

    @Test("a handler is offered it, its places are filled, and what only a person knows must be written first")
    func use() async throws {
        let province = try await TestProvince()
        #expect(try await write(province.officer(of: .town), in: province).status == .seeOther)
        let number = try await province.said()
        try await province.inHandling(number)
        let desk = try await province.desk(province.handler(of: .town))
        let link = try #require(
            try await desk.open(number).text.firstMatch(of: /href="(\/matters\/[^"]*\?template=\d+)#reply"/))

        let page = try await desk.browser.get(String(link.1)).text
        let form = try #require(ShownForm.all(on: page).first { $0.action == "/matters/\(number.text)/reply" })
        let done = try #require(form.value(of: "done"))
        #expect(done.hasPrefix("\(number.text)：您反映的") && done.contains("乌金山镇") && done.contains("【哪一天】"))
        #expect(!done.contains("{"))

        let open = try await desk.browser.post(
            raw: form.action, form.filled(["outcome": "solved", "signer": "王建国"]))
        #expect(open.status == .unprocessableContent)
        #expect(open.text.contains("【哪一天】”还没有写") && open.text.contains("您反映的"))

        try await desk.act(
            .reply,
            [
                "outcome": "solved", "done": done.replacing("【哪一天】", with: "六月二日").replacing("【做了什么】", with: "换了三盏灯"),
                "signer": "王建国",
            ],
            on: number)
        #expect(try await province.state(of: number) == .replied)
    }

    @Test("those of the areas above hold below, but only their own office changes them; another county has none")
    func areas() async throws {
        let province = try await TestProvince()
        _ = try await write(province.officer(of: .county), in: province)
        let below = try await province.browser(as: province.head(of: .town))
        let list = try await below.get("/answer-texts").text
        let link = try #require(list.firstMatch(of: /href="(\/answer-texts\/\d+)"/)).1

        let shown = try await below.get(String(link)).text
        #expect(shown.contains("上级写的") && !shown.contains("<textarea"))
        let forced = try await below.post(
            String(link), ["title": "改了", "body": "改了", "version": "1", "submission": Unique.id])
        #expect(forced.status == .notFound)
        let other = try await province.browser(as: province.officer(of: .otherCounty))
        #expect(try await other.get("/answer-texts").text.contains("还没有模板"))
        #expect(try await other.get(String(link)).status == .notFound)
        #expect(try await province.browser().get("/answer-texts").status == .seeOther)
        #expect(try await province.browser(as: province.handler(of: .town)).get("/answer-texts").status == .notFound)
    }

    @Test("it is changed and taken back; a stale page is refused, a place the program does not know is named")
    func changing() async throws {
        let province = try await TestProvince()
        let officer = province.officer(of: .town)
        let wrong = try await write(officer, "请打{电话}", in: province)
        #expect(wrong.status == .unprocessableContent)
        #expect(wrong.text.contains("{电话}") && wrong.text.contains("路灯已修好"))
        _ = try await write(officer, in: province)
        let browser = try await province.browser(as: officer)
        let link = String(
            try #require(try await browser.get("/answer-texts").text.firstMatch(of: /href="(\/answer-texts\/\d+)"/)).1)

        _ = try await browser.get(link)
        #expect(try await browser.post(link, ["title": "路灯修好了", "body": "修好了", "category": ""]).status == .seeOther)
        let stale = try await browser.post(
            link, ["title": "再改", "body": "再改", "version": "1", "submission": Unique.id])
        #expect(stale.status == .conflict)
        _ = try await browser.get(link)
        #expect(try await browser.post(link + "/withdrawal").status == .seeOther)
        #expect(try await browser.get("/answer-texts").text.contains("还没有模板"))
    }

    @Test("whoever checks an answer is shown its empty phrases, the reporter never")
    func emptyPhrases() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.inHandling(number)
        let empty = "已经收到，正在研究，将按有关规定尽快处理，请耐心等待。"
        let handler = try await province.desk(province.handler(of: .town))
        let form = try await handler.open(number).text
        #expect(
            form.contains("data-empty-phrases=") && form.contains("data-watches=\"reply-done\"")
                && form.contains("id=\"reply-done\""))
        #expect(form.contains("reply.js"))
        try await handler.act(.reply, ["outcome": "solved", "done": empty, "signer": "王建国"], on: number)

        let deputy = try await province.desk(province.deputy(of: .town)).open(number).text

        #expect(deputy.contains("答复里有空话") && deputy.contains("“正在研究”"))
        #expect(try await !province.desk(province.auditor).open(number).text.contains("答复里有空话"))
    }
}
