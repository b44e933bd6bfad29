import Domain
import Foundation
import Outbox
import TestSupport
import Testing

@Suite("When somebody looks after what leaves")
struct OutboxPageTests {
    @Test(
        "the office of the area and the system administrator see what went, by which way, and what it would have said")
    func ended() async throws {
        let site = try await MessageSite()
        let head = site.province.head(of: .town)
        try await site.put(code(site, "code"))
        try await site.deliver()

        for person in [site.province.officer(of: .town), site.province.systemAdmin] {
            let page = try await site.province.browser(as: person).get("/admin/outbox?part=ended")
            #expect(page.status == .ok)
            #expect(page.text.contains("核实邮箱或号码") && page.text.contains("写成了文件，没有真的发出"))
            #expect(page.text.contains("没有接通") && page.text.contains("只写成文件，没有真的发出"))
            #expect(!page.text.contains("123456") && !page.text.contains("zhang@example.cn"))
            #expect(!page.text.contains(head.name))
        }
        let county = try await site.province.browser(as: site.province.officer(of: .otherCounty))
            .get("/admin/outbox?part=ended")
        #expect(county.text.contains("近 31 天没有发出过消息"))
    }

    @Test("what is stuck is listed with its reason, tried again or stopped, each by one who is written down")
    func stuck() async throws {
        let site = try await MessageSite()
        try await site.tellReporter(of: try await site.matter().id)
        let officer = site.province.officer(of: .town)
        let browser = try await site.province.browser(as: officer)
        let path = "/admin/outbox/\(try await site.sending())"
        let waiting = try await browser.get("/admin/outbox?part=byHand")

        let stopped = try await browser.post(path + "/stop")
        let list = try await browser.follow(stopped)
        let retried = try await browser.post(path + "/retry")

        #expect(waiting.text.contains("有了答复"))
        #expect(stopped.location == "/admin/outbox?done=giveUp")
        #expect(list.text.contains("工作人员停发") && list.text.contains("没送到，不再试"))
        #expect(retried.location == "/admin/outbox?done=retry")
        #expect(try await site.state() == "byHand")
        #expect(try await site.province.value("SELECT done_by FROM sending") as Int64? == officer.account)
    }

    @Test("an old page is stale, and what ended meanwhile is not stopped")
    func stale() async throws {
        let site = try await MessageSite()
        try await site.tellReporter(of: try await site.matter().id)
        let first = try await site.province.browser(as: site.province.officer(of: .town))
        let second = try await site.province.browser(as: site.province.head(of: .town))
        let path = "/admin/outbox/\(try await site.sending())/stop"
        _ = try await first.get("/admin/outbox?part=byHand")
        _ = try await second.get("/admin/outbox?part=byHand")

        let done = try await first.post(path)
        let late = try await second.post(path)

        #expect(done.status == .seeOther)
        #expect(late.status == .conflict)
    }

    @Test("about the town's own people the town sees neither message nor count nor figure")
    func bypassed() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter(isBypassed: true)
        try await site.tellReporter(of: matter.id)
        let path = "/admin/outbox/\(try await site.sending())/stop"

        for person in [site.province.officer(of: .town), site.province.head(of: .town)] {
            let browser = try await site.province.browser(as: person)
            let page = try await browser.get("/admin/outbox?part=byHand")
            #expect(!page.text.contains(matter.number), "\(person.login)")
            #expect(page.seen.contains("等人告知的：0 条"), "\(person.login)")
            let sneaked = try await browser.post(path, ["version": "1", "submission": UUID().uuidString])
            #expect(sneaked.status == .notFound, "\(person.login)")
        }
        let county = try await site.province.browser(as: site.province.officer(of: .county))
            .get("/admin/outbox?part=byHand")
        #expect(county.text.contains(matter.number) && county.seen.contains("等人告知的：1 条"))
    }

    @Test("a month's figures say how many left by each way, apart from those only written to a file")
    func month() async throws {
        let site = try await MessageSite()
        try await site.put(code(site, "a"))
        try await site.put(code(site, "b"))
        try await site.deliver()
        let browser = try await site.province.browser(as: site.province.officer(of: .town))

        let may = try await browser.get("/admin/outbox?month=2026-05")
        let june = try await browser.get("/admin/outbox?month=2026-06")

        #expect(may.text.contains("2026-05 各种方式"))
        #expect(may.text.contains(/data-label="发出" class="number">0</))
        #expect(may.text.contains(/data-label="只写成文件" class="number">2</))
        #expect(june.text.contains("这个月没有"))
    }

    @Test("others find no such page, and a visitor is asked to sign in")
    func others() async throws {
        let site = try await MessageSite()
        let province = site.province

        for person in [
            province.clerk(of: .town), province.deputy(of: .town), province.handler(of: .town), province.securityAdmin,
            province.auditor,
        ] {
            let page = try await province.browser(as: person).get("/admin/outbox")
            #expect(page.status == .notFound, "\(person.login)")
        }
        #expect(try await province.browser().get("/admin/outbox").status == .seeOther)
    }

    private func code(_ site: MessageSite, _ key: String) -> MessageDraft {
        MessageDraft(
            .addressCode, to: .address(.email, Sensitive("zhang@example.cn")), area: site.province.division(.town),
            values: ["code": "123456"], key: key)
    }
}
