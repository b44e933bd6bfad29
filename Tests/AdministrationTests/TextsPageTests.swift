import Domain
import Outbox
import TestSupport
import Testing

@Suite("When a place looks after what its messages say")
struct TextsPageTests {
    private static let edit = "/admin/texts?kind=answered&channel=sms"

    @Test("every kind is there, and one is shown as it would look")
    func shown() async throws {
        let site = try await MessageSite()
        let browser = try await site.province.browser(as: site.province.officer(of: .town))

        let all = try await browser.get("/admin/texts")
        let one = try await browser.get(Self.edit)

        for kind in MessageKind.allCases { #expect(all.text.contains(kind.chinese), "\(kind)") }
        #expect(one.text.contains("现在用系统自带的用语"))
        #expect(one.seen.contains("编号 1407-2026-000123-2 的事有新进展：有了答复。"))
        #expect(one.text.contains("{number}"))
    }

    @Test("a look at another text keeps nothing")
    func preview() async throws {
        let site = try await MessageSite()
        let browser = try await site.province.browser(as: site.province.officer(of: .town))
        _ = try await browser.get(Self.edit)

        let page = try await browser.post(raw: "/admin/texts/preview", try fields(browser, "编号 {number} 答复了[，{day} 前]"))

        #expect(page.status == .ok)
        #expect(page.seen.contains("编号 1407-2026-000123-2 答复了，5月25日 前"))
        #expect(page.text.contains("编号 {number} 答复了[，{day} 前]"))
        #expect(try await site.province.count("SELECT COUNT(*) FROM message_template") == 0)
    }

    @Test("a text that is taken holds from then on, here and below, and can be given back")
    func written() async throws {
        let site = try await MessageSite()
        let county = try await site.province.browser(as: site.province.officer(of: .county))
        let town = try await site.province.browser(as: site.province.officer(of: .town))
        _ = try await county.get(Self.edit)

        let saved = try await county.post("/admin/texts", ["text": "编号 {number} 答复了"])
        let below = try await town.get(Self.edit)
        let page = try await county.follow(saved)
        _ = try await county.post("/admin/texts", ["text": "编号 {number} 答复了", "give_back": "yes"])
        let after = try await town.get(Self.edit)

        #expect(saved.status == .seeOther)
        #expect(page.text.contains("已经改好") && page.text.contains("现在用自己写的用语"))
        #expect(below.text.contains("现在用上级写的用语") && below.text.contains("编号 {number} 答复了"))
        #expect(after.text.contains("现在用系统自带的用语"))
    }

    @Test(
        "what may not stand in a message is refused with a sentence, the typed text kept",
        arguments: [
            ("编号 {number} 已经办结", "不用“办结”"), ("{number} {title}", "没有 {title} 这一项"), ("已经答复", "少了 {number}"),
            ("{number}[", "没有配对"), ("", "请填写用语"),
        ])
    func refused(text: String, reason: String) async throws {
        let site = try await MessageSite()
        let browser = try await site.province.browser(as: site.province.officer(of: .town))
        _ = try await browser.get(Self.edit)

        let page = try await browser.post("/admin/texts", ["text": text])

        #expect(page.status == .unprocessableContent)
        #expect(page.seen.contains(reason))
        #expect(text.isEmpty || page.text.contains(text))
        #expect(try await site.province.count("SELECT COUNT(*) FROM message_template") == 0)
    }

    @Test("somebody else's later text makes the page stale")
    func stale() async throws {
        let site = try await MessageSite()
        let first = try await site.province.browser(as: site.province.officer(of: .town))
        let second = try await site.province.browser(as: site.province.systemAdmin)
        let address = Self.edit + "&area=140702100"
        _ = try await first.get(address)
        _ = try await second.get(address)

        let done = try await second.post("/admin/texts", ["text": "一：{number}"])
        let late = try await first.post("/admin/texts", ["text": "二：{number}"])

        #expect(done.status == .seeOther)
        #expect(late.status == .conflict)
    }

    @Test("nobody settles another place's texts, others find no such page, a visitor is asked to sign in")
    func others() async throws {
        let site = try await MessageSite()
        let province = site.province
        let officer = try await province.browser(as: province.officer(of: .town))
        _ = try await officer.get(Self.edit)

        #expect(try await officer.get(Self.edit + "&area=140702").status == .notFound)
        let sneaked = try await officer.post(
            "/admin/texts", ["text": "{number}", "area": "140702", "version": "0"])
        #expect(sneaked.status == .notFound)
        for person in [province.clerk(of: .town), province.head(of: .town), province.auditor] {
            #expect(try await province.browser(as: person).get("/admin/texts").status == .notFound)
        }
        #expect(try await province.browser().get("/admin/texts").status == .seeOther)
    }

    /// The form as it stands on the page, sent by its other button.
    private func fields(_ browser: Browser, _ text: String) throws -> [(String, String)] {
        [
            ("form_token", try #require(browser.formToken)), ("area", "140702100"), ("kind", "answered"),
            ("channel", "sms"), ("version", "0"), ("text", text),
        ]
    }
}
