import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When a station plans a reception")
struct ReceptionTests {
    private let receptions = "/station/YC001/receptions"

    @Test("the clerk enters it, the head publishes it, and it is announced with names and hours")
    func announced() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let path = try #require(try await enter(in: ground).location)
        let head = try await province.browser(as: province.head(of: .street))
        _ = try await head.get(path)

        let answer = try await head.post(path + "/publication")

        #expect(answer.status == .seeOther)
        let text = try await province.browser().get("/s/YC001").text.seen
        #expect(text.contains("6月3日（星期三），9:00 至 11:30"))
        #expect(text.contains(province.deputy(of: .street).name + "（县级人大代表）"))
        #expect(try await province.faults() == [])
    }

    @Test(
        "a notice of less than three days is flagged on the desk",
        arguments: [("2026-05-27", true), ("2026-05-28", false)])
    func short(day: String, isFlagged: Bool) async throws {
        let ground = try await StationGround()
        let province = ground.province
        _ = try await enter(in: ground, day: day)

        let text = try await province.browser(as: province.head(of: .street)).get("/station/YC001").text

        #expect(text.contains("公告不足 3 天") == isFlagged)
    }

    @Test("row 13: a notice let out late hangs all the same, and stays flagged, before the day and after it")
    func late() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let path = try #require(try await enter(in: ground, day: "2026-05-28").location)
        let head = try await province.browser(as: province.head(of: .street))
        #expect(try await !head.get("/station/YC001").text.contains("公告不足 3 天"))
        province.clock.go(to: Day(2026, 5, 26))
        _ = try await head.get(path)

        let answer = try await head.post(path + "/publication")

        #expect(answer.status == .seeOther)
        #expect(try await province.browser().get("/s/YC001").text.contains("5月28日（星期四），9:00 至 11:30"))
        for day in [Day(2026, 5, 26), Day(2026, 5, 28), Day(2026, 5, 30)] {
            province.clock.go(to: day)
            #expect(try await head.get("/station/YC001").text.contains("公告不足 3 天"), "\(day.iso)")
        }
    }

    @Test("only the station's own deputies can be chosen")
    func foreignDeputy() async throws {
        let ground = try await StationGround()
        let other = try await ground.mandates(of: .town)[0]

        let answer = try await enter(in: ground, deputies: [other])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("有代表已经不在本站"))
        #expect(try await ground.province.count("SELECT count(*) FROM reception") == 0)
    }

    @Test(
        "what cannot be is said at its field",
        arguments: [
            ("2026-05-24", "9:00", "11:30", "日期已经过去"), ("2026-06-03", "11:30", "9:00", "结束时间要晚于开始时间"),
            ("2026-06-03", "九点", "11:30", "开始时间请这样填写"),
        ])
    func wrong(day: String, from: String, to: String, message: String) async throws {
        let ground = try await StationGround()

        let answer = try await enter(in: ground, day: day, from: from, to: to)

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains(message))
    }

    @Test("cancelled by the clerk, it is no longer announced")
    func cancelled() async throws {
        let ground = try await StationGround()
        try await ground.furnish()
        let province = ground.province
        let id: Int64 = try #require(try await province.value("SELECT id FROM reception"))
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let path = "\(receptions)/\(id)"
        _ = try await clerk.get(path)

        let answer = try await clerk.post(path + "/cancellation", ["reason": "会场维修"])
        _ = try await clerk.get("/station/YC001/receptions/new")
        let again = try await clerk.post(
            raw: path + "/cancellation",
            [
                ("reason", "会场维修"), ("version", "2"), ("submission", "8D6C0F3E-3B0B-4C55-9C1B-0B5C5D1E2F11"),
                ("form_token", clerk.formToken ?? ""),
            ])

        #expect(answer.status == .seeOther)
        #expect(again.status == .conflict)
        #expect(try await province.browser().get("/s/YC001").text.contains("已取消"))
    }

    @Test("a reception of another station is not found")
    func foreign() async throws {
        let ground = try await StationGround()
        try await ground.furnish()
        let province = ground.province
        let id: Int64 = try #require(try await province.value("SELECT id FROM reception"))

        let answer = try await province.browser(as: province.clerk(of: .town)).get("/station/YC100/receptions/\(id)")

        #expect(answer.status == .notFound)
    }

    private func enter(
        in ground: StationGround, day: String = "2026-06-03", from: String = "9:00", to: String = "11:30",
        deputies: [MandateID]? = nil
    ) async throws -> Answer {
        let province = ground.province
        let own = try await ground.mandates(of: .street)
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let page = try await clerk.get(receptions + "/new")
        let token = clerk.formToken ?? ""
        let submission = clerk.submission(of: receptions) ?? ""
        #expect(page.status == .ok)
        let fields = [
            ("day", day), ("from", from), ("to", to), ("place", "一楼接待室"), ("scope", ""), ("form_token", token),
            ("submission", submission),
        ]
        return try await clerk.post(
            raw: receptions, fields + (deputies ?? own).map { ("deputies", String($0)) })
    }
}
