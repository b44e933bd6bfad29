import Directory
import Domain
import Foundation
import Record
import TestSupport
import Testing

@testable import Matters

enum Unique {
    static var id: String { UUID().uuidString }
}

@Suite("When a matter goes its way from the office to the answer and the rating")
struct StaffRowsWayTests {
    @Test("row 18: it runs from end to end, every step with its time, and is found by its number")
    func endToEnd() async throws {
        let province = try await TestProvince()
        let play = try await Play(province)
        let number = play.number
        var moments = [province.now.rfc3339]
        func then(_ wait: Int64, _ events: Int, _ step: () async throws -> Void) async throws {
            province.clock.pass(hours: wait)
            try await step()
            moments += Array(repeating: province.now.rfc3339, count: events)
        }
        let handler = try await province.desk(province.handler(of: .town))
        let deputy = try await province.desk(province.deputy(of: .town))
        let officer = try await province.desk(province.officer(of: .town))

        try await then(1, 3) { try await province.accepted(number) }
        try await then(24, 1) { try await officer.act(.assign, on: number) }
        try await then(24, 2) { try await handler.act(.takeUp, ["day": "2026-06-05"], on: number) }
        try await then(120, 1) { try await handler.act(.reply, TestProvince.solved, on: number) }
        try await then(24, 2) { try await deputy.act(.passCheck, ["channel": "visit"], on: number) }
        try await then(24, 2) {
            try await deputy.act(.revisit, ["reached": "yes", "grade": "satisfied"], on: number)
        }
        try await then(1, 1) { try await officer.act(.close, on: number) }

        let clerk = try await province.browser(as: province.clerk(of: .town))
        let events: APIEvents = try await province.api(as: province.clerk(of: .town))
            .get("/api/v1/matters/\(number.text)/events").decoded()
        #expect(
            events.names == [
                "registered", "triaged", "accepted", "supervisorNamed", "assigned", "takenUp", "dateStated", "replied",
                "replyChecked", "delivered", "revisited", "rated", "closed",
            ])
        #expect(events.items.map(\.at) == moments)
        let page = try await clerk.get("/matters/" + number.text).text
        for moment in [
            "5月25日 09:00", "5月25日 10:00", "5月26日 10:00", "5月27日 10:00", "6月1日 10:00", "6月2日 10:00",
            "6月3日 10:00", "6月3日 11:00",
        ] {
            #expect(page.contains(moment), "\(moment)")
        }
        let found = try await clerk.get("/matters?q=" + number.text).text
        #expect(found.contains("href=\"/matters/\(number.text)\"") && found.contains("已办结"))
        let own = try await Resident(province).open(Slip(play)).seen
        #expect(own.contains(number.text) && own.contains("这件事已经了结"))
        let api = try await province.api().send(
            .get, "/api/v1/matters/" + number.text, [.init("X-Query-Code")!: play.receipt.code.shown])
        #expect(api[key: "number"] == number.text && api[key: "state"] == "closed")
    }

    @Test("row 40: the list of matters older than the limit without an answer to the voter, and its target of 0")
    func withoutAnswer() async throws {
        let province = try await TestProvince()
        let officer = try await province.browser(as: province.officer(of: .county))
        func list() async throws -> String { try await officer.get("/matters?unanswered=yes").seen }
        let (waiting, told, moved, petition) = (
            try await province.said(), try await province.said(), try await province.said(),
            try await province.said("我的宅基地被邻居占了，要求赔偿三万元。")
        )
        try await province.inHandling(waiting)
        try await province.answered(told)
        try await province.accepted(moved, .transport, .county)
        try await province.desk(province.head(of: .town)).act(
            .refer, TestProvince.triage(.personal, .land).merging(["reason": Said.reason]) { $1 }, on: petition)

        province.clock.go(to: Day(2026, 8, 25))
        #expect(try await list().contains("0 件"))
        province.clock.go(to: Day(2026, 8, 27))
        // Its clock begins anew; the voter has been waiting since May all the same.
        try await province.desk(province.officer(of: .town)).act(.elevate, ["reason": Said.reason], on: moved)
        let late = try await list()

        #expect(late.contains("还没有答复群众的：2 件，应当是 0 件"))
        #expect(late.contains(waiting.text) && late.contains(moved.text))
        // Its revisit is overdue, but it was answered.
        #expect(!late.contains(told.text) && !late.contains(petition.text))
        let program = try await province.api(as: province.officer(of: .county)).get("/api/v1/matters?unanswered=true")
        #expect(program.text.contains(waiting.text) && program.text.contains(moved.text))
        #expect(!program.text.contains(told.text) && !program.text.contains(petition.text))

        let deputy = try await province.desk(province.deputy(of: .town))
        try await province.desk(province.handler(of: .town)).act(.reply, TestProvince.solved, on: waiting)
        try await deputy.act(.passCheck, ["channel": "phone"], on: waiting)
        #expect(try await list().contains("还没有答复群众的：1 件"))
        let transport = try await province.desk(province.handler("transport", of: .county))
        try await province.desk(province.officer(of: .county)).act(.assign, on: moved)
        try await transport.act(.takeUp, on: moved)
        try await transport.act(.reply, TestProvince.solved, on: moved)
        try await deputy.act(.passCheck, ["channel": "phone"], on: moved)
        let done = try await list()

        #expect(done.contains("还没有答复群众的：0 件") && !done.contains(moved.text))
    }

    @Test("row 49: a level is skipped only in an emergency with a reason, which is shown")
    func skipping() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.accepted(number, .emergency, .city)
        let officer = try await province.desk(province.officer(of: .town))

        let skipped = try await officer.send(.elevate, ["level": "city", "reason": Said.reason], on: number)
        #expect(skipped.status == .conflict)
        #expect(skipped.text.contains("应当逐级提交；越级须注明紧急或利害关系，并写明理由"))
        #expect(skipped.text.contains(Said.reason))
        let silent = try await officer.send(
            .elevate, ["level": "city", "skip": "emergency", "reason": "急"], on: number)
        #expect(silent.status == .conflict)
        #expect(try await province.state(of: number) == .accepted)
        try await officer.act(
            .elevate, ["level": "city", "skip": "emergency", "reason": "汛期堤坝随时可能垮塌，等不得。"], on: number)

        #expect(try await province.matter(number).level == .city)
        let page = try await province.desk(province.officer(of: .city)).open(number).text
        #expect(page.contains("汛期堤坝随时可能垮塌，等不得。"))
    }

    @Test("row 52: an answer that it cannot be done is refused without a reason and a basis", arguments: ["", "不行"])
    func cannot(_ reason: String) async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.inHandling(number)
        let handler = try await province.desk(province.handler(of: .town))
        var fields = ["outcome": "cannot", "done": Said.done, "signer": "王建国", "reason": reason, "basis": reason]

        let refused = try await handler.send(.reply, fields, on: number)
        #expect(refused.status == .conflict)
        #expect(refused.text.contains("不能解决的理由太短，请写清楚"))
        #expect(refused.text.contains(Said.done))
        #expect(try await province.state(of: number) == .inHandling)
        fields["reason"] = "道路产权属于铁路部门，镇里不能施工。"
        fields["basis"] = "《铁路安全管理条例》第二十七条。"
        try await handler.act(.reply, fields, on: number)

        #expect(try await province.state(of: number) == .replied)
    }

    @Test("row 53: closing is refused without a rating or two failed tries on different days")
    func closing() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.answered(number)
        let officer = try await province.desk(province.officer(of: .town))
        let deputy = try await province.desk(province.deputy(of: .town))
        func close() async throws -> Answer {
            _ = try await officer.open(number)
            let version = try await province.matter(number).version
            return try await officer.browser.post(
                raw: "/matters/\(number.text)/closure",
                [
                    ("form_token", officer.browser.formToken ?? ""), ("submission", Unique.id),
                    ("version", String(version)),
                ])
        }

        let atOnce = try await close()
        #expect(atOnce.status == .conflict)
        #expect(atOnce.text.contains("没有群众的评价，也没有在不同日子多次回访未果的记录，不能办结"))
        try await deputy.act(.revisit, ["reached": "no"], on: number)
        #expect(try await close().status == .conflict)
        province.clock.pass(days: 1)
        try await deputy.act(.revisit, ["reached": "no", "channel": "visit"], on: number)
        try await officer.act(.close, on: number)

        #expect(try await province.state(of: number) == .closed)
    }

    @Test("row 90: an unstated date is reminded of after five working days; kept dates are counted with their number")
    func statedDate() async throws {
        let province = try await TestProvince()
        let late = try await province.said()
        let kept = try await province.said("小学门口没有斑马线，孩子过马路危险。")
        try await province.inHandling(late)
        try await province.inHandling(kept)
        let never = try await province.said("河边的护栏断了一截。")
        try await province.inHandling(never)
        let other = try await province.said(in: .street)
        try await province.inHandling(other, at: .street)
        let street = try await province.desk(province.handler(of: .street))
        let handler = try await province.desk(province.handler(of: .town))
        try await handler.act(.stateDate, ["day": "2026-06-08"], on: kept)

        province.clock.go(to: Day(2026, 6, 1))
        await province.work()
        #expect(try await !province.reminders(of: late).contains("stateDate"))
        province.clock.go(to: Day(2026, 6, 2))
        await province.work()
        #expect(try await province.reminders(of: late).contains("stateDate"))
        #expect(try await !province.reminders(of: kept).contains("stateDate"))
        #expect(try await handler.today(late).contains("该您明确办理日期，已超过"))
        let page = try await handler.open(kept)
        let step = try #require(page.text.firstMatch(of: /<p class="step">(.*?)<\/p>/.dotMatchesNewlines())).1
        #expect(step.contains("最迟 6月8日"), "\(step)")
        #expect(page.seen.contains("主办单位承诺日期（主办单位）：还有") && !page.text.contains("<dt>承诺日期</dt>"))

        try await handler.act(.stateDate, ["day": "2026-06-03"], on: late)
        try await street.act(.stateDate, ["day": "2026-06-05"], on: other)
        province.clock.go(to: Day(2026, 6, 5))
        await province.work()
        try await handler.act(.reply, TestProvince.solved, on: kept)
        try await handler.act(.reply, TestProvince.solved, on: late)
        try await handler.act(.reply, TestProvince.solved, on: never)
        try await street.act(.reply, TestProvince.solved, on: other)
        #expect(try await handler.open(kept).text.contains("答复过的 2 件里，按承诺日期兑现 1 件"))
        #expect(try await street.open(other).text.contains("答复过的 1 件里，按承诺日期兑现 1 件"))
    }
}

extension Desk {
    /// What the page of today says of one matter.
    fileprivate func today(_ number: MatterNumber) async throws -> String {
        let page = try await browser.get("/today").text
        let row = page.split(separator: "<li").first { $0.contains(number.text) }
        return String(try #require(row)).replacing(/<[^>]*>/, with: "")
    }
}

extension TestProvince {
    /// The clocks that somebody was reminded of.
    fileprivate func reminders(of number: MatterNumber) async throws -> [String] {
        let id = try await matter(number).id
        let log = installation.log
        return try await read { db in
            try log.events(of: .matter(id), in: db).filter { $0.name == "reminded" }.compactMap {
                $0.facts.code("clock")
            }
        }
    }
}
