import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a resident says something")
struct ResidentSayTests {
    @Test("what was said is taken in with number, code, who has it and by when")
    func taken() async throws {
        let resident = try await Resident(TestProvince())

        let answer = try await resident.say()

        #expect(answer.status == .ok)
        let slip = try resident.slip(answer)
        #expect(MatterNumber(slip.number) != nil)
        #expect(slip.code.wholeMatch(of: /\d{4} \d{4}/) != nil)
        #expect(answer.seen.contains("北关街道代表联络站"))
        #expect(answer.seen.contains("还有 5 个工作日，最迟 6月1日"))
        #expect(answer.location == nil)
    }

    @Test("a typed name that fits one place leads there at once, one that fits several shows them")
    func search() async throws {
        let browser = try await TestProvince().browser()

        #expect(try await browser.get("/say?q=%E5%8C%97%E5%85%B3").location == "/say?division=140702001")
        let several = try await browser.get("/say?q=%E6%A6%86%E6%AC%A1").text
        #expect(several.contains("href=\"/say?division=140702001\"") && several.contains("是哪一个？"))
        #expect(try await browser.get("/say?q=%E6%B2%A1%E6%9C%89").seen.contains("没有叫“没有”的地方"))
    }

    @Test("the code on a station's sign leads to the station however it is typed, a station's own name shows it")
    func stationSearch() async throws {
        let province = try await TestProvince()
        let (browser, village) = (try await province.browser(), province.station(.street))

        for typed in ["YC100", "yc100", "%EF%BD%99%EF%BD%83%20100"] {
            #expect(try await browser.get("/say?q=" + typed).location == "/say?station=YC100", "\(typed)")
        }
        #expect(try await browser.get("/say?q=YC1009").seen.contains("没有叫“YC1009”的地方"))
        // No area is called so.
        try await province.write { db, _, _ in
            try db.run("UPDATE station SET name = '杏花村代表联络站' WHERE id = \(village)")
            try DirectoryVersion.bump(in: db)
        }
        #expect(try await browser.get("/say?q=%E6%9D%8F%E8%8A%B1").location == "/say?station=YC001")
    }

    @Test("a station that is found on the way back takes the place of the first one, and nothing typed is lost")
    func changedToStation() async throws {
        let browser = try await TestProvince().browser()
        _ = try await browser.get("/say?division=140702001")

        let page = try await browser.post(
            "/say", ["step": "what", "division": "140702001", "words": "路灯坏了", "q": "yc100", "go": "find"])

        #expect(page.status == .ok && page.seen.contains("乌金山镇代表联络站") && page.text.contains("路灯坏了"))
        #expect(page.text.contains("name=\"station\" value=\"YC100\""))
    }

    @Test("what was said is kept as it was said, with emoji, and shown escaped")
    func words() async throws {
        let resident = try await Resident(TestProvince())
        let words = "路灯坏了👨‍👩‍👧‍👦<script>alert(1)</script>\n第二行 & \"引号\""

        let slip = try resident.slip(try await resident.say(words: words))
        let page = try await resident.open(slip).text

        #expect(page.contains("路灯坏了👨‍👩‍👧‍👦&lt;script&gt;alert(1)&lt;/script&gt;\n第二行 &amp; &quot;引号&quot;"))
        #expect(!page.contains("<script>alert"))
    }

    @Test("full-width digits are a telephone too, a number without area code is sent back with everything typed")
    func telephone() async throws {
        let resident = try await Resident(TestProvince())

        let good = try await resident.say(phone: "１９９００００１２３４")
        let bad = try await resident.say(words: "第二件事：水管漏水", phone: "2071234")

        #expect(good.status == .ok)
        #expect(bad.status == .unprocessableContent)
        #expect(bad.seen.contains("有 1 处要改一下"))
        #expect(bad.text.contains("href=\"#phone\""))
        #expect(bad.text.contains("第二件事：水管漏水"))
        #expect(bad.text.contains("value=\"2071234\""))
        #expect(try await resident.province.matters == 1)
    }

