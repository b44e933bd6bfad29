import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When a station receives by a rhythm it wrote down")
struct ScheduleTests {
    private let path = "/station/YC001/schedule"

    @Test("the clerk writes it, the head confirms it, and the next sixty days are made, each once")
    func made() async throws {
        let ground = try await StationGround()
        let province = ground.province

        try await ground.agreeSchedule(StationGround.firstFriday)
        await province.work()
        let outcomes = await province.work()

        #expect(try await ground.days() == ["2026-06-05", "2026-07-03"])
        #expect(outcomes["planReceptions"] == .done && outcomes["announceReceptions"] == .done)
        let page = try await province.browser().get("/s/YC001").text.seen
        #expect(page.contains("每月第一个星期五，遇节假日推迟一周，15:00 至 16:00"))
        #expect(page.contains("10月9日（星期五）"))
        #expect(try await province.faults() == [])
    }

    @Test("deputies take turns")
    func turns() async throws {
        let ground = try await StationGround()

        try await ground.agreeSchedule([("pattern", "week"), ("weekdays", "1")], holiday: "skip")

        let mandates = try await ground.mandates(of: .street)
        let turns: [MandateID] = try await ground.province.read { db in
            try db.rows(
                "SELECT d.mandate FROM reception r JOIN reception_deputy d ON d.reception = r.id ORDER BY r.day"
            ).map { try $0[0] }
        }
        #expect(turns.count == 8)
        #expect(turns.enumerated().allSatisfy { $1 == mandates[$0 % 2] })
    }

