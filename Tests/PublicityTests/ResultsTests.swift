import Domain
import Foundation
import TestSupport
import Testing

@testable import Publicity

@Suite("When anybody asks how things went")
struct ResultsTests {
    private struct Listing: Decodable {
        struct Item: Decodable {
            var division: String, received: Int, answered: Int, late: Int, judged: Int, solved: Int
            var dates_due: Int, dates_kept: Int, rated: Int, satisfied: Int, basically_satisfied: Int
            var dissatisfied: Int
            var median_days: Int?, solved_percent: Int?, dates_kept_percent: Int?
            var content_percent: Int?, response_percent: Int?
            var rated_from: [String: Int]
        }
        var period: String
        var area: Item
        var children: [Item]
    }

    /// Seven matters of a town said on one day, one of another town, and a petition. Answered after 2, 3, 5, 8, 10 and 10
    /// days; the fourth had named the sixth day. Five judged what the handler told them: two of three that were
    /// called solved by word of satisfied people, one content with a no, one not content, one more satisfied.
    private static func made() async throws -> PublishedGround {
        let ground = PublishedGround(province: try await TestProvince())
        var numbers: [MatterNumber] = []
        for index in 0..<7 {
            numbers.append(try await ground.register())
            try await ground.bringToHandler(numbers[index], statedDays: index == 3 ? 6 : 12)
        }
        _ = try await ground.register(in: .otherTown)
        try await refer(ground)
        let lives: [(days: Int64, life: MadeLife)] = [
            (2, MadeLife(grade: (.satisfied, .ownHand))), (1, MadeLife(grade: (.basicallySatisfied, .toldToStaff))),
            (2, MadeLife(grade: (.dissatisfied, .ownHand))),
            (3, MadeLife(outcome: .cannot, grade: (.satisfied, .callBack))),
            (2, MadeLife(grade: (.satisfied, .ownHand))), (0, MadeLife()),
        ]
        for (number, made) in zip(numbers, lives) {
            ground.province.clock.pass(days: made.days)
            try await ground.answer(number, made.life)
        }
        // The seventh waits beyond its end.
        ground.province.clock.pass(days: 30)
        _ = await ground.province.work()
        return ground
    }

    private static func refer(_ ground: PublishedGround) async throws {
        let petition = try await ground.register()
        let head = ground.province.head(of: .town)
        let triage = Triage(route: .refer, commonality: .personal, category: .land, power: .county)
        try await ground.send(.ready(.triage(triage, note: "")), by: head, on: petition)
        try await ground.send(.ready(.refer(reason: "属于个人的信访事项，转信访部门办理。")), by: head, on: petition)
    }

    @Test("every figure of a town is the one reckoned by hand, and verify reckons the same")
    func town() async throws {
        let ground = try await Self.made()

        let answer = try await ground.province.api().get("/api/v1/results?division=140702100&period=2026-q2")

        let town = try answer.decoded(Listing.self).area
        #expect(town.received == 7 && town.answered == 6)
        #expect(town.median_days == 7)
        #expect(town.late == 1)
        #expect(town.judged == 5 && town.solved == 3 && town.solved_percent == 60)
        #expect(town.dates_due == 6 && town.dates_kept == 5 && town.dates_kept_percent == 83)
        #expect(town.rated == 5 && town.satisfied == 3 && town.basically_satisfied == 1 && town.dissatisfied == 1)
        #expect(town.content_percent == 80 && town.response_percent == 83)
        #expect(town.rated_from == ["ownHand": 3, "toldToStaff": 1, "callBack": 1])
        #expect(try await ground.province.faults() == [])
    }

    @Test("areas add up; a place with one matter tells no share; other times hold nothing of it")
    func areas() async throws {
        let ground = try await Self.made()
        let api = try await ground.province.api()

        let city = try await api.get("/api/v1/results?division=140700").decoded(Listing.self)
        let before = try await api.get("/api/v1/results?division=140700&period=2026-q1").decoded(Listing.self)

        #expect(city.area.received == 8)
        let counties = Dictionary(uniqueKeysWithValues: city.children.map { ($0.division, $0) })
        #expect(counties["140702"]?.received == 7)
        #expect(counties["140703"]?.received == 1)
        #expect(counties["140703"]?.solved_percent == nil && counties["140703"]?.median_days == nil)
        #expect(before.area.received == 0 && before.area.rated == 0)
        // What is late is late now, whenever it was said.
        #expect(before.area.late == city.area.late)
    }

    @Test("the page says each figure with its number and what it means, and leads down; no word of offices is on it")
    func page() async throws {
        let ground = try await Self.made()

        let page = try await ground.province.browser().get("/results?area=140702&period=2026")

        #expect(page.status == .ok)
        for words in [
            "晋中市榆次区，2026年说的事", "86%7 件里有 6 件", "7 天有答复的 6 件", "60%本人评价过结果的 5 件里有 3 件",
            "83%定过日子并且已经答复的 6 次里，按时的 5 次", "80%评价过的 5 件", "本人自己评的 3 件", "怎么算的", "没有评价的不当作满意",
        ] {
            #expect(page.seen.contains(words), "\(words)")
        }
        #expect(page.text.contains("href=\"/results?area=140702100&amp;period=2026\""))
        #expect(page.seen.contains("7 件里 86%"))
        #expect(page.text.contains("<svg") && page.seen.contains("从说的那天到第一次答复"))
        for word in ["受理", "交办", "承办", "办结", "归档"] { #expect(!page.text.contains(word)) }
    }

    @Test("where there are too few it is said so instead of a share")
    func few() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        _ = try await ground.register()
        _ = await ground.province.work()

        let page = try await ground.province.browser().get("/results?area=140702100")

        #expect(page.seen.contains("收到\n1 件"))
        #expect(page.seen.contains("件数太少，不算比例") && page.seen.contains("件数太少，不算天数"))
        #expect(!page.seen.contains("%"))
    }

    @Test("the table holds the area and those in it")
    func table() async throws {
        let ground = try await Self.made()

        let answer = try await ground.province.browser().get("/results.csv?area=140702&period=2026-05")

        let lines = answer.text.components(separatedBy: "\r\n")
        #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(Array(answer.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(lines[1].hasPrefix("晋中市榆次区,2026年5月,7,6,86,7,1,5,3,60,6,5,83,5,3,1,1,80,83,3,1,1"))
        #expect(lines.count == 5)
    }

    @Test("an area that does not exist is not found; a time that is none is said to be none, the page takes this year")
    func wrong() async throws {
        let province = try await TestProvince()

        #expect(try await province.browser().get("/results?area=9").status == .notFound)
        #expect(try await province.api().get("/api/v1/results?division=9").status == .notFound)
        #expect(try await province.api().get("/api/v1/results?period=abc").status == .unprocessableContent)
        #expect(try await province.browser().get("/results?period=abc").seen.contains("2026年说的事"))
    }

    @Test("an answer that is made anew leaves the first one standing; a rating taken back with it is not counted")
    func again() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let number = try await ground.register()
        try await ground.bringToHandler(number, statedDays: nil)
        ground.province.clock.pass(days: 4)
        try await ground.answer(number, MadeLife(grade: (.dissatisfied, .ownHand)))
        try await ground.send(
            .ready(.orderRework(reason: "群众不满意，请重新办一次。")), by: ground.province.officer(of: .town), on: number)
        _ = await ground.province.work()

        let town = try await ground.province.api().get("/api/v1/results?division=140702100")
            .decoded(Listing.self).area

        #expect(town.answered == 1 && town.rated == 0 && town.judged == 0)
        #expect(try await ground.province.faults() == [])
    }
}
