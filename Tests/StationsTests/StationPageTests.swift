import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When somebody opens a station's page")
struct StationPageTests {
    @Test("a code that no sign carries is not found", arguments: ["/s/NOBODY", "/api/v1/stations/NOBODY"])
    func wrongCode(path: String) async throws {
        let answer = try await TestProvince().browser().get(path)

        #expect(answer.status == .notFound)
    }

    @Test(
        "what nobody reviewed is neither on the page nor in the answer",
        arguments: ["/s/YC001", "/api/v1/stations/YC001"])
    func unreviewed(path: String) async throws {
        let ground = try await StationGround()
        let station = ground.province.station(.street)
        let now = ground.now
        try await ground.province.write { db, ids, _ in
            try StationPostTable.insert(
                [
                    StationPost(
                        id: ids.next(), station: station, kind: .news, title: "没有审核的动态", body: "正文", writtenAt: now)
                ], in: db)
            let words = StationProfile.Words(location: "没有审核的位置", surroundings: "周边", systems: "制度")
            try StationProfileTable.insert(
                [StationProfile(station: station, published: nil, draft: words, writtenAt: now)], in: db)
            let reception = Reception(
                id: ids.next(), station: station, day: Day(2026, 6, 1), hours: ReceptionHours(from: 600, to: 660),
                place: "没有审核的地点", writtenAt: now)
            try ReceptionTable.insert([(reception, deputies: [])], in: db)
        }

        let answer = try await ground.province.browser().get(path)

        #expect(answer.status == .ok)
        #expect(!answer.text.contains("没有审核的"))
    }

    @Test("a withdrawn post is gone")
    func withdrawn() async throws {
        let ground = try await StationGround()
        try await ground.furnish()
        try await ground.province.write { db, _, _ in
            try db.run("UPDATE station_post SET withdrawn_at = published_at WHERE title = '代表走访社区'")
        }

        let text = try await ground.province.browser().get("/s/YC001").text

        #expect(!text.contains("代表走访社区"))
    }

    @Test("a cancelled reception is said to be so, and the next one is announced instead")
    func cancelled() async throws {
        let ground = try await StationGround()
        try await ground.furnish()
        try await ground.province.write { db, _, _ in
            try db.run("UPDATE reception SET cancelled = 1, cancel_reason = '会场维修'")
        }

        let text = try await ground.province.browser().get("/s/YC001").text.seen

        #expect(text.contains("已取消"))
        #expect(text.contains("还没有公布下次接待的日子"))
        #expect(!text.contains("会场维修"))
    }

    @Test("a suspended deputy is not named, neither in the list nor at a reception")
    func suspended() async throws {
        let ground = try await StationGround()
        try await ground.furnish()
        let deputy = ground.province.deputy(of: .street)
        try await ground.province.write { db, _, _ in
            try db.run("UPDATE mandate SET status = 'suspended' WHERE person = \(deputy.person)")
        }

        let text = try await ground.province.browser().get("/s/YC001").text.seen

        #expect(!text.contains(deputy.name))
    }

    @Test("where nobody can be reached, the page says who is in charge instead")
    func standIn() async throws {
        let province = try await TestProvince()
        try await province.silence(province.head(of: .town), province.clerk(of: .town))

        let answer = try await province.browser().get("/s/YC100")

        #expect(answer.text.seen.contains("您反映的事由榆次区代表联络中心站负责"))
    }

    @Test("residents read no office words and no telephone of a person", arguments: ["/", "/stations", "/s/YC001"])
    func words(path: String) async throws {
        let ground = try await StationGround()
        try await ground.furnish()

        let text = try await ground.province.browser().get(path).text

        for word in ["受理", "交办", "承办", "办结", "归档"] { #expect(!text.contains(word)) }
        for person in ground.province.everybody { #expect(!text.contains(person.phone)) }
    }

    @Test("the answer for programs holds what the page shows")
    func api() async throws {
        struct Reception: Decodable {
            struct Deputy: Decodable { var name: String }
            var day: String
            var from: String
            var deputies: [Deputy]
        }
        struct Station: Decodable {
            struct Post: Decodable { var kind: String, title: String, reviewer: String }
            struct Point: Decodable { var name: String }
            struct Deputy: Decodable { var card: String? }
            var heads: [String]
            var deputy_counts: [String: Int]
            var deputies: [Deputy]
            var points: [Point]
            var next_reception: Reception?
            var posts: [Post]
        }
        let ground = try await StationGround()
        try await ground.furnish()

        let station = try await ground.province.api().get("/api/v1/stations/YC001").decoded(Station.self)

        #expect(station.heads == [ground.province.head(of: .street).name])
        #expect(station.deputy_counts["county"] == 2)
        let visitor = try await ground.province.browser()
        for deputy in station.deputies {
            #expect(try await visitor.get("/deputies/" + (deputy.card ?? "")).status == .ok)
        }
        #expect(station.points.count == 3)
        #expect(station.next_reception?.day == "2026-05-28")
        #expect(station.next_reception?.from == "09:00")
        #expect(station.next_reception?.deputies.count == 2)
        #expect(station.posts.map(\.kind) == ["announcement", "news", "rule"])
    }
}
