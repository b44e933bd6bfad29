import Domain
import Foundation
import TestSupport
import Testing
import Web

@testable import Matters

@Suite("When a head publishes what became of a matter")
struct PublishingTests {
    private static let words = "我叫张秀英，电话13834567890，身份证140702197001010018，村口的路灯坏了三个月，老人晚上出门看不见路。"
    private static let personal = ["张秀英", "13834567890", "140702197001010018"]

    @Test("row 37: phone, ID, name masked; withdraw works; publish refused for secret/private")
    func row37() async throws {
        let province = try await TestProvince()
        let number = try await province.said(Self.words)
        let head = try await province.desk(province.head(of: .town))
        try await province.accepted(number)

        // The proposal is masked, and the head sees what was.
        let page = try await head.open(number).text
        let form = try #require(ShownForm.all(on: page).first { $0.action.hasSuffix("/publication") })
        let proposed = ["title", "summary", "answer"].compactMap { form.value(of: $0) }.joined()
        #expect(proposed.contains("村口的路灯坏了三个月"))
        #expect(Self.personal.filter(proposed.contains) == [])
        #expect(page.contains("证件号 1 处") && page.contains("电话 1 处") && page.contains("反映人的姓名或住址 1 处"))

        try await head.act(.publish, on: number)
        let places = Self.places(number)
        for path in places {
            let shown = try await province.browser().get(path).text
            #expect(shown.contains(number.text), "\(path)")
            #expect(Self.personal.filter(shown.contains) == [], "\(path)")
        }

        // Taken back it is gone from everywhere at once, without any timed work.
        try await head.act(.unpublish, ["reason": Said.reason], on: number)
        for path in places.dropFirst() {
            let shown = try await province.browser().get(path)
            #expect(shown.status == .ok && !shown.text.contains(number.text), "\(path)")
        }
        #expect(try await province.browser().get(places[0]).status == .notFound)
        #expect(try await province.faults() == [])

        // A secret and a private affair are refused, each for itself.
        for (kind, word) in [("state", "国家秘密"), ("private", "个人隐私")] {
            #expect(try await Self.mark(kind, number, head).status == .seeOther, "\(kind)")
            let page = try await head.browser.get("/secrecy/" + number.text).text
            #expect(page.contains("标明涉及\(word)，不能公开。"), "\(kind)")
            let refused = try await head.send(.publish, on: number)
            #expect(refused.status == .conflict && refused.text.contains("这件事已经标明不能公开"), "\(kind)")
            #expect(try await Self.mark("none", number, head).status == .seeOther, "\(kind)")
        }
        #expect(try await province.browser().get(places[0]).status == .notFound)
    }

    /// Everywhere a published matter is seen, its own page first.
    private static func places(_ number: MatterNumber) -> [String] {
        let area = "140702100"
        return [
            "/m/" + number.text, "/ledger", "/ledger?area=\(area)&category=urban&progress=underWay",
            "/ledger?q=" + Address.encoded("路灯"), "/ledger.csv?area=\(area)", "/ledger.atom?division=\(area)",
            "/s/YC100/feed.atom", "/search?q=" + Address.encoded("路灯"), "/sitemap.xml",
            "/api/v1/ledger?division=\(area)",
        ]
    }

    private static func mark(_ kind: String, _ number: MatterNumber, _ desk: Desk) async throws -> Answer {
        let path = "/secrecy/" + number.text
        _ = try await desk.browser.get(path)
        return try await desk.browser.post(path, ["kind": kind, "reason": Said.reason])
    }

