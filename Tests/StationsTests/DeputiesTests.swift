import Database
import Directory
import Domain
import TestSupport
import Testing
import Web

@Suite("When somebody looks for a deputy")
struct DeputiesTests {
    private struct Listing: Decodable {
        struct Place: Decodable { var code: String, name: String }
        struct Deputy: Decodable {
            var name: String
            var card: String?
            var congress: String
            var station: Place
        }
        var items: [Deputy]
        var next_cursor: String?
    }

    @Test("a name finds who bears it, with congress and station")
    func byName() async throws {
        let province = try await TestProvince()
        let deputy = province.deputy(of: .street)

        let answer = try await province.browser().get("/deputies?name=" + Address.encoded(deputy.name))

        #expect(answer.status == .ok)
        #expect(answer.text.seen.contains(deputy.name))
        #expect(answer.text.seen.contains("晋中市榆次区 县级人大代表"))
        #expect(answer.text.contains(#"href="/s/YC001""#))
    }

    @Test("a place finds the deputies of its station")
    func byPlace() async throws {
        let province = try await TestProvince()

        let text = try await province.browser().get("/deputies?place=" + Address.encoded("乌金山镇")).text.seen

        #expect(text.contains(province.deputy(of: .town).name))
        #expect(text.contains(province.secondDeputy(of: .town).name))
        #expect(!text.contains(province.deputy(of: .otherTown).name))
    }

    @Test("a suspended deputy is nowhere, neither on pages nor in the answer")
    func suspended() async throws {
        let province = try await TestProvince()
        let deputy = province.deputy(of: .street)
        let card: String = try #require(
            try await province.value("SELECT card FROM mandate WHERE person = \(deputy.person)"))
        try await province.write { db, _, _ in
            try db.run("UPDATE mandate SET status = 'suspended' WHERE person = \(deputy.person)")
        }
        let visitor = try await province.browser()

        let list = try await visitor.get("/deputies?station=YC001").text
        let page = try await visitor.get("/deputies/" + card)
        let answer = try await visitor.get("/api/v1/deputies?station=YC001").text

        #expect(!list.contains(deputy.name))
        #expect(page.status == .notFound)
        #expect(!answer.contains(deputy.name))
    }

    @Test("the page of a deputy says where and when to meet, and nothing private")
    func page() async throws {
        let ground = try await StationGround()
        try await ground.furnish()
        let province = ground.province
        let deputy = province.deputy(of: .street)
        let card: String = try #require(
            try await province.value("SELECT card FROM mandate WHERE person = \(deputy.person)"))

        let answer = try await province.browser().get("/deputies/" + card)

        #expect(answer.status == .ok)
        let text = answer.text.seen
        #expect(text.contains("5月28日（还有 3 天）9:00 至 11:30，一楼接待室"))
        #expect(answer.text.contains("href=\"/say?station=YC001&amp;deputy=\(card)\""))
        #expect(!text.contains(deputy.phone))
    }

    @Test("the answer for programs holds public fields, page by page")
    func api() async throws {
        let province = try await TestProvince()
        let api = try await province.api()

        let station = try await api.get("/api/v1/deputies?station=YC001")
        let county = try await api.get("/api/v1/deputies?division=140702").decoded(Listing.self)

        let listing = try station.decoded(Listing.self)
        #expect(listing.items.map(\.congress) == ["county", "county"])
        #expect(listing.items.allSatisfy { $0.station.code == "YC001" })
        #expect(!station.text.contains("phone"))
        #expect(county.items.count == 6)
        #expect(county.next_cursor == nil)
    }

    @Test("a long list comes page by page, each deputy once", arguments: ["station=YC001", "division=140702001"])
    func pages(filter: String) async throws {
        let province = try await TestProvince()
        try await addDeputies(60, in: province)
        let api = try await province.api()

        let first = try await api.get("/api/v1/deputies?" + filter).decoded(Listing.self)
        let cursor = try #require(first.next_cursor)
        let second = try await api.get("/api/v1/deputies?\(filter)&cursor=\(cursor)").decoded(Listing.self)

        #expect(first.items.count == 50)
        #expect(second.items.count == 12)
        #expect(second.next_cursor == nil)
        #expect(Set((first.items + second.items).compactMap(\.card)).count == 62)
    }

    @Test(
        "an unknown station is not found", arguments: ["/deputies?station=NOBODY", "/api/v1/deputies?station=NOBODY"])
    func unknown(path: String) async throws {
        let answer = try await TestProvince().browser().get(path)

        #expect(answer.status == .notFound)
    }

    private func addDeputies(_ count: Int, in province: TestProvince) async throws {
        let station = province.station(.street)
        let division = province.division(.county)
        let keys = province.installation.keys
        try await province.write { db, ids, _ in
            for number in 1...count {
                let person = ids.next()
                try PersonTable.insert(
                    [PersonDraft(id: person, name: Sensitive("张秀英")).sealed(with: keys)], in: db)
                let mandate = Mandate(
                    id: ids.next(), person: person, level: .county, division: division, homeStation: station,
                    namePublic: "张秀英", card: "E\(number)", term: "2021—2026", from: Day(2021, 11, 1))
                try MandateTable.insert([mandate], in: db)
            }
        }
    }
}
