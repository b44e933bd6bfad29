import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When something is said one screen after the other, without JavaScript")
struct SayStepsTests {
    @Test("five screens lead from the first one to the number")
    func screens() async throws {
        let province = try await TestProvince()
        var walk = try await SayWalk(province.browser())

        try await walk.follow("/say?division=140702001")
        #expect(walk.h1 == "什么事")
        try await walk.press("go=next", ["words": Resident.words, "place": "东门往北", "bypass": "no"])
        #expect(walk.h1 == "怎么找您")
        try await walk.press("go=next", ["phone": "19900001234", "name": "张秀英", "told": "call"])
        #expect(walk.h1 == "看一遍，再提交")
        try await walk.press("go=next")

        #expect(walk.screens == 5)
        #expect(MatterNumber(try walk.slip.number) != nil)
        #expect(try await province.matters == 1)
        let way: String? = try await province.value("SELECT channel FROM reporter_channel")
        #expect(way == "call")
        #expect(try await province.faults() == [])
    }

    @Test("the last look shows all of it as it was typed, and the buttons beside lead back to each part")
    func check() async throws {
        var walk = try await SayWalk(TestProvince().browser(), at: "/say?division=140702001")
        try await walk.walkToCheck(["place": "东门往北"], ["phone": "19900001234", "name": "张秀英", "named": "yes"])

        for text in [Resident.words, "东门往北", "北关街道", "19900001234", "张秀英", "可以知道您是谁"] {
            #expect(walk.page.seen.contains(text))
        }
        try await walk.press("go=what")
        #expect(walk.page.text.contains("\n\(Resident.words)</textarea>"))
        try await walk.press("go=next")
        #expect(walk.page.text.contains("value=\"张秀英\"") && walk.page.text.contains("value=\"19900001234\""))
        #expect(walk.page.text.firstMatch(of: /id="named"[^>]* checked/) != nil)
    }

    @Test("a step back takes along what was typed on the screen one leaves, right or wrong")
    func back() async throws {
        var walk = try await SayWalk(TestProvince().browser(), at: "/say?division=140702001")
        try await walk.press("go=next", ["words": Resident.words, "bypass": "yes"])

        try await walk.press("go=back", ["phone": "12", "guardian": "妈妈李桂兰"])

        #expect(walk.h1 == "什么事" && walk.page.status == .ok)
        #expect(walk.page.text.firstMatch(of: /value="yes" checked/) != nil)
        try await walk.press("go=next")
        #expect(walk.page.text.contains("value=\"12\"") && walk.page.text.contains("value=\"妈妈李桂兰\""))
        #expect(walk.page.text.contains("<details class=\"group\" open>"))
    }

    @Test("what is wrong is said on the screen where it was typed, and nothing of the others is lost")
    func refused() async throws {
        let province = try await TestProvince()
        var walk = try await SayWalk(province.browser(), at: "/say?division=140702001")

        try await walk.press("go=next", ["place": "东门往北"])
        #expect(walk.page.status == .unprocessableContent && walk.h1 == "什么事")
        #expect(walk.page.seen.contains("有 2 处要改一下"))
        #expect(walk.page.text.contains("href=\"#words\"") && walk.page.text.contains("href=\"#bypass\""))
        #expect(walk.page.text.contains("value=\"东门往北\""))

        try await walk.press("go=next", ["words": Resident.words, "bypass": "no"])
        try await walk.press("go=next", ["phone": "2071234", "name": "张秀英"])
        #expect(walk.page.status == .unprocessableContent && walk.h1 == "怎么找您")
        #expect(walk.page.text.contains("value=\"2071234\"") && walk.page.text.contains("value=\"张秀英\""))
        #expect(walk.page.text.contains(Resident.words))

        try await walk.press("go=next", ["phone": "", "told": "sms"])
        #expect(walk.page.status == .unprocessableContent)
        #expect(walk.page.seen.contains("请留一个电话；不想留电话，请选别的办法"))
        try await walk.press("go=next", ["told": "none"])
        #expect(walk.h1 == "看一遍，再提交")
        #expect(try await province.matters == 0)
    }

    @Test("another place is chosen in between, by the list or by its name, and the words stay")
    func otherPlace() async throws {
        let province = try await TestProvince()
        var walk = try await SayWalk(province.browser(), at: "/say?station=YC001")

        try await walk.press("go=place", ["words": Resident.words, "bypass": "no"])
        #expect(walk.h1 == "换一个地方")
        try await walk.press("to=140703101")
        #expect(walk.page.seen.contains("胡村镇代表联络站") && walk.page.text.contains(Resident.words))
        try await walk.press("go=place")
        try await walk.press("go=find", ["q": "没有的地方"])
        #expect(walk.page.seen.contains("没有叫“没有的地方”的地方"))
        try await walk.press("go=find", ["q": "乌金山"])
        #expect(walk.h1 == "什么事" && walk.page.seen.contains("乌金山镇代表联络站"))
        try await walk.press("go=next")
        try await walk.press("go=next")
        try await walk.press("go=next")

        let area: Int64? = try await province.value("SELECT area FROM matter")
        #expect(area == province.division(.town))
    }

