import Domain
import Record
import TestSupport
import Testing

@testable import Stations

@Suite("When a station's page says how long it usually takes")
struct StationAnswersTests {
    /// First answers of the town's station so many days before today, each after so many days of waiting.
    private static func made(_ answers: [(ago: Int, days: Int)]) async throws -> TestProvince {
        let province = try await TestProvince()
        let (station, area, today, now) = (
            province.station(.town), province.division(.town), province.today, province.now
        )
        try await province.write { db, ids, _ in
            for answer in answers {
                let id = ids.next()
                try db.run(
                    """
                    INSERT INTO matter (id, number, sort_key, registered_at, channel, area, lowest_level, has_telephone,
                      version, head, state, holder_station, on_duty, station, level, is_emergency, is_triage_confirmed,
                      is_wide, objections, extension, reworks, supervision_level, is_reply_checked, was_returned,
                      is_delivered, is_notice_given, dissatisfactions, times_contested, is_archived, is_published, due_at)
                    VALUES (\(id), \(String(id)), \(id), \(now), 'web', \(area), 1, 0, 1, \([0] as [UInt8]), 'registered',
                      \(station), 'station', \(station), 1, 0, 0, 0, 0, 'none', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, \(now))
                    """)
                try db.run(
                    """
                    INSERT INTO first_answer (matter, station, answered_on, days)
                    VALUES (\(id), \(station), \(today.adding(days: -answer.ago)), \(answer.days))
                    """)
            }
        }
        return province
    }

    @Test("the middle of the last six months' answers with their number; older ones do not count")
    func median() async throws {
        let province = try await Self.made([(1, 2), (10, 9), (60, 4), (100, 30), (180, 7), (200, 400)])

        let seen = try await province.browser().get("/s/YC100").text.seen

        #expect(seen.contains("近半年通常 7 天答复（5 件"))
    }

    @Test("of fewer than five it says that there are too few")
    func few() async throws {
        let province = try await Self.made([(1, 2), (10, 9), (60, 4), (100, 30)])

        let seen = try await province.browser().get("/s/YC100").text.seen

        #expect(seen.contains("近半年答复过 4 件，件数太少"))
        #expect(!seen.contains("近半年通常"))
    }

    @Test("row 70: without sign-in it has hours, telephone, the sign's square and the feed of what is new")
    func door() async throws {
        let ground = try await StationGround()
        try await ground.furnish()

        let page = try await ground.province.browser().get("/s/YC001")

        #expect(page.status == .ok)
        #expect(page.text.contains("<svg class=\"qr\" role=\"img\" aria-label=\"打开北关街道代表联络站的二维码\""))
        #expect(page.text.contains("href=\"/s/YC001/feed.atom\""))
        #expect(page.text.contains("href=\"tel:1990000800") && page.text.seen.contains("开放时间"))
        let feed = try await ground.province.browser().get("/s/YC001/feed.atom")
        #expect(feed.text.contains("<title>端午节放假安排</title>") && feed.text.contains("<title>代表走访社区</title>"))
        #expect(!feed.text.contains("接待制度"))
    }

    @Test("a post that is withdrawn or rewritten is gone from search and feed at once")
    func withdrawn() async throws {
        let province = try await TestProvince()
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let head = try await province.browser(as: province.head(of: .street))
        _ = try await clerk.get("/station/YC001/posts/new")
        let path = try #require(
            try await clerk.post(
                "/station/YC001/posts", ["kind": "news", "title": "井盖检修", "body": "本周检修全部井盖。"]
            ).location)
        let places = ["/search?q=%E4%BA%95%E7%9B%96", "/s/YC001/feed.atom"]
        func seen() async throws -> [Bool] {
            var seen: [Bool] = []
            for place in places { seen.append(try await province.browser().get(place).text.contains("#post-")) }
            return seen
        }
        #expect(try await seen() == [false, false])
        for _ in 1...2 {
            _ = try await head.get(path)
            #expect(try await head.post(path + "/publication").status == .seeOther)
            #expect(try await seen() == [true, true])
            _ = try await head.get(path)
            #expect(try await head.post(path + "/withdrawal").status == .seeOther)
            #expect(try await seen() == [false, false])
        }
        _ = try await head.get(path)
        _ = try await head.post(path + "/publication")
        _ = try await clerk.get(path)
        #expect(try await clerk.post(path, ["kind": "news", "title": "井盖检修改期", "body": "下周检修。"]).status == .seeOther)
        #expect(try await seen() == [false, false])
    }
}
