import Domain
import TestSupport
import Testing

@testable import Publicity

@Suite("When following is asked for too often, wrongly, or by the staff")
struct FollowLimitTests {
    @Test(
        "what is no mailbox is said at its field, and stays there to be put right", arguments: ["", "liu@", "刘@例子.cn"])
    func wrong(typed: String) async throws {
        let ground = try await FollowGround()

        let answer = try await ground.ask("category=urban", mailbox: typed)

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("href=\"#mailbox\""))
        #expect(typed.isEmpty || answer.text.contains("value=\"\(typed)\""))
        #expect(try await ground.province.count("SELECT COUNT(*) FROM follow") == 0)
    }

    @Test("the eleventh time within an hour one browser is told when to come again")
    func browser() async throws {
        let ground = try await FollowGround()
        for number in 1...10 { _ = try await ground.ask("category=urban", mailbox: "a\(number)@example.cn") }

        let answer = try await ground.ask("category=urban", mailbox: "a11@example.cn")

        #expect(answer.status == .tooManyRequests)
        #expect(try await ground.sent(.followConfirm).count == 10)
    }

    @Test("nobody fills a mailbox: five messages a day, whoever asks; who follows already gets none")
    func mailbox() async throws {
        let ground = try await FollowGround()
        try await ground.follow("category=urban")
        let again = try await ground.ask("category=urban")
        let before = try await ground.links().count
        for category in ["transport", "water", "health", "education"] {
            _ = try await ground.ask("category=" + category)
        }
        let sixth = try await ground.ask("category=labour")

        #expect(again.location == "/follow/sent" && before == 1)
        #expect(sixth.status == .unprocessableContent && sixth.seen.contains("已经够多了"))
        #expect(try await ground.links().count == 5)
    }

    @Test("the same form sent twice is one follow and one message")
    func twice() async throws {
        let ground = try await FollowGround()
        _ = try await ground.browser.get("/follow?category=urban")
        let submission = ground.browser.submission(of: "/follow") ?? ""
        for _ in 1...2 {
            let answer = try await ground.browser.post(
                "/follow", ["category": "urban", "mailbox": "liu@example.cn", "submission": submission])
            #expect(answer.location == "/follow/sent")
        }

        #expect(try await ground.links().count == 1)
        #expect(try await ground.province.count("SELECT COUNT(*) FROM follow") == 1)
    }

    @Test("somebody of the staff follows in her inbox, sees what she follows, and ends it herself")
    func staff() async throws {
        let ground = try await FollowGround()
        let province = ground.province
        let number = try await ground.published.publish("村口到学校的路灯不亮了")
        await province.work()
        let officer = province.officer(of: .county)
        let browser = try await province.browser(as: officer)
        let offer = try await browser.get("/follow?matter=\(number.text)")
        let own = "/follows?matter=\(number.text)"
        _ = try await browser.get(own)
        for _ in 1...2 { _ = try await browser.post("/follows", ["matter": number.text]) }
        let list = try await browser.get("/follows")
        try await ground.published.act(
            .publish(title: "村口到学校的路灯不亮了", summary: "村口到学校有三盏路灯不亮，请尽快修好。", answer: "已经换好。"), on: number)
        await province.work()
        let id: Int64 = try #require(try await province.value("SELECT id FROM follow"))

        #expect(offer.text.contains("href=\"\(own)\""))
        #expect(list.seen.contains("村口到学校的路灯不亮了") && list.seen.contains("关注着 1 个"))
        #expect(try await ground.sent(.followedNews).map(\.person) == [officer.person])

        let other = try await province.browser(as: province.officer(of: .town))
        #expect(try await !other.get("/follows").seen.contains("路灯"))
        _ = try await other.post("/follows/\(id)/end")
        #expect(try await province.count("SELECT COUNT(*) FROM follow") == 1)
        _ = try await browser.get("/follows")
        _ = try await browser.post("/follows/\(id)/end")
        #expect(try await province.count("SELECT COUNT(*) FROM follow") == 0)
    }

    @Test("a visitor has no list of her own")
    func visitor() async throws {
        let answer = try await TestProvince().browser().get("/follows")

        #expect(answer.status == .seeOther && answer.location?.hasPrefix("/sign-in") == true)
    }

    @Test("nobody follows what is not public, staff neither")
    func hidden() async throws {
        let ground = try await FollowGround()
        let number = try await ground.published.register()
        let browser = try await ground.province.browser(as: ground.province.head(of: .town))
        _ = try await browser.get("/follows")

        #expect(try await browser.post("/follows", ["matter": number.text]).status == .notFound)
        #expect(try await browser.get("/follows?matter=\(number.text)").status == .notFound)
    }
}
