import Domain
import Foundation
import TestSupport
import Testing

@testable import Publicity

@Suite("When what was said goes back to the village")
struct BoardTests {
    private static let hasPress = FileManager.default.isExecutableFile(atPath: "/usr/bin/weasyprint")

    @Test("row 83: the A3 sheet prints, nothing unpublished is on it, loudspeaker and group-chat text stand beside it")
    func sheet() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        try await ground.publish("村口到学校的路灯不亮了", answer: "三盏灯头已经换好。")
        let hidden = try await ground.register()
        let withdrawn = try await ground.publish("学校门口还没有画斑马线")
        try await ground.act(.unpublish(reason: "摘要里的地点写错了，先撤回来改。"), on: withdrawn)

        let page = try await ground.province.browser().get("/s/YC100/board")
        let copied = /<textarea rows="9" readonly data-copy[^>]*>(.*?)<\/textarea>/.dotMatchesNewlines()
        let texts = page.text.matches(of: copied).map { String($0.1) }

        #expect(page.status == .ok && page.text.contains("<article class=\"sheet a3 board\">"))
        for words in ["2026年5月公示", "村口到学校的路灯不亮了", "村口到学校有三盏路灯不亮", "三盏灯头已经换好。", "5月25日"] {
            #expect(page.seen.contains(words), "\(words)")
        }
        for secret in ["张秀英", "13834567890", "路灯坏了三盏，请找", hidden.text, "斑马线"] {
            #expect(!page.text.contains(secret), "\(secret)")
        }
        // The loudspeaker's and the group's.
        #expect(texts.count == 2)
        for text in texts { #expect(text.contains("村口到学校的路灯不亮了") && !text.contains("斑马线")) }
        #expect(page.seen.contains("各位乡亲，这里是乌金山镇代表联络站"))
        #expect(page.seen.contains("【乌金山镇代表联络站 2026年5月公示】"))
        #expect(page.text.contains("/s/YC100/board?month=2026-05"))
    }

    @Test("row 83: the file of the sheet is A3, across", .enabled(if: BoardTests.hasPress))
    func file() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        try await ground.publish("村口到学校的路灯不亮了")

        let file = try await ground.province.browser().get("/s/YC100/board?as=pdf")

        let box = String(decoding: file.bytes, as: UTF8.self)
            .firstMatch(of: /\/MediaBox \[ ?0 0 ([0-9]+)\.?[0-9]* ([0-9]+)/)
        #expect(box.map { "\($0.1) \($0.2)" } == "1190 841")
    }

    @Test("where there is no press, it says how a browser prints the sheet")
    func noPress() async throws {
        let province = try await TestProvince { $0.weasyprint = "/nowhere/weasyprint" }

        let file = try await province.browser().get("/s/YC100/board?as=pdf")

        #expect(file.status == .conflict && file.seen.contains("另存为 PDF"))
    }

    @Test("what was taken back is gone; an empty month says so")
    func withdrawn() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let number = try await ground.publish("村口到学校的路灯不亮了")
        try await ground.act(.unpublish(reason: "摘要里的地点写错了，先撤回来改。"), on: number)

        let page = try await ground.province.browser().get("/s/YC100/board")

