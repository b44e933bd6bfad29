import Directory
import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When somebody looks for a station")
struct FindTests {
    private struct Listing: Decodable {
        struct Division: Decodable { var code: String, full_name: String }
        struct Station: Decodable {
            var code: String
            var points: Int
            var division: Division
        }
        var items: [Station]
        var next_cursor: String?
    }

    @Test("the first page says what one can do here and whom to call")
    func home() async throws {
        let answer = try await TestProvince().browser().get("/")

        #expect(answer.status == .ok)
        for path in ["/say", "/my", "/ledger", "/stations", "/deputies"] {
            #expect(answer.text.body.contains("href=\"\(path)\""))
        }
        #expect(answer.text.body.contains("tel:19900000000"))
        #expect(answer.text.seen.contains("山西省现在有 6 个代表联络站开放"))
    }

    @Test("a typed place finds its station under its full name")
    func byPlace() async throws {
        let answer = try await TestProvince().browser().get("/stations?q=%E5%8C%97%E5%85%B3")

        #expect(answer.text.contains(#"href="/s/YC001""#))
        #expect(answer.text.seen.contains("晋中市榆次区北关街道"))
        #expect(!answer.text.contains(#"href="/s/YC100""#))
    }

    @Test("the code on its sign finds one station")
    func byCode() async throws {
        let answer = try await TestProvince().browser().get("/stations?q=yc001")

        #expect(answer.text.contains(#"href="/s/YC001""#))
        #expect(!answer.text.contains(#"href="/s/YC100""#) && !answer.text.contains(#"href="/s/YC000""#))
    }

    @Test("areas are chosen one level at a time")
    func byArea() async throws {
        let visitor = try await TestProvince().browser()

        let province = try await visitor.get("/stations").text
        let city = try await visitor.get("/stations?area=140700").text
        let county = try await visitor.get("/stations?area=140702").text
        let street = try await visitor.get("/stations?area=140702001").text

        #expect(province.contains(#"<option value="140700">晋中市</option>"#))
        #expect(!province.contains("140702"))
        #expect(city.contains(#"<option value="140702">榆次区</option>"#))
        #expect(county.contains(#"href="/s/YC000""#))
        #expect(county.contains(#"href="/s/YC001""#))
        #expect(!county.contains(#"href="/s/TG101""#))
        #expect(street.contains(#"href="/s/YC001""#))
        #expect(!street.contains("<select"))
    }

    @Test("row 63: 医疗 finds the station of that trade with its deputies and its next reception")
    func byTrade() async throws {
        let ground = try await StationGround()
        try await ground.addProfessional()

        let answer = try await ground.province.browser().get("/stations?q=%E5%8C%BB%E7%96%97")

        let text = answer.text.seen
        #expect(text.contains("医疗卫生专业代表联络站"))
        #expect(text.contains("1 人：史文静"))
        #expect(text.contains("6月5日（星期五）"))
    }

    @Test("a place without a station of its own is told who is in charge")
    func standIn() async throws {
        let province = try await TestProvince()
        try await province.write { db, _, snapshot in
            guard var station = snapshot.atlas.station(code: "YC100") else { throw NotFound() }
            station.status = .closed
            try StationTable.update(station, in: db)
        }

        let answer = try await province.browser().get("/stations?q=%E4%B9%8C%E9%87%91%E5%B1%B1")

        #expect(answer.text.seen.contains("晋中市榆次区乌金山镇：榆次区代表联络中心站"))
    }

    @Test("an area that does not exist is not found")
    func nowhere() async throws {
        let answer = try await TestProvince().browser().get("/stations?area=990000")

        #expect(answer.status == .notFound)
    }

    @Test("a cursor that we did not make is refused")
    func foreignCursor() async throws {
        let answer = try await TestProvince().browser().get("/api/v1/stations?cursor=AAAA")

        #expect(answer.status == .badRequest)
    }

    @Test("a long list comes page by page, each station once")
    func pages() async throws {
        let province = try await TestProvince()
        let organ = try await province.organ(.presidium, in: .town)
        let division = province.division(.town)
        try await province.write { db, ids, _ in
            let villages = (1...60).map { number in
                Station(
                    id: ids.next(), code: "V\(number)", division: division, organ: organ, level: .village,
                    name: "第\(number)村联络站")
            }
            try StationTable.insert(villages, in: db)
        }
        let api = try await province.api()

        let first = try await api.get("/api/v1/stations?division=140702").decoded(Listing.self)
        let cursor = try #require(first.next_cursor)
        let second = try await api.get("/api/v1/stations?division=140702&cursor=\(cursor)").decoded(Listing.self)

        #expect(first.items.count == 50)
        #expect(second.next_cursor == nil)
        #expect(Set((first.items + second.items).map(\.code)).count == 63)
        #expect(first.items.count + second.items.count == 63)
    }

    @Test("programs walk down the areas and find one by its name")
    func divisions() async throws {
        struct Divisions: Decodable {
            struct Division: Decodable { var code: String, level: String, parent: String? }
            var parent: Division
            var items: [Division]
        }
        let api = try await TestProvince().api()

        let top = try await api.get("/api/v1/divisions").decoded(Divisions.self)
        let county = try await api.get("/api/v1/divisions?parent=140702").decoded(Divisions.self)
        let named = try await api.get("/api/v1/divisions?name=%E5%8C%97%E5%85%B3").decoded(Divisions.self)

        #expect(top.parent.code == "140000")
        #expect(top.items.map(\.code) == ["140700"])
        #expect(county.items.map(\.code) == ["140702001", "140702100"])
        #expect(named.items.map(\.code) == ["140702001"])
        #expect(named.items.first?.parent == "140702")
    }
}
