import Database
import Domain
import TestSupport
import Testing

@testable import Publicity

@Suite("When anybody opens a published matter")
struct PublicMatterTests {
    @Test("summary, answer, dates and telephone are there, the words as they were said are not")
    func page() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let number = try await ground.publish("村口到学校的路灯不亮了", answer: "三盏灯头已经换好。")

        let page = try await ground.province.browser().get("/m/" + number.text)

        #expect(page.status == .ok)
        for words in ["村口到学校的路灯不亮了", "村口到学校有三盏路灯不亮", "三盏灯头已经换好。", "还有 5 个工作日，最迟 6月1日"] {
            #expect(page.seen.contains(words))
        }
        #expect(page.seen.contains(ground.province.head(of: .town).name + "，5月25日（今天）"))
        #expect(page.text.contains("href=\"tel:1990000800"))
        #expect(!page.text.contains("张秀英") && !page.text.contains("13834567890"))
    }

    @Test("what is not published, taken back, or does not exist is not found alike")
    func absent() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let hidden = try await ground.register()
        let withdrawn = try await ground.publish("村口到学校的路灯不亮了")
        try await ground.act(.unpublish(reason: "摘要里的地点写错了，先撤回来改。"), on: withdrawn)
        let none = MatterNumber(city: 1407, year: 2026, sequence: 999_999)!
        let browser = try await ground.province.browser()

        for number in [hidden, withdrawn, none] {
            #expect(try await browser.get("/m/" + number.text).status == .notFound)
        }
        #expect(try await browser.get("/m/1").status == .notFound)
    }

    @Test("我也遇到了 counts once for each browser")
    func support() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let number = try await ground.publish("村口到学校的路灯不亮了")
        let browser = try await ground.province.browser()
        let path = "/m/\(number.text)/support"

        for _ in 1...2 {
            _ = try await browser.get("/m/" + number.text)
            #expect(try await browser.post(path).status == .seeOther)
        }
        let other = try await ground.province.browser()
        _ = try await other.get("/m/" + number.text)
        let thanks = try await other.follow(other.post(path))

        #expect(thanks.seen.contains("已经记下：您也遇到了") && thanks.seen.contains("已经有 2 人"))
        #expect(try await ground.province.count("SELECT COUNT(*) FROM matter_support") == 2)
    }

    @Test("what is not public cannot be supported, and nobody learns that it exists")
    func hiddenSupport() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let hidden = try await ground.register()
        let browser = try await ground.province.browser()
        _ = try await browser.get("/my")

        let answer = try await browser.post("/m/\(hidden.text)/support")

        #expect(answer.status == .notFound)
        #expect(try await ground.province.count("SELECT COUNT(*) FROM matter_support") == 0)
    }

    @Test("no state is told in the words of offices", arguments: MatterState.allCases)
    func words(state: MatterState) {
        let told = PublicState(state: state, holder: "北关街道代表联络站")

        for word in ["受理", "交办", "承办", "办结", "归档"] {
            #expect(!told.sentence.contains(word) && !told.label.word.contains(word))
        }
    }
}
