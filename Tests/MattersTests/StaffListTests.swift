import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When offices look for matters")
struct StaffListTests {
    @Test("filters stand in the address: area, state, category, overdue, and words of two characters")
    func filters() async throws {
        let province = try await TestProvince()
        let lamp = try await province.said()
        let water = try await province.said("自来水发黄有味道，烧开了也不能喝。", in: .street)
        try await province.accepted(water, at: .street, .water)
        let county = try await province.browser(as: province.officer(of: .county))
        func lists(_ query: String) async throws -> [Bool] {
            let text = try await county.get("/matters" + query).text
            return [text.contains(lamp.text), text.contains(water.text)]
        }

        #expect(try await lists("") == [true, true])
        #expect(try await lists("?area=140702100") == [true, false])
        #expect(try await lists("?state=accepted") == [false, true])
        #expect(try await lists("?category=water") == [false, true])
        #expect(try await lists("?q=路灯") == [true, false])
        #expect(try await lists("?q=发黄&state=registered") == [false, false])
        #expect(try await lists("?overdue=yes") == [false, false])
        #expect(try await county.get("/matters?area=140703").status == .notFound)
    }

    @Test("each sees what is hers: the station its own, a handler what it leads, the office above everything below")
    func scopes() async throws {
        let province = try await TestProvince()
        let town = try await province.said()
        let street = try await province.said(in: .street)
        try await province.assigned(town)
        func sees(_ person: TestPerson) async throws -> [Bool] {
            let text = try await province.browser(as: person).get("/matters").text
            return [text.contains(town.text), text.contains(street.text)]
        }

        #expect(try await sees(province.clerk(of: .town)) == [true, false])
        #expect(try await sees(province.handler(of: .town)) == [true, false])
        #expect(try await sees(province.clerk(of: .street)) == [false, true])
        #expect(try await sees(province.officer(of: .province)) == [true, true])
        #expect(try await sees(province.auditor) == [true, true])
        #expect(try await sees(province.officer(of: .otherCounty)) == [false, false])
    }

    @Test("a list of more than fifty goes on by its cursor, each once, and a changed cursor is refused")
    func paging() async throws {
        let province = try await TestProvince()
        var numbers: Set<String> = []
        for index in 1...53 {
            province.clock.pass(seconds: 1)
            numbers.insert(try await province.said("第\(index)盏路灯坏了，晚上看不见。").text)
        }
        let browser = try await province.browser(as: province.officer(of: .town))

        let first = try await browser.get("/matters?q=路灯").text
        let link = try #require(first.firstMatch(of: /rel="next" href="([^"]*)"/))
        let next = String(link.1).replacing("&amp;", with: "&")
        let second = try await browser.get(next).text
        func listed(_ page: String) -> [String] {
            page.matches(of: /<a href="\/matters\/(1407-2026-\d{6}-\d)"/).map { String($0.1) }
        }

        #expect(listed(first).count == 50)
        #expect(listed(second).count == 3)
        #expect(Set(listed(first) + listed(second)) == numbers)
        #expect(try await browser.get(next + "x").status == .badRequest)
    }
}