        #expect(page.seen.contains("这个月还没有可以公布的事") && !page.seen.contains("路灯"))
    }

    @Test("a month shows what was said or published in it, and each station its own")
    func months() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let browser = try await ground.province.browser()
        try await ground.publish("村口到学校的路灯不亮了")
        ground.province.clock.go(to: Day(2026, 6, 10))
        try await ground.publish("学校门口还没有画斑马线")

        let may = try await browser.get("/s/YC100/board?month=2026-05").seen
        let june = try await browser.get("/s/YC100/board").seen

        #expect(may.contains("路灯") && !may.contains("斑马线"))
        #expect(june.contains("斑马线") && !june.contains("村口到学校的路灯"))
        #expect(try await !browser.get("/s/YC001/board").seen.contains("斑马线"))
        #expect(try await browser.get("/s/YC100/board?month=2026-05").text.contains("board?month=2026-06"))
    }

    @Test(
        "a station that is not there, no month and a month that has not begun are not found",
        arguments: [
            "/s/NOBODY/board", "/s/YC100/board?month=2026-13", "/s/YC100/board?month=x", "/s/YC100/board?month=2026-07",
        ])
    func absent(path: String) async throws {
        #expect(try await TestProvince().browser().get(path).status == .notFound)
    }

    @Test("however much there is, the loudspeaker is done in three minutes and says how many it left out")
    func spoken() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let number = MatterNumber(city: 1407, year: 2026, sequence: 1)!
        let station = try #require(try await ground.province.snapshot().atlas.station(code: "YC100"))
        let entry = BoardQuery.Entry(
            number: number, title: "村口到学校的路灯不亮了！", summary: "", answer: "",
            state: PublicState(state: .inHandling, holder: "乌金山镇人民政府"), saidOn: Day(2026, 5, 20), closedOn: nil)
        func words(_ count: Int) -> BoardWords {
            BoardWords(
                board: BoardQuery.Board(
                    station: station, month: BoardMonth(of: Day(2026, 5, 1)),
                    entries: Array(repeating: entry, count: count), today: Day(2026, 5, 25), isCut: false),
                site: "https://a.test", human: .init(telephone: "12345", hours: "每天"))
        }

        let (few, many) = (words(2).spoken, words(40).spoken)

        #expect(few.contains("第一件，村口到学校的路灯不亮了。乌金山镇人民政府正在办。第二件") && !few.contains("还有"))
        #expect(many.count <= BoardWords.mostSpoken && many.contains("贴在联络站的公示栏里"))
        #expect(many.contains("一九九") == false && many.contains("幺九九"))
        #expect(words(40).group.split(separator: "\n").count <= 14)
    }

    @Test("numbers as they are spoken", arguments: [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五")])
    func numerals(number: Int, spoken: String) {
        #expect(BoardWords.numeral(number) == spoken)
    }

    @Test("months end where the next begins", arguments: ["2026-12", "2026-02", "2024-02"])
    func boundaries(text: String) throws {
        let month = try #require(BoardMonth(text))

        #expect(month.text == text && month.after.first == month.end && month.after.before == month)
        #expect(month.contains(month.first) && !month.contains(month.end))
    }

    @Test("whoever can be told in no other way finds her number on the sheet of the month, and nothing else of it")
    func numbers() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let (told, waiting, secret) = (
            try await ground.register(), try await ground.register(), try await ground.register()
        )
        for number in [told, secret] { try await ground.act(.accept, on: number) }
        try await ground.province.write { db, _, _ in
            try db.run(
                """
                INSERT INTO matter_secrecy (matter, kind, marked_by, marker_name, marked_at)
                SELECT id, 'private', 1, '测试', 0 FROM matter WHERE number = \(secret.text)
                """)
        }
        let browser = try await ground.province.browser()

        let may = try await browser.get("/s/YC100/board").text
        let elsewhere = try await browser.get("/s/YC001/board").text
        ground.province.clock.go(to: Day(2026, 6, 10))
        let june = try await browser.get("/s/YC100/board").text

        #expect(may.contains("有新进展的编号") && may.contains(told.text) && !may.contains("路灯坏了"))
        #expect(!may.contains(waiting.text) && !may.contains(secret.text))
        #expect(!elsewhere.contains(told.text) && !june.contains(told.text) && !june.contains("有新进展的编号"))
    }

    @Test("whoever left a telephone or an address, or chose a way, is told by that and not by the sheet")
    func otherWays() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let number = try await ground.register()
        try await ground.act(.accept, on: number)
        try await ground.province.write { db, _, _ in
            try db.run(
                """
                INSERT INTO reporter_channel (matter, channel, code_tries, chosen_at)
                SELECT id, 'none', 0, 0 FROM matter WHERE number = \(number.text)
                """)
        }

        #expect(try await !ground.province.browser().get("/s/YC100/board").text.contains(number.text))
    }
}
