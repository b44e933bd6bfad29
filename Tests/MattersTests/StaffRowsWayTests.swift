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
        let number = try await province.said()

        province.clock.pass(hours: 1)
        try await province.accepted(number)
        province.clock.pass(days: 1)
        try await province.desk(province.officer(of: .town)).act(.assign, on: number)
        province.clock.pass(days: 1)
        try await province.desk(province.handler(of: .town)).act(.takeUp, ["day": "2026-06-05"], on: number)
        province.clock.pass(days: 5)
        try await province.desk(province.handler(of: .town)).act(.reply, TestProvince.solved, on: number)
        province.clock.pass(days: 1)
        try await province.desk(province.deputy(of: .town)).act(.passCheck, ["channel": "visit"], on: number)
        province.clock.pass(days: 1)
        try await province.desk(province.deputy(of: .town)).act(
            .revisit, ["reached": "yes", "grade": "satisfied"], on: number)
        try await province.desk(province.officer(of: .town)).act(.close, on: number)

        let page = try await province.desk(province.clerk(of: .town)).open(number)
        #expect(page.status == .ok)
        for moment in ["5月25日 09:00", "5月25日 10:00", "5月26日 10:00", "5月27日 10:00", "6月1日 10:00", "6月2日 10:00"] {
            #expect(page.text.contains(moment), "\(moment)")
        }
        #expect(
            try await province.events(of: number) == [
                "registered", "triaged", "accepted", "supervisorNamed", "assigned", "takenUp", "dateStated", "replied",
                "replyChecked", "delivered", "revisited", "rated", "closed",
            ])
    }

    @Test("row 40: the list of matters past their limit without an answer is empty once they are answered")
    func withoutAnswer() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.inHandling(number)
        let officer = try await province.browser(as: province.officer(of: .town))

        #expect(try await !officer.get("/matters?overdue=yes").text.contains(number.text))
        province.clock.pass(days: 40)
        await province.work()
        let late = try await officer.get("/matters?overdue=yes")
        #expect(late.text.contains(number.text))
        #expect(late.text.contains("已超期"))
        try await province.desk(province.handler(of: .town)).act(.reply, TestProvince.solved, on: number)
        try await province.desk(province.deputy(of: .town)).act(.passCheck, ["channel": "phone"], on: number)

        #expect(try await !officer.get("/matters?overdue=yes").text.contains(number.text))
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
        let handler = try await province.desk(province.handler(of: .town))
        try await handler.act(.stateDate, ["day": "2026-06-08"], on: kept)

        province.clock.go(to: Day(2026, 6, 1))
        await province.work()
        #expect(try await !province.reminders(of: late).contains("stateDate"))
        province.clock.go(to: Day(2026, 6, 2))
        await province.work()
        #expect(try await province.reminders(of: late).contains("stateDate"))
        #expect(try await !province.reminders(of: kept).contains("stateDate"))
        #expect(try await handler.browser.get("/today").text.contains("已超期"))

        try await handler.act(.stateDate, ["day": "2026-06-03"], on: late)
        province.clock.go(to: Day(2026, 6, 5))
        await province.work()
        try await handler.act(.reply, TestProvince.solved, on: kept)
        try await handler.act(.reply, TestProvince.solved, on: late)
        let page = try await handler.open(kept).text
        #expect(page.contains("答复过的 2 件里，按承诺日期兑现 1 件"))
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