    @Test("a summary into which a hand put a telephone, a paper or the name again is refused at its field")
    func putBack() async throws {
        let province = try await TestProvince()
        let number = try await province.said(Self.words)
        try await province.accepted(number)
        let head = try await province.desk(province.head(of: .town))

        let refused = try await head.send(
            .publish, ["title": "张秀英反映的路灯", "summary": "请打13834567890，村口的路灯坏了。", "answer": "供水热线 0354-2012345。"],
            on: number)

        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("标题里还有反映人的姓名"))
        #expect(refused.text.contains("摘要里还有电话"))
        #expect(!refused.text.contains("答复里还有"))
        #expect(try await province.count("SELECT COUNT(*) FROM publication") == 0)
    }

    @Test("a personal matter is not published, and what turns out to be one goes off the pages")
    func personal() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let head = try await province.desk(province.head(of: .town))
        let (now, installation) = (province.now, province.installation)
        let act: @Sendable (MatterAction) async throws -> Void = { action in
            _ = try await province.write { db, ids, _ in
                try ActOnMatter.run(
                    db, number, ActRequest(.ready(action)), by: head.person.principal, at: now, ids: &ids,
                    in: installation)
            }
        }
        try await act(.triage(Play.lamps, note: ""))
        try await act(.publish(title: "村口的路灯坏了", summary: "村口的路灯坏了三个月，看不见路。", answer: ""))

        var personal = Play.lamps
        personal.commonality = .personal
        try await act(.triage(personal, note: ""))

        #expect(try await province.browser().get("/m/" + number.text).status == .notFound)
        #expect(try await !head.acts(on: number).contains(.publish))
        await #expect(throws: Refusal.self) {
            try await act(.publish(title: "村口的路灯坏了", summary: "村口的路灯坏了三个月，看不见路。", answer: ""))
        }
        #expect(try await province.faults() == [])
    }

    @Test("a mark takes a published matter down at once; the clerk may set it, only the head takes it away")
    func marks() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.accepted(number)
        let head = try await province.desk(province.head(of: .town))
        let clerk = try await province.desk(province.clerk(of: .town))
        try await head.act(.publish, ["title": "村口的路灯坏了", "summary": "村口的路灯坏了三个月。"], on: number)

        let tooLate = try await Self.mark("business", number, clerk)
        #expect(tooLate.status == .forbidden && tooLate.text.contains("请站长来标明"))
        #expect(try await province.browser().get("/m/" + number.text).status == .ok)
        #expect(try await Self.mark("business", number, head).status == .seeOther)
        #expect(try await province.browser().get("/m/" + number.text).status == .notFound)
        #expect(try await head.browser.get("/secrecy/" + number.text).text.contains("标明涉及商业秘密，不能公开"))

        let lifted = try await Self.mark("none", number, clerk)
        #expect(lifted.status == .forbidden && lifted.text.contains("只有站长能取消"))
        #expect(try await Self.mark("none", number, head).status == .seeOther)
        try await head.act(.publish, ["title": "村口的路灯坏了", "summary": "村口的路灯坏了三个月。"], on: number)
        #expect(try await province.browser().get("/m/" + number.text).status == .ok)
        #expect(try await province.faults() == [])
    }

    @Test("a mark needs its reason, an up-to-date page, and somebody whose matter it is")
    func markForms() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.accepted(number)
        let clerk = try await province.desk(province.clerk(of: .town))
        let path = "/secrecy/" + number.text

        _ = try await clerk.browser.get(path)
        let short = try await clerk.browser.post(path, ["kind": "state", "reason": "密"])
        #expect(short.status == .unprocessableContent && short.text.contains("请把理由写清楚"))
        #expect(short.text.contains("密</textarea>"))
        let none = try await clerk.browser.post(path, ["kind": "", "reason": Said.reason])
        #expect(none.status == .unprocessableContent)
        #expect(
            try await clerk.browser.post(path, ["kind": "state", "reason": Said.reason, "version": "1"]).status
                == .conflict)
        for other in [province.handler(of: .town), province.clerk(of: .otherTown), province.auditor] {
            #expect(try await province.browser(as: other).get(path).status == .notFound, "\(other.login)")
        }
        let visitor = try await province.browser().get(path)
        #expect(visitor.status != .ok)
        #expect(try await province.count("SELECT COUNT(*) FROM matter_secrecy") == 0)
    }

    @Test("verify finds a list that does not stand as the matter does, and a first answer that is missing")
    func verify() async throws {
        let play = try await Play(TestProvince())
        let province = play.province
        try await play.answered()
        try await play.act(
            .publish(title: "村口的路灯坏了", summary: "村口的路灯坏了三个月，看不见路。", answer: ""), by: province.head(of: .town))
        #expect(try await province.faults() == [])

        try await province.write { db, _, _ in
            try db.run("DELETE FROM publication_list WHERE category = '' AND progress = 'answered'")
            try db.run("DELETE FROM first_answer")
        }

        let faults = try await province.faults()
        #expect(faults.contains { $0.contains("公开的列表与事项不一致") })
        #expect(faults.contains { $0.contains("没有首次答复的日期") })
        #expect(faults.contains { $0.contains("days.0") })
    }
}
