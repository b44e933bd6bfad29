import Domain
import TestSupport
import Testing
import Web

@testable import Publicity

@Suite("When somebody chooses what to see of the ledger")
struct LedgerFilterTests {
    /// One under way, one answered, one solved by word; another of roads in another town, a quarter before.
    private static func made() async throws -> PublishedGround {
        let ground = PublishedGround(province: try await TestProvince())
        ground.province.clock.go(to: Day(2026, 2, 10))
        try await ground.publish("胡村路口没有红绿灯", in: .otherTown, category: .transport)
        ground.province.clock.go(to: Day(2026, 5, 25))
        try await ground.publish("村口到学校的路灯不亮了")
        for (title, life) in [
            ("东街的井盖响了", MadeLife(outcome: .cannot)), ("西街的垃圾没人收", MadeLife(grade: (.satisfied, .ownHand))),
        ] {
            let number = try await ground.publish(title)
            try await ground.bringToHandler(number, statedDays: nil)
            try await ground.answer(number, life)
        }
        return ground
    }

    @Test(
        "kind, progress, time and words each leave what fits, and the address says what was chosen",
        arguments: [
            ("category=transport", ["胡村路口"]), ("category=urban", ["路灯", "井盖", "垃圾"]),
            ("progress=underWay", ["胡村路口", "路灯"]), ("progress=answered", ["井盖"]), ("progress=solved", ["垃圾"]),
            ("category=urban&progress=underWay", ["路灯"]), ("category=transport&progress=solved", []),
            ("period=2026-q1", ["胡村路口"]), ("period=2026-05", ["路灯", "井盖", "垃圾"]), ("period=2025", []),
            ("area=140703", ["胡村路口"]), ("area=140703&category=urban", []),
            ("q=%E4%BA%95%E7%9B%96", ["井盖"]), ("q=%E4%BA%95%E7%9B%96&progress=solved", []),
            ("q=%E4%BA%95%E7%9B%96&area=140702&period=2026", ["井盖"]), ("q=%E4%BA%95%E7%9B%96&period=2026-q1", []),
            ("category=nothing&progress=x&period=y", ["胡村路口", "路灯", "井盖", "垃圾"]),
        ])
    func filters(query: String, titles: [String]) async throws {
        let ground = try await Self.made()

        let page = try await ground.province.browser().get("/ledger?" + query)

        #expect(page.status == .ok)
        let links = page.text.matches(of: /href="\/m\/[^"]+">([^<]*)</).map { String($0.1) }.joined()
        for title in ["胡村路口", "路灯", "井盖", "垃圾"] {
            #expect(links.contains(title) == titles.contains(title), "\(title)")
        }
        #expect(titles.isEmpty == page.seen.contains("没有找到这样的事"))
    }

    @Test("a solved one says so in the list, on its page and on the first page of all")
    func solved() async throws {
        let ground = try await Self.made()
        let browser = try await ground.province.browser()

        let list = try await browser.get("/ledger?progress=solved")
        let path = try #require(list.text.firstMatch(of: /href="(\/m\/[^"]+)"/)).1
        let page = try await browser.get(String(path))
        let home = try await browser.get("/")

        #expect(home.seen.contains("最近解决了的") && home.text.contains("href=\"\(path)\">西街的垃圾没人收</a>"))
        #expect(list.seen.contains("✓ 已解决"))
        #expect(page.seen.contains("办事的单位说已经解决，反映的人也认可"))
    }

    @Test("only what was published is found by words, not what lies behind the summary")
    func words() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        try await ground.publish("学校门口没有画斑马线")

        let page = try await ground.province.browser().get("/ledger?q=" + Address.encoded("坏了三盏"))
        let found = try await ground.province.browser().get("/ledger?q=" + Address.encoded("斑马线"))

        #expect(PublishedGround.words.contains("坏了三盏"))
        #expect(page.seen.contains("没有找到这样的事"))
        #expect(found.text.contains("href=\"/m/"))
    }

    @Test("a chosen list goes on by its own cursor")
    func pages() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        for number in 1...51 { try await ground.publish("第\(number)件：村口到学校的路灯不亮了") }
        let browser = try await ground.province.browser()
        let chosen = "/ledger?category=urban&progress=underWay"

        let first = try await browser.get(chosen)
        let next = try #require(first.text.firstMatch(of: /rel="next" href="([^"]+)"/)).1
            .replacing("&amp;", with: "&")
        let second = try await browser.get(String(next))

        #expect(next.hasPrefix(chosen + "&after="))
        #expect(first.seen.contains("第51件") && !first.text.contains("第1件："))
        #expect(second.seen.contains("第1件：") && !second.seen.contains("第2件："))
        #expect(try await browser.get(String(next.replacing("urban", with: "water"))).status == .badRequest)
    }

    @Test("the table holds the chosen rows with a mark for Excel, whole lines, and no cell that would run")
    func table() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        try await ground.publish("=HYPERLINK(1)村口的路灯", answer: "换好了，\"三盏\"都亮。")
        try await ground.publish("胡村路口没有红绿灯", in: .otherTown)

        let answer = try await ground.province.browser().get("/ledger.csv?area=140702")

        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment; filename*=UTF-8''") == true)
        #expect(Array(answer.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let lines = answer.text.components(separatedBy: "\r\n")
        #expect(lines.count == 3 && lines[2].isEmpty)
        #expect(lines[0].hasSuffix("编号,事情,地方,类别,到哪一步了,什么时候说的,反映的事,答复,也遇到的人,审核公开的人,公开的日子"))
        #expect(lines[1].contains(",'=HYPERLINK(1)村口的路灯,晋中市榆次区乌金山镇,城乡建设与管理,"))
        #expect(lines[1].contains("\"换好了，\"\"三盏\"\"都亮。\""))
        #expect(!answer.text.contains("张秀英"))
        #expect(try await ground.province.browser().get("/ledger.csv?area=9").status == .notFound)
    }

    @Test("a long table is read piece by piece and holds every row once")
    func longTable() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let few = LedgerFilter(area: nil)
        for number in 1...7 { try await ground.publish("第\(number)件：村口到学校的路灯不亮了") }
        let installation = ground.province.installation

        var titles: [String] = []
        var after: Int64?
        repeat {
            let start = after
            let found = try await ground.province.read { db in
                try LedgerQuery(filter: few, after: start, limit: 3).run(db, in: installation)
            }
            titles += found.entries.map(\.title)
            after = found.next?.sortKey
        } while after != nil

        #expect(titles.map { $0.prefix(2) } == (1...7).reversed().map { "第\($0)" })
    }
}