    @Test("row 13: the notice hangs three days before or is flagged, and holidays go by each station's own policy")
    func row13() async throws {
        let ground = try await StationGround()
        let province = ground.province
        // 19 June 2026, a Friday, is the Dragon Boat Festival.
        let thirdFriday = [("pattern", "weekday"), ("ordinal", "3"), ("weekday", "5")]
        try await ground.agreeSchedule(thirdFriday, holiday: "nextWeek")
        try await ground.agreeSchedule(thirdFriday, holiday: "skip", at: .town)
        #expect(try await ground.days() == ["2026-06-26", "2026-07-17"])
        #expect(try await ground.days(of: .town) == ["2026-07-17"])

        province.clock.go(to: Day(2026, 6, 22))
        await province.work()
        #expect(try await province.count("SELECT count(*) FROM reception WHERE published_at IS NOT NULL") == 0)
        province.clock.go(to: Day(2026, 6, 23))
        await province.work()
        let notice = try await province.browser().get("/s/YC001").text.seen
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let desk = try await clerk.get("/station/YC001").text.seen
        #expect(notice.contains("接待日公告") && notice.contains("6月26日（星期五），15:00 至 16:00"))
        #expect(!desk.contains("公告不足 3 天"))

        // Changed by hand it waits for the head, and the fourth day is too late.
        let id: Int64 = try #require(
            try await province.value("SELECT id FROM reception WHERE day = \(Day(2026, 6, 26).number)"))
        try await edit(ground, id, day: "2026-06-25")
        await province.work()
        #expect(try await clerk.get("/station/YC001").text.seen.contains("公告不足 3 天"))
        #expect(try await !province.browser().get("/s/YC001").text.seen.contains("6月25日（星期四），15:00"))
    }

    @Test("another rhythm moves what nobody has touched, and leaves alone what somebody changed")
    func changed() async throws {
        let ground = try await StationGround()
        let province = ground.province
        try await ground.agreeSchedule([("pattern", "week"), ("weekdays", "2")], holiday: "skip")
        let before = try await ground.days()
        let first: Int64 = try #require(try await province.value("SELECT id FROM reception ORDER BY day LIMIT 1"))
        try await edit(ground, first, day: "2026-06-03")

        try await ground.agreeSchedule([("pattern", "week"), ("weekdays", "4")], holiday: "skip")
        await province.work()

        #expect(before.first == "2026-06-02" && before.count == 8)
        let after = try await ground.days()
        #expect(after.contains("2026-06-03"))
        #expect(after.filter { $0 != "2026-06-03" }.allSatisfy { Day(iso: $0)?.weekday == 4 })
        #expect(Set(after).count == after.count)
        #expect(after.first == "2026-05-28" && after.last == "2026-07-23")
    }

    @Test("a holiday that is published later moves what was planned")
    func newHoliday() async throws {
        let ground = try await StationGround()
        let province = ground.province
        try await ground.agreeSchedule(StationGround.firstFriday)
        try await province.write { db, _, _ in
            try db.run(
                """
                INSERT INTO calendar_day (day, is_workday, name, notice_year)
                VALUES (\(Day(2026, 7, 3).number), \(false), '新的假日', 2026)
                """)
            try DirectoryVersion.bump(in: db)
        }
        province.clock.pass(days: 1)

        await province.work()

        #expect(try await ground.days() == ["2026-06-05", "2026-07-10"])
    }

    @Test("only the station's own people see it, and only the head confirms")
    func readers() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let clerk = try await province.browser(as: province.clerk(of: .street))
        _ = try await ground.writeSchedule(clerk, StationGround.firstFriday)
        _ = try await clerk.get(path)
        let token = clerk.formToken ?? ""

        let refused = try await clerk.post(
            raw: path + "/confirmation",
            [("form_token", token), ("version", "1"), ("submission", "8D6C0F3E-3B0B-4C55-9C1B-0B5C5D1E2F12")])

        #expect(refused.status == .forbidden)
        #expect(try await province.browser().get(path).location?.hasPrefix("/sign-in") == true)
        #expect(try await province.browser(as: province.clerk(of: .town)).get(path).status == .notFound)
        #expect(try await ground.days() == [])
        #expect(try await clerk.get("/station/YC001").text.contains("接待安排的规律等站长确认"))
    }

    @Test("what is missing is said at its field and nothing typed is lost")
    func wrong() async throws {
        let ground = try await StationGround()
        let clerk = try await ground.province.browser(as: ground.province.clerk(of: .street))

        let answer = try await ground.writeSchedule(
            clerk, [("pattern", "date"), ("dates", "四十号")], holiday: "later")

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("请写每月几日") && answer.text.contains("遇到节假日"))
        #expect(answer.text.contains("value=\"四十号\"") && answer.text.contains("value=\"15:00\""))
    }

    @Test("a form drawn before somebody else wrote is stale")
    func stale() async throws {
        let ground = try await StationGround()
        let clerk = try await ground.province.browser(as: ground.province.clerk(of: .street))
        _ = try await ground.writeSchedule(clerk, StationGround.firstFriday)

        let answer = try await ground.writeSchedule(clerk, StationGround.firstFriday, version: "0")

        #expect(answer.status == .conflict)
    }

    @Test("two workers at the same moment make nothing twice")
    func workers() async throws {
        let ground = try await StationGround()
        let province = ground.province
        try await ground.agreeSchedule([("pattern", "week"), ("weekdays", "1")], holiday: "skip")
        try await province.write { db, _, _ in
            try db.run("DELETE FROM reception_deputy")
            try db.run("DELETE FROM reception")
            try db.run("UPDATE reception_schedule SET planned_through = 0")
        }
        let (installation, now) = (province.installation, province.now)

        async let first: Void = PlanReceptions.run(in: installation, at: now)
        async let second: Void = PlanReceptions.run(in: try province.another().installation, at: now)
        _ = try await (first, second)

        #expect(try await ground.days().count == 8)
    }

    @Test("deputies are reminded three days and one day before, once each")
    func reminded() async throws {
        let ground = try await StationGround()
        let province = ground.province
        try await ground.addReception(on: Day(2026, 5, 29))
        let deputies = [province.deputy(of: .street), province.secondDeputy(of: .street)]
        var rounds: [[Int]] = []

        for _ in 0..<4 {
            for _ in 1...2 { await province.work() }
            let sent = try await SentMessages(of: province)
            rounds.append(deputies.map { sent.to($0).count { $0.kind == .receptionSoon } })
            province.clock.pass(days: 1)
        }

        #expect(rounds == [[0, 0], [1, 1], [1, 1], [2, 2]])
        let reminders = try await SentMessages(of: province).of(.receptionSoon)
        #expect(reminders.count == 4 && reminders.allSatisfy { $0.values["day"] == "5月29日" })
    }

    private func edit(_ ground: StationGround, _ id: Int64, day: String) async throws {
        let clerk = try await ground.province.browser(as: ground.province.clerk(of: .street))
        let path = "/station/YC001/receptions/\(id)"
        let version: Int64 = try await ground.province.value("SELECT version FROM reception WHERE id = \(id)") ?? 0
        let deputies = try await ground.mandates(of: .street).map { ("deputies", String($0)) }
        let answer = try await ground.send(
            clerk, path, to: path,
            [
                ("day", day), ("from", "15:00"), ("to", "16:00"), ("place", "一楼接待室"), ("scope", ""),
                ("version", String(version)),
            ] + deputies)
        #expect(answer.status == .seeOther)
    }
}
