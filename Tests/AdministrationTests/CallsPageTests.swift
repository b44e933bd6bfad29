import Database
import Domain
import Matters
import TestSupport
import Testing

@Suite("When people are told by telephone or letter")
struct CallsPageTests {
    @Test("the list says whom by number only, and what to say")
    func list() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter()
        try await site.tellReporter(of: matter.id)

        let page = try await site.province.browser(as: site.province.clerk(of: .town)).get("/calls")

        #expect(page.status == .ok)
        #expect(page.text.contains(matter.number) && page.text.contains("有了答复"))
        #expect(page.seen.contains("您好，这里是乌金山镇代表联络站。"))
        #expect(!page.text.contains("19900001234") && !page.text.contains("张秀英") && !page.text.contains("路灯"))
    }

    @Test("name and number are opened one by one, and it is written down who did")
    func opened() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter()
        try await site.tellReporter(of: matter.id)
        let clerk = site.province.clerk(of: .town)
        let browser = try await site.province.browser(as: clerk)
        _ = try await browser.get("/calls")

        let page = try await browser.post("/calls/\(site.sending())/opening")

        #expect(page.status == .ok)
        #expect(page.text.contains("张秀英") && page.text.contains("tel:19900001234"))
        #expect(page.headers[.cacheControl] == "no-store")
        let account: Int64? = try await site.province.value(
            "SELECT author_account FROM event WHERE stream_kind = 'station' AND name = 'contactOpened'")
        #expect(account == clerk.account)
        #expect(try await site.province.faults() == [])
    }

    @Test("told is done and leaves the list, nobody there stays on it")
    func outcomes() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter()
        try await site.tellReporter(of: matter.id)
        let browser = try await site.province.browser(as: site.province.clerk(of: .town))
        let path = "/calls/\(try await site.sending())/outcome"
        _ = try await browser.get("/calls")

        let nobody = try await browser.post(path, ["outcome": "nobodyAnswered"])
        let again = try await browser.follow(nobody)
        let told = try await browser.post(path, ["outcome": "told"])
        let empty = try await browser.follow(told)

        #expect(nobody.status == .seeOther && told.status == .seeOther)
        #expect(again.text.contains(matter.number) && again.text.contains("试过 1 次"))
        #expect(!empty.text.contains(matter.number) && empty.text.contains("没有要打的电话"))
        #expect(try await site.state() == "done")
    }

    @Test("the same form sent twice counts once, an old one is stale, and without a result it comes back")
    func twice() async throws {
        let site = try await MessageSite()
        try await site.tellReporter(of: try await site.matter().id)
        let browser = try await site.province.browser(as: site.province.clerk(of: .town))
        let path = "/calls/\(try await site.sending())/outcome"
        _ = try await browser.get("/calls")
        let submission = try #require(browser.submission(of: path))

        let nothing = try await browser.post(path)
        let fields: KeyValuePairs = ["outcome": "nobodyAnswered", "submission": submission, "version": "1"]
        let first = try await browser.post(path, fields)
        let second = try await browser.post(path, fields)
        _ = try await browser.get("/calls")
        let old = try await browser.post(path, ["outcome": "told", "version": "1"])

        #expect(nothing.status == .unprocessableContent && nothing.text.contains("请选择结果"))
        #expect(first.location == second.location && first.status == .seeOther)
        #expect(try await site.province.count("SELECT attempts FROM sending") == 1)
        #expect(old.status == .conflict)
    }

    @Test("what is told of one matter is one call, the newest first, and one result counts for all of it")
    func grouped() async throws {
        let site = try await MessageSite()
        let (matter, other) = (try await site.matter(), try await site.matter())
        try await site.tellReporter(of: matter.id)
        try await site.tellReporter(of: other.id, key: "other")
        try await site.tellReporter(of: matter.id, key: "b", day: "6月9日")
        let browser = try await site.province.browser(as: site.province.clerk(of: .town))
        let list = try await browser.get("/calls").text
        let (first, newest) = (try await site.sending(), try await site.sending("b"))

        let opened = try await browser.post("/calls/\(newest)/opening")
        let told = try await browser.post("/calls/\(newest)/outcome", ["outcome": "told"])

        let fold = try #require(list.firstRange(of: "没说到的（1）"))
        #expect(list[..<fold.lowerBound].contains("6月9日") && !list[..<fold.lowerBound].contains("6月8日"))
        #expect(!list.contains("/calls/\(first)/outcome") && list.contains("告诉本人“有了答复”"))
        #expect(opened.text.contains("name=\"along\" value=\"\(first).") && opened.text.contains("1 条，一起记上"))
        #expect(told.status == .seeOther)
        #expect(try await site.state() == "done")
        #expect(try await site.state("b") == "done")
        #expect(try await site.state("other") == "byHand")
        #expect(try await site.province.faults() == [])
    }

    @Test("a letter is drawn with name, address and words, ready to be printed")
    func letter() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter(phone: nil, home: "文化路 1 号")
        try await site.tellReporter(of: matter.id)
        let browser = try await site.province.browser(as: site.province.clerk(of: .town))
        let list = try await browser.get("/calls")

        let page = try await browser.post("/calls/\(site.sending())/opening")

        #expect(!list.text.contains("文化路 1 号") && list.text.contains("信函"))
        #expect(page.text.contains("文化路 1 号") && page.text.contains("张秀英") && page.text.contains(matter.number))
    }

    @Test("what is about the place's own people is on the list of the station above, and the town finds nothing")
    func bypassed() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter(isBypassed: true)
        try await site.tellReporter(of: matter.id)
        let path = "/calls/\(try await site.sending())/opening"
        let town = try await site.province.browser(as: site.province.clerk(of: .town))
        let county = try await site.province.browser(as: site.province.clerk(of: .county))

        let below = try await town.get("/calls")
        let above = try await county.get("/calls")

        #expect(!below.text.contains(matter.number) && below.text.contains("没有要打的电话"))
        #expect(above.text.contains(matter.number))
        #expect(try await town.post(path).status == .notFound)
    }

    @Test("once the petition department has a matter its call leaves the station's list")
    func referred() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter()
        try await site.tellReporter(of: matter.id)
        let organ = try await site.province.organ(.petitionOffice, in: .county)
        try await site.province.write { db, _, _ in
            try db.run("UPDATE matter SET petition_office = \(organ) WHERE id = \(matter.id)")
        }
        try await site.tellReporter(of: matter.id, key: "b")

        let station = try await site.province.browser(as: site.province.clerk(of: .town)).get("/calls")
        let office = try await site.province.browser(as: site.province.petitionOfficer(of: .county)).get("/calls")

        #expect(!station.text.contains(matter.number))
        #expect(office.text.contains(matter.number))
    }

    @Test("a number that was erased cannot be opened any more")
    func erased() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter()
        try await site.tellReporter(of: matter.id)
        try await site.province.write { db, _, _ in
            try db.run(
                """
                UPDATE reporter SET name_sealed = NULL, phone_sealed = NULL, phone_index = NULL
                WHERE matter = \(matter.id)
                """)
        }
        let browser = try await site.province.browser(as: site.province.clerk(of: .town))
        _ = try await browser.get("/calls")

        let page = try await browser.post("/calls/\(site.sending())/opening")

        #expect(page.text.contains("已经删除，不能再联系"))
    }

    @Test("others have no such list, and a visitor is asked to sign in")
    func others() async throws {
        let site = try await MessageSite()

        for person in [site.province.deputy(of: .town), site.province.officer(of: .town), site.province.systemAdmin] {
            #expect(try await site.province.browser(as: person).get("/calls").status == .notFound, "\(person.login)")
        }
        #expect(try await site.province.browser().get("/calls").status == .seeOther)
    }

    @Test("who asked for a visit is named as such, and that somebody went there is a result of its own")
    func visit() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter(phone: nil, home: "文化路 1 号")
        let called = try await site.matter()
        try await site.province.write { db, _, _ in
            try db.run(
                """
                INSERT INTO reporter_channel (matter, channel, code_tries, chosen_at) VALUES (\(matter.id), 'visit', 0, 0)
                """)
        }
        try await site.tellReporter(of: called.id, key: "call")
        let browser = try await site.province.browser(as: site.province.clerk(of: .town))
        let callsOnly = try await browser.get("/calls").text
        try await site.tellReporter(of: matter.id)
        let list = try await browser.get("/calls").text
        let page = try await browser.post("/calls/\(site.sending())/opening").text
        let told = try await browser.post("/calls/\(site.sending())/outcome", ["outcome": "visited"])

        #expect(!callsOnly.contains("上门告知") && !callsOnly.contains("本人要求上门说"))
        #expect(list.contains("本人要求上门说") && list.contains("已上门告知"))
        #expect(page.contains("上门告知：\(matter.number)") && page.contains("文化路 1 号"))
        #expect(try await browser.follow(told).text.contains("已经记下：上门告知了本人"))
        #expect(try await site.state() == "done")
    }

    @Test("where a letter goes the answer itself can be written from the list, once there is one")
    func answerOnPaper() async throws {
        let site = try await MessageSite()
        let matter = try await site.matter(phone: nil, home: "文化路 1 号")
        let path = "/matters/\(matter.number)/letters/new?kind=answer"
        try await site.tellReporter(of: matter.id)
        let browser = try await site.province.browser(as: site.province.clerk(of: .town))
        let before = try await browser.get("/calls").text
        let number = try #require(MatterNumber(stored: matter.number))
        let (now, installation) = (site.province.now, site.province.installation)
        let head = site.province.head(of: .town).principal
        let answer = SpotAnswer(
            words: "三盏路灯今天下午就换，晚上您再看看。", hasConsent: true, commonality: .common, category: .urban)
        _ = try await site.province.write { db, ids, _ in
            try ActOnMatter.run(
                db, number, ActRequest(.ready(.answerOnSpot(answer))), by: head, at: now, ids: &ids, in: installation)
        }

        let after = try await browser.get("/calls").text

        #expect(!before.contains(path))
        #expect(after.contains(path))
        #expect(try await browser.get(path).status == .ok)
    }
}
