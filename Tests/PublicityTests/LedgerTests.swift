import Domain
import TestSupport
import Testing

@testable import Publicity

@Suite("When anybody opens the ledger")
struct LedgerTests {
    @Test("only what was published stands in it, newest first, with area and state in a neighbour's words")
    func list() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        try await ground.publish("村口到学校的路灯不亮了")
        ground.province.clock.pass(days: 1)
        try await ground.publish("学校门口还没有画斑马线")
        _ = try await ground.register()

        let page = try await ground.province.browser().get("/ledger")

        #expect(page.status == .ok)
        let text = page.text
        let (new, old) = (text.range(of: "学校门口还没有画斑马线"), text.range(of: "村口到学校的路灯不亮了"))
        #expect(new != nil && old != nil && new!.lowerBound < old!.lowerBound)
        #expect(page.seen.contains("晋中市榆次区乌金山镇") && page.seen.contains("正在定由谁办"))
        #expect(page.seen.contains("5月25日（昨天）"))
        #expect(!text.contains("张秀英") && !text.contains("13834567890"))
        #expect(text.components(separatedBy: "href=\"/m/").count == 3)
    }

    @Test("how long ago a day is, is said in years beyond one")
    func ago() {
        let today = Day(2026, 5, 25)

        #expect(PublicDay(Day(2026, 5, 5), from: today).text == "5月5日（20 天前）")
        #expect(PublicDay(Day(2023, 5, 28), from: today).text == "2023年5月28日（约 3 年前）")
    }

    @Test("an area shows its own; an unknown area is not found, an empty one says so")
    func area() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        try await ground.publish("村口到学校的路灯不亮了")
        let browser = try await ground.province.browser()

        #expect(try await browser.get("/ledger?area=140702100").seen.contains("村口到学校的路灯不亮了"))
        #expect(try await browser.get("/ledger?area=140703").seen.contains("太谷区还没有公开的事"))
        #expect(try await browser.get("/ledger?area=9").status == .notFound)
    }

    @Test("fifty a page, the next by a signed cursor that fits no other list")
    func pages() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        for number in 1...51 { try await ground.publish("第\(number)件：村口到学校的路灯不亮了") }
        let browser = try await ground.province.browser()

        let first = try await browser.get("/ledger")
        let next = first.text.firstMatch(of: /href="(\/ledger\?after=[^"]+)"/).map { String($0.1) } ?? ""
        let second = try await browser.get(next)

        #expect(first.seen.contains("第51件") && !first.text.contains("第1件："))
        #expect(second.seen.contains("第1件：") && !second.seen.contains("第2件："))
        #expect(try await browser.get(next.replacing("?", with: "?area=140702&")).status == .badRequest)
        #expect(try await browser.get("/ledger?after=xyz").status == .badRequest)
    }

    @Test("a program reads the same")
    func api() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let number = try await ground.publish("村口到学校的路灯不亮了")

        let answer = try await ground.province.api().get("/api/v1/ledger?division=140702")

        #expect(answer.status == .ok)
        #expect(answer.text.contains(number.text) && answer.text.contains("\"state\":\"registered\""))
        #expect(try await ground.province.api().get("/api/v1/ledger?division=9").status == .notFound)
    }
}
