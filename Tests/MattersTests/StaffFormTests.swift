import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a form of the answer screen is sent")
struct StaffFormTests {
    @Test("mistakes come back on the same page, with the form open, a summary, and what was typed")
    func mistakes() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.inHandling(number)
        let handler = try await province.desk(province.handler(of: .town))

        let answer = try await handler.send(.reply, ["done": "灯都换过了。"], on: number)

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("<section class=\"act\" id=\"reply\">"))
        #expect(answer.text.contains("<a href=\"#reply-outcome\">请选择办理结果</a>"))
        #expect(answer.text.contains("灯都换过了。</textarea>"))
        #expect(try await province.state(of: number) == .inHandling)
    }

    @Test("a stale page is refused, says so, and keeps what was typed")
    func stale() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.inHandling(number)
        let handler = try await province.desk(province.handler(of: .town))
        let page = try await handler.open(number)
        let form = try #require(ShownForm.all(on: page.text).first { $0.action.hasSuffix("/reply") })
        try await province.desk(province.clerk(of: .town)).act(.remark, ["words": "本人说又坏了一盏"], on: number)

        let answer = try await handler.browser.post(raw: form.action, form.filled(TestProvince.solved))

        #expect(answer.status == .conflict)
        #expect(answer.text.contains("这件事有了新的变化"))
        #expect(answer.text.contains(Said.done))
        #expect(try await province.state(of: number) == .inHandling)
        let again = try #require(ShownForm.all(on: answer.text).first { $0.action.hasSuffix("/reply") })
        let accepted = try await handler.browser.post(raw: again.action, again.filled([:]))
        #expect(accepted.status == .seeOther)
    }

    @Test("an act that became impossible meanwhile gives the typed words back to be copied")
    func impossible() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.inHandling(number)
        let handler = try await province.desk(province.handler(of: .town))
        let page = try await handler.open(number)
        let form = try #require(ShownForm.all(on: page.text).first { $0.action.hasSuffix("/reply") })
        try await province.desk(province.clerk(of: .town)).act(
            .withdraw, ["heard": "phone", "read_back": "yes"], on: number)

        let answer = try await handler.browser.post(raw: form.action, form.filled(TestProvince.solved))

        #expect(answer.status == .conflict)
        #expect(answer.text.contains("您写的内容"))
        #expect(answer.text.contains(Said.done))
    }

    @Test("sent twice it happens once, and the second sending leads to the same page")
    func twice() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let clerk = try await province.desk(province.clerk(of: .town))
        let page = try await clerk.open(number)
        let form = try #require(ShownForm.all(on: page.text).first { $0.action.hasSuffix("/remark") })
        let fields = form.filled(["words": "本人说最里头那盏也坏了"])

        let first = try await clerk.browser.post(raw: form.action, fields)
        let second = try await clerk.browser.post(raw: form.action, fields)

        #expect(first.status == .seeOther)
        #expect(second.location == first.location)
        #expect(try await clerk.browser.follow(first).text.contains("补充的情况已经记下。"))
        #expect(try await province.events(of: number) == ["registered", "remarked"])
    }

    @Test("several acts in one form happen all or not at all")
    func allOrNothing() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let head = try await province.desk(province.head(of: .town))
        let stranger = try await province.mandate(of: province.deputy(of: .street))
        let page = try await head.open(number)
        let form = try #require(ShownForm.all(on: page.text).first { $0.action.hasSuffix("/acceptance") })
        var fields = form.filled(TestProvince.triage()).filter { $0.0 != "deputy" }
        fields.append(("deputy", stranger))

        let answer = try await head.browser.post(raw: form.action, fields)

        #expect(answer.status == .conflict)
        #expect(answer.text.contains("这位代表不在本站，请从本站代表中选"))
        #expect(try await province.events(of: number) == ["registered"])
    }

    @Test("who acts for the reporter says how it was heard and that it was read back")
    func attestation() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let clerk = try await province.desk(province.clerk(of: .town))

        let unheard = try await clerk.send(.withdraw, on: number)
        #expect(unheard.status == .unprocessableContent)
        #expect(unheard.text.contains("代别人办理时，请写明听谁说的、怎么听到的"))
        let unread = try await clerk.send(.withdraw, ["heard": "phone"], on: number)
        #expect(unread.status == .unprocessableContent)
        #expect(unread.text.contains("请念给本人听，本人同意后再勾选"))
        #expect(try await province.state(of: number) == .registered)
    }

    @Test("a clerk writes for a handler only from a letter with its number and signer")
    func letter() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.assigned(number)
        let clerk = try await province.desk(province.clerk(of: .town))

        let refused = try await clerk.send(.takeUp, on: number)

        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("代承办单位录入时，请写明盖章来函的文号和签发人"))
        #expect(try await province.state(of: number) == .assigned)
    }

    @Test("nobody of the handling organ is offered a rating, and a forged one is refused")
    func rating() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.answered(number)
        let handler = try await province.desk(province.handler(of: .town))

        #expect(try await !handler.acts(on: number).contains(.rate))
        let version = try await province.matter(number).version
        let forged = try await handler.browser.post(
            raw: "/matters/\(number.text)/rating",
            [
                ("form_token", handler.browser.formToken ?? ""), ("submission", Unique.id),
                ("version", String(version)), ("grade", "satisfied"), ("source", "toldToStaff"),
            ])

        #expect(forged.status == .forbidden)
        #expect(try await province.state(of: number) == .answered)
    }
}