    @Test(
        "what cannot be taken is said at its field, and what was typed stays",
        arguments: [
            ("", "请填写您要说的事"), (String(repeating: "灯", count: 10_001), "最多 10000 个字，现在有 10001 个字"),
            ("路灯\u{7}坏了", "有无法显示的字符"), ("　 \n ", "请填写您要说的事"),
        ])
    func badWords(words: String, sentence: String) async throws {
        let resident = try await Resident(TestProvince())

        let answer = try await resident.say(words: words)

        #expect(answer.status == .unprocessableContent)
        #expect(answer.seen.contains(sentence))
        #expect(words.isEmpty || answer.text.contains(words))
        #expect(answer.text.contains("value=\"张秀英\""))
        #expect(try await resident.province.matters == 0)
    }

    @Test("ten thousand characters are taken")
    func longest() async throws {
        let resident = try await Resident(TestProvince())

        let answer = try await resident.say(words: String(repeating: "灯", count: 10_000))

        #expect(answer.status == .ok)
    }

    @Test("an unknown place leads back to choosing one", arguments: ["division=999999999", "station=XX999", "area=1"])
    func unknownPlace(query: String) async throws {
        let browser = try await TestProvince().browser()

        let answer = try await browser.get("/say?" + query)

        #expect(answer.status == .notFound)
        #expect(answer.seen.contains("没有找到这个地方"))
        #expect(answer.text.contains("href=\"/say?division=140702001\""))
    }

    @Test("a form sent for a place that does not exist loses nothing")
    func unknownPlaceSent() async throws {
        let resident = try await Resident(TestProvince())
        _ = try await resident.browser.get("/say?division=140702001")

        let answer = try await resident.browser.post(
            "/say", ["division": "1", "words": Resident.words, "bypass": "no"])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.seen.contains("找不到这个地方"))
        #expect(answer.text.contains(Resident.words))
    }

    @Test("bytes that are not UTF-8 are refused, and a form of another browser as well")
    func foreign() async throws {
        let resident = try await Resident(TestProvince())
        let first = try await resident.browser.get("/say?division=140702001")

        let notUTF8 = try await resident.browser.send(
            .post, "/say", [.contentType: "application/x-www-form-urlencoded"], "words=%FF%FE")
        let stranger = try await resident.province.browser()
        let foreign = try await stranger.post(
            raw: "/say", [("words", Resident.words), ("form_token", "AAAA"), ("division", "140702001")])

        #expect(first.status == .ok)
        #expect(notUTF8.status == .badRequest)
        #expect(notUTF8.seen.contains("不是 UTF-8"))
        #expect(foreign.status == .forbidden)
        #expect(try await resident.province.matters == 0)
    }

    @Test("about the station's own people: the county's central station has it, and nobody below")
    func bypass() async throws {
        let resident = try await Resident(TestProvince())

        let answer = try await resident.say(bypass: "yes")

        #expect(answer.seen.contains("榆次区代表联络中心站"))
        let below = try await resident.province.count(
            "SELECT COUNT(*) FROM matter_area WHERE area = \(resident.province.division(.street))")
        #expect(below == 0)
    }

    @Test("where nobody is at the station the page says who has it")
    func standIn() async throws {
        let province = try await TestProvince()
        try await province.silence(province.head(of: .street), province.clerk(of: .street))
        let resident = try await Resident(province)

        let page = try await resident.browser.get("/say?station=YC001").seen
        let slip = try await resident.say("station=YC001").seen

        #expect(page.contains("北关街道代表联络站现在没有人值守，您说的事由榆次区代表联络中心站"))
        #expect(slip.contains("榆次区代表联络中心站"))
    }

    @Test("more opinions in an hour than anybody has are asked to wait, with the words kept")
    func tooMany() async throws {
        let resident = try await Resident(TestProvince())
        for number in 1...20 {
            #expect(try await resident.say(words: "第 \(number) 件事：路灯坏了").status == .ok)
        }

        let answer = try await resident.say(words: "第 21 件事：路灯坏了，老人看不见路，摔过一回")

        #expect(answer.status == .tooManyRequests)
        #expect(answer.seen.contains("请等 60 分钟后再试"))
        #expect(answer.text.contains("第 21 件事"))
        resident.province.clock.pass(hours: 1)
        #expect(try await resident.say(words: "第 22 件事：路灯坏了").status == .ok)
    }
}
