import Domain
import TestSupport
import Testing

@Suite("When the list of matters is asked for")
struct APIListTests {
    @Test("everybody sees her own subtree and nothing else")
    func scopes() async throws {
        let province = try await TestProvince()
        let town = try await APIPlay.begin(province)
        let street = try await APIPlay.begin(province, in: .street)
        let other = try await APIPlay.begin(province, in: .otherTown)

        #expect(try await numbers(province, province.clerk(of: .town)) == [town.number])
        #expect(try await numbers(province, province.officer(of: .street)) == [street.number])
        #expect(try await numbers(province, province.officer(of: .county)) == [street.number, town.number])
        #expect(try await numbers(province, province.officer(of: .city)) == [other, street, town].map(\.number))
        #expect(try await numbers(province, province.auditor) == [other, street, town].map(\.number))
        #expect(try await numbers(province, province.handler(of: .town)) == [])
        #expect(try await list(province, province.officer(of: .town), "?division=140703").status == .notFound)
        #expect(try await list(province, province.systemAdmin).status == .notFound)
    }

    @Test("every row leads to its matter: what cannot be opened is not listed")
    func consistent() async throws {
        let province = try await TestProvince()
        let play = try await APIPlay.begin(province)
        _ = try await APIPlay.begin(province, in: .street)
        _ = try await APIPlay.begin(province, ["bypass": true])
        try await play.assigned()

        for person in province.everybody {
            let answer = try await list(province, person)
            guard answer.status == .ok else { continue }
            for number in try answer.decoded(Listing.self).items.map(\.number) {
                let opened = try await province.api(as: person).get("/api/v1/matters/" + number)
                #expect(opened.status == .ok, "\(person.login) \(number)")
            }
        }
        #expect(try await numbers(province, play.handler) == [play.number])
    }

    @Test("it is narrowed by state, category, overdue, own and words of two characters, rare or common")
    func filters() async throws {
        let province = try await TestProvince()
        let lamp = try await APIPlay.begin(province)
        let well = try await APIPlay.begin(province, ["words": "村里的水井打不上水，请帮忙看看。"])
        try await lamp.does("triage", lamp.clerk, APIPlay.lamps)
        try await lamp.does("acceptance", lamp.head)
        let office = lamp.office

        #expect(try await numbers(province, office, "?state=registered") == [well.number])
        #expect(try await numbers(province, office, "?category=urban") == [lamp.number])
        #expect(try await numbers(province, office, "?mine=true") == [lamp.number])
        #expect(try await numbers(province, office, "?overdue=true") == [])
        #expect(try await numbers(province, office, "?q=%E6%B0%B4%E4%BA%95") == [well.number])
        #expect(try await numbers(province, office, "?q=%E8%AF%B7") == [well.number, lamp.number])
        #expect(try await numbers(province, office, "?q=%E8%AF%B7&state=accepted") == [lamp.number])
        province.clock.pass(days: 40)
        #expect(try await Set(numbers(province, office, "?overdue=true")) == [lamp.number, well.number])
        #expect(try await list(province, office, "?state=nonsense").status == .unprocessableContent)
        #expect(try await list(province, office, "?overdue=maybe").status == .unprocessableContent)
        #expect(try await list(province, office, "?division=000000").status == .notFound)
    }

    @Test("it comes by fifties, each once, whatever is narrowed; a cursor of another list is refused")
    func pages() async throws {
        let province = try await TestProvince()
        try await province.set(.opinionsPerHour, "1000", in: .province)
        for _ in 1...53 {
            _ = try await APIPlay.begin(province)
            province.clock.pass(seconds: 1)
        }
        let office = province.officer(of: .town)

        for filter in ["?", "?state=registered&", "?q=%E8%B7%AF%E7%81%AF&"] {
            let first = try await list(province, office, filter).decoded(Listing.self)
            let cursor = try #require(first.next_cursor)
            let second = try await list(province, office, filter + "cursor=" + cursor).decoded(Listing.self)
            #expect(first.items.count == 50)
            #expect(second.items.count == 3)
            #expect(second.next_cursor == nil)
            #expect(Set((first.items + second.items).map(\.number)).count == 53)
            let elsewhere = try await list(province, office, "?state=closed&cursor=" + cursor)
            #expect(elsewhere.status == .badRequest)
        }
    }

    @Test("a rare filter looks at a bounded part and says where to look further")
    func bounded() async throws {
        let play = try await APIPlay.begin(TestProvince())

        let page = try await list(play.province, play.office, "?state=contested").decoded(Listing.self)

        #expect(page.items.isEmpty)
        #expect(page.next_cursor == nil)
    }

    struct Listing: Decodable {
        struct Item: Decodable {
            var number: String
        }

        var items: [Item]
        var next_cursor: String?
    }

    private func list(_ province: TestProvince, _ person: TestPerson, _ query: String = "") async throws -> Answer {
        try await province.api(as: person).get("/api/v1/matters" + query)
    }

    private func numbers(_ province: TestProvince, _ person: TestPerson, _ query: String = "") async throws -> [String]
    {
        let answer = try await list(province, person, query)
        try #require(answer.status == .ok, "\(answer.text)")
        return try answer.decoded(Listing.self).items.map(\.number)
    }
}
