import Domain
import Outbox
import TestSupport
import Testing

@Suite("When somebody of the staff looks into the inbox")
struct InboxPageTests {
    @Test("she finds her own messages, newest first, with the way to each matter, and how many are new on every page")
    func own() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter()
        let head = site.province.head(of: .town)
        try await site.put(task(site, matter.id, for: head, "a", day: "6月1日"))
        site.province.clock.pass(hours: 1)
        try await site.put(task(site, matter.id, for: head, "b", day: "6月2日"))
        let browser = try await site.province.browser(as: head)

        let page = try await browser.get("/inbox")

        #expect(page.status == .ok)
        let (first, second) = (page.text.firstRange(of: "6月2日"), page.text.firstRange(of: "6月1日"))
        #expect(try #require(first).lowerBound < #require(second).lowerBound)
        #expect(page.text.contains("href=\"/matters/\(matter.number)\""))
        #expect(page.text.contains("没看过"))
        #expect(!page.text.contains("路灯") && !page.text.contains("张秀英"))
        #expect(try await browser.get("/account").seen.contains("消息2 条没看"))
    }

    @Test("what was seen when the page was drawn is read, what came meanwhile is new")
    func read() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter()
        let head = site.province.head(of: .town)
        try await site.put(task(site, matter.id, for: head, "a", day: "6月1日"))
        let browser = try await site.province.browser(as: head)
        _ = try await browser.get("/inbox")
        site.province.clock.pass(minutes: 1)
        try await site.put(task(site, matter.id, for: head, "b", day: "6月2日"))

        let answer = try await browser.post("/inbox/read")

        #expect(answer.location == "/inbox")
        #expect(try await browser.get("/account").seen.contains("消息1 条没看"))
    }

    @Test("a link that was sent with it is offered where it leads within the site")
    func link() async throws {
        let site = try await MessageSite()
        let head = site.province.head(of: .town)
        let address = site.province.installation.settings.publicURL
        for (key, link) in [("a", address + "/l/abc"), ("b", "https://elsewhere.example/l")] {
            try await site.put(
                MessageDraft(
                    .stuckList, to: .person(head.person), area: site.province.division(.town),
                    values: ["count": "1", "link": link], key: key))
        }

        let page = try await site.province.browser(as: head).get("/inbox")

        #expect(page.text.contains("href=\"/l/abc\""))
        #expect(!page.text.contains("href=\"https://elsewhere.example"))
    }

    @Test("a one-time link neither stands there nor counts as new")
    func oneTimeLink() async throws {
        let site = try await MessageSite()
        let head = site.province.head(of: .town)
        let address = site.province.installation.settings.publicURL + "/l/abc"
        try await site.put(
            MessageDraft(
                .oneTimeLink, to: .person(head.person), area: site.province.division(.town),
                values: ["station": "乌金山镇联络站", "asked": "请答复", "link": address], key: "a"))
        let browser = try await site.province.browser(as: head)

        let page = try await browser.get("/inbox")

        #expect(page.text.contains("还没有消息") && !page.text.contains("/l/abc"))
        #expect(try await !browser.get("/account").seen.contains("条没看"))
    }

    @Test("nobody finds what is for somebody else, and a visitor is asked to sign in")
    func others() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter()
        try await site.put(task(site, matter.id, for: site.province.head(of: .town), "a", day: "6月1日"))

        let clerk = try await site.province.browser(as: site.province.clerk(of: .town)).get("/inbox")
        let visitor = try await site.province.browser().get("/inbox")

        #expect(clerk.text.contains("还没有消息"))
        #expect(!clerk.text.contains(matter.number))
        #expect(visitor.status == .seeOther && visitor.location?.hasPrefix("/sign-in") == true)
    }

    @Test("what waits for a later day is not there yet")
    func later() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter()
        let head = site.province.head(of: .town)
        var draft = task(site, matter.id, for: head, "a", day: "6月1日")
        draft.notBefore = site.province.now.adding(seconds: 3600)
        try await site.put(draft)
        let browser = try await site.province.browser(as: head)

        let early = try await browser.get("/inbox")
        site.province.clock.pass(hours: 1)
        let late = try await browser.get("/inbox")

        #expect(early.text.contains("还没有消息"))
        #expect(late.text.contains(matter.number))
    }

    private func task(
        _ site: MessageSite, _ matter: MatterID, for person: TestPerson, _ key: String, day: String
    ) -> MessageDraft {
        MessageDraft(
            .holderWaits, to: .person(person.person), area: site.province.division(.town), matter: matter,
            values: ["day": day], key: key)
    }
}
