import Database
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When others have said much the same nearby")
struct NearbyTests {
    private static let title = "文化路菜市场门口路灯不亮"

    let province: TestProvince
    let published: Play

    init() async throws {
        province = try await TestProvince()
        published = try await Play(province, words: "文化路菜市场门口的路灯不亮。")
        try await published.accepted()
        try await published.act(
            .publish(title: Self.title, summary: "菜市场门口两盏路灯不亮，影响晚上出行。", answer: "已经列入本月的维修。"),
            by: province.head(of: .town))
    }

    private var supports: [Int] {
        get async throws {
            let (all, verified) = (
                try await province.count("SELECT COUNT(*) FROM matter_support"),
                try await province.count("SELECT COUNT(*) FROM matter_support WHERE is_verified = 1")
            )
            return [all, verified]
        }
    }

    /// Says it and presses 「我也遇到了」 on the slip.
    private func support(_ resident: Resident, phone: String) async throws -> Answer {
        let slip = try await resident.say("division=140702100", phone: phone)
        #expect(slip.seen.contains(Self.title))
        return try await resident.browser.post("/m/\(published.number.text)/support")
    }

    @Test("the slip shows it below the number, with place, state, answer and day")
    func shown() async throws {
        let resident = try await Resident(province)

        let slip = try await resident.say("division=140702100")

        #expect(try resident.slip(slip).number != published.number.text)
        for text in [Self.title, "乌金山镇", "正在定由谁去办", "已经列入本月的维修。", "5月25日公开", "这一段可以不看"] {
            #expect(slip.seen.contains(text))
        }
        let code = try #require(slip.text.firstRange(of: "查询码")),
            nearby = try #require(slip.text.firstRange(of: Self.title))
        #expect(code.lowerBound < nearby.lowerBound)
        #expect(ResidentWordsTests.officeWords.filter(slip.text.contains) == [])
    }

    @Test("what is about something else, elsewhere, or not public, is not shown")
    func notShown() async throws {
        let resident = try await Resident(province)
        _ = try await Play(province, words: "文化路菜市场门口的路灯坏了，没有公开的一件。")

        let other = try await resident.say("division=140702100", words: "自来水发黄，有一股味道，烧开了也不敢喝。")
        let elsewhere = try await resident.say("division=140703101")
        let own = try await resident.say("division=140702100")

        #expect(!other.seen.contains(Self.title) && !elsewhere.seen.contains(Self.title))
        #expect(own.seen.contains(Self.title) && !own.seen.contains("没有公开的一件"))
    }

    @Test("supported from the slip it leads to one's own page, and counts once for a telephone")
    func supported() async throws {
        let first = try await Resident(province)

        let answer = try await support(first, phone: "19900001234")
        let page = try await first.browser.follow(answer)
        _ = try await support(Resident(province), phone: "19900001234")

        #expect(answer.location?.hasPrefix("/my/1407-2026-") == true)
        #expect(page.status == .ok && page.seen.contains("那件事您也遇到了"))
        #expect(try await supports == [1, 1])
        _ = try await support(Resident(province), phone: "19900001299")
        #expect(try await supports == [2, 2])
    }

    @Test("without a telephone it counts apart, and the office sees both figures")
    func apart() async throws {
        _ = try await support(Resident(province), phone: "19900001234")
        _ = try await support(Resident(province), phone: "")
        let visitor = try await province.browser()
        _ = try await visitor.get("/m/\(published.number.text)")
        _ = try await visitor.post("/m/\(published.number.text)/support")

        #expect(try await supports == [3, 1])
        let head = try await province.browser(as: province.head(of: .town))
        let page = try await head.get("/matters/\(published.number.text)").seen
        // Nobody has proved that the number is hers.
        #expect(page.contains("留了电话的 1 人（一个电话只算一次），没留电话的 2 人") && !page.contains("核实过的"))
        let shown = try await visitor.get("/m/\(published.number.text)").seen
        #expect(shown.contains("3 人说也遇到了（留了电话的 1 人，没留的 2 人）"))
    }

    @Test("the slip opens the way to one's own page in this browser, for as long as it shows the code")
    func opened() async throws {
        let resident = try await Resident(province)
        let slip = try resident.slip(try await resident.say())

        #expect(try await resident.browser.get("/my/\(slip.number)").status == .ok)
        #expect(try await province.browser().get("/my/\(slip.number)").status == .seeOther)
        province.clock.pass(minutes: 31)
        #expect(try await resident.browser.get("/my/\(slip.number)").status == .seeOther)
    }
}