    @Test("whoever does not know the town says it to the county's station")
    func unsure() async throws {
        let province = try await TestProvince()
        var walk = try await SayWalk(province.browser())

        #expect(walk.page.seen.contains("不确定是哪个，就选榆次区"))
        try await walk.follow("/say?division=140702")
        try await walk.walkToCheck()
        try await walk.press("go=next")

        #expect(walk.page.seen.contains("榆次区代表联络中心站"))
    }

    @Test("a screen loaded again, and the last button pressed twice, do nothing twice")
    func twice() async throws {
        let province = try await TestProvince()
        var walk = try await SayWalk(province.browser(), at: "/say?division=140702001")
        try await walk.walkToCheck()
        let form = try #require(ShownForm.all(on: walk.page.text).first { $0.action == "/say" })

        let first = try await walk.browser.post(raw: "/say", form.filled([:]) + [("go", "next")])
        let second = try await walk.browser.post(raw: "/say", form.filled([:]) + [("go", "next")])

        #expect(try Slip(first.text).number == Slip(second.text).number)
        #expect(try Slip(first.text).code == Slip(second.text).code)
        #expect(try await province.matters == 1)
    }

    @Test("from a deputy's page the deputy's own station has it and is told whom the person wished")
    func deputy() async throws {
        let province = try await TestProvince()
        let person = province.deputy(of: .street).person
        let row = try await province.read { db in
            try db.row("SELECT card, name_public FROM mandate WHERE person = \(person)")
        }
        let (card, name): (String, String) = (try #require(try row?[0]), try #require(try row?[1]))
        var walk = try await SayWalk(province.browser(), at: "/say?deputy=\(card)")

        #expect(walk.page.seen.contains("您想请\(name)代表听这件事"))
        try await walk.walkToCheck()
        try await walk.press("go=next")

        let number = try walk.slip.number
        #expect(walk.page.seen.contains("北关街道代表联络站"))
        let clerk = try await province.browser(as: province.clerk(of: .street))
        #expect(try await clerk.get("/matters/\(number)").seen.contains("想请哪位代表听"))
        let wished: Int64? = try await province.value("SELECT deputy FROM reporter_wish")
        #expect(wished == person)
        #expect(try await province.browser().get("/say?deputy=NOBODY").status == .notFound)
    }

    @Test("a station that has closed hands over to the county's, and the page and the slip say so")
    func closedStation() async throws {
        let province = try await TestProvince()
        try await province.write { db, _, _ in
            try db.run("UPDATE station SET status = 'closed' WHERE code = 'YC001'")
            try DirectoryVersion.bump(in: db)
        }
        var walk = try await SayWalk(province.browser(), at: "/say?station=YC001")

        #expect(walk.page.seen.contains("北关街道代表联络站现在没有人值守，您说的事由榆次区代表联络中心站"))
        try await walk.walkToCheck()
        try await walk.press("go=next")

        #expect(walk.page.seen.contains("榆次区代表联络中心站"))
        let station: Int64? = try await province.value("SELECT station FROM matter")
        #expect(station == province.station(.county))
    }

    @Test("no screen uses the words of offices, and each has the way back and the telephone of a human being")
    func words() async throws {
        var walk = try await SayWalk(TestProvince().browser(), at: "/say?division=140702001")
        var pages = [walk.page]
        try await walk.press("go=next")
        pages.append(walk.page)
        try await walk.press("go=next", ["words": Resident.words, "bypass": "no"])
        pages.append(walk.page)
        try await walk.press("go=next", ["phone": "1"])
        pages.append(walk.page)
        try await walk.press("go=next", ["phone": ""])
        pages.append(walk.page)

        for page in pages {
            #expect(ResidentWordsTests.officeWords.filter(page.text.contains) == [])
            #expect(page.text.contains("href=\"tel:19900000000\""))
            #expect(page.text.contains("value=\"back\"") || page.text.contains("value=\"place\""))
            #expect(page.headers[.cacheControl] == "no-store" && page.location == nil)
        }
    }

    @Test("the switch to larger letters takes along what was typed, with files, and stays")
    func elder() async throws {
        var walk = try await SayWalk(TestProvince().browser(), at: "/say?division=140702001")

        try await walk.press("elder=1", ["words": "路灯坏了"])

        #expect(walk.page.text.contains("class=\"elder\"") && walk.page.text.contains("\n路灯坏了</textarea>"))
        #expect(walk.page.text.contains("name=\"elder\" value=\"0\""))
        try await walk.press("go=next", ["bypass": "no"])
        #expect(walk.h1 == "怎么找您" && walk.page.text.contains("class=\"elder\""))
    }

    @Test("row 86: a villager away picks the home village's station")
    func away() async throws {
        let province = try await TestProvince()
        var walk = try await SayWalk(province.browser())

        #expect(walk.page.seen.contains("人在外地打工、上学？老家在哪里，就选哪里"))
        try await walk.follow("/say?division=140703101")
        try await walk.walkToCheck(["place": "胡村村口"])
        try await walk.press("go=next")

        #expect(walk.page.seen.contains("胡村镇代表联络站"))
        let station: Int64? = try await province.value("SELECT station FROM matter")
        #expect(station == province.station(.otherTown))
    }
}
