import Database
import Domain
import Record
import TestSupport
import Testing

@testable import Stations

@Suite("When a station keeps its page")
struct DeskTests {
    private let desk = "/station/YC001"

    @Test("a visitor is led to sign in", arguments: ["/station", "/station/YC001", "/station/YC001/posts/new"])
    func visitor(path: String) async throws {
        let answer = try await TestProvince().browser().get(path)

        #expect(answer.status == .seeOther)
        #expect(answer.location?.hasPrefix("/sign-in?next=") == true)
    }

    @Test("head and clerk come to their own desk")
    func own() async throws {
        let province = try await TestProvince()

        for person in [province.head(of: .street), province.clerk(of: .street)] {
            let browser = try await province.browser(as: person)
            let answer = try await browser.follow(browser.get("/station"))
            #expect(answer.status == .ok)
            #expect(answer.text.contains("北关街道代表联络站"))
            #expect(answer.text.contains(#"<a href="/station" aria-current="true">本站</a>"#))
        }
    }

    @Test("whoever works at no station is not led to one")
    func navigation() async throws {
        let province = try await TestProvince()

        let text = try await province.browser(as: province.officer(of: .town)).get("/account").text

        #expect(text.contains(#"href="/today""#))
        #expect(!text.contains(#"href="/station""#))
    }

    @Test("deputies who never signed in are named with what to do, each once, until they do")
    func absent() async throws {
        let province = try await TestProvince()
        let (first, second) = (province.deputy(of: .street), province.secondDeputy(of: .street))
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let both = try await clerk.get(desk).text.seen

        try await signIn(first, in: province)
        let one = try await clerk.get(desk).text.seen
        try await signIn(second, in: province)
        let none = try await clerk.get(desk).text.seen

        #expect(both.contains("还有 2 位代表从没登录过"))
        #expect(both.contains(first.name) && both.contains(second.name) && both.contains("帮着登录一次"))
        #expect(one.contains("还有 1 位代表从没登录过：" + second.name) && !one.contains(first.name))
        #expect(!none.contains("从没登录过"))
    }

    private func signIn(_ person: TestPerson, in province: TestProvince) async throws {
        let now = province.now
        try await province.write { db, _, _ in
            try db.run("UPDATE account SET last_sign_in = \(now.ms) WHERE person = \(person.person)")
        }
    }

    @Test("for the people of another station, and for deputies, the desk does not exist")
    func foreign() async throws {
        let province = try await TestProvince()
        let others = [province.clerk(of: .town), province.head(of: .county), province.deputy(of: .street)]

        for person in others {
            let browser = try await province.browser(as: person)
            for path in ["", "/profile", "/posts/new", "/receptions/new"] {
                #expect(try await browser.get(desk + path).status == .notFound)
            }
        }
    }

    @Test("somebody without a station is told so")
    func without() async throws {
        let province = try await TestProvince()

        let answer = try await province.browser(as: province.auditor).get("/station")

        #expect(answer.status == .forbidden)
    }

    @Test("the clerk writes a post, the head publishes it under her name")
    func post() async throws {
        let province = try await TestProvince()
        let path = try await write(in: province)
        let visitor = try await province.browser()
        let before = try await visitor.get("/s/YC001").text
        let head = try await province.browser(as: province.head(of: .street))
        _ = try await head.get(path)

        let answer = try await head.post(path + "/publication")

        #expect(!before.contains("夏季开放时间"))
        #expect(answer.status == .seeOther)
        let after = try await visitor.get("/s/YC001").text.seen
        #expect(after.contains("夏季开放时间"))
        #expect(after.contains("审核：" + province.head(of: .street).name))
        #expect(try await names(in: province) == ["postWritten", "postPublished"])
        #expect(try await province.faults() == [])
    }

    @Test("the clerk may not publish")
    func clerkPublishes() async throws {
        let province = try await TestProvince()
        let path = try await write(in: province)
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let version = [("version", "1"), ("submission", "8D6C0F3E-3B0B-4C55-9C1B-0B5C5D1E2F10")]
        _ = try await clerk.get(path)

        let answer = try await clerk.post(
            raw: path + "/publication", version + [("form_token", clerk.formToken ?? "")])

        #expect(answer.status == .forbidden)
        #expect(try await province.count("SELECT count(*) FROM station_post WHERE published_at IS NOT NULL") == 0)
    }

    @Test("a published post that is changed goes off the page until it is read again")
    func rewritten() async throws {
        let province = try await TestProvince()
        let path = try await write(in: province)
        let head = try await province.browser(as: province.head(of: .street))
        _ = try await head.get(path)
        _ = try await head.post(path + "/publication")
        _ = try await head.get(path)

        let answer = try await head.post(path, ["kind": "announcement", "title": "冬季开放时间", "body": "八点半开门。"])

        #expect(answer.status == .seeOther)
        let text = try await province.browser().get("/s/YC001").text
        #expect(!text.contains("夏季开放时间"))
        #expect(!text.contains("冬季开放时间"))
    }

    @Test("a page drawn before somebody else's change is refused")
    func stale() async throws {
        let province = try await TestProvince()
        let path = try await write(in: province)
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let head = try await province.browser(as: province.head(of: .street))
        _ = try await head.get(path)
        _ = try await clerk.get(path)
        _ = try await clerk.post(path, ["kind": "news", "title": "改过的标题", "body": "改过的正文。"])

        let answer = try await head.post(path + "/publication")

        #expect(answer.status == .conflict)
        #expect(try await province.count("SELECT count(*) FROM station_post WHERE published_at IS NOT NULL") == 0)
    }

    @Test("a form that is sent twice is written once")
    func twice() async throws {
        let province = try await TestProvince()
        let clerk = try await province.browser(as: province.clerk(of: .street))
        _ = try await clerk.get(desk + "/posts/new")
        let fields: KeyValuePairs = ["kind": "news", "title": "走访", "body": "走访了二十户。"]

        let first = try await clerk.post(desk + "/posts", fields)
        let second = try await clerk.post(desk + "/posts", fields)

        #expect(first.status == .seeOther)
        #expect(second.location == first.location)
        #expect(try await province.count("SELECT count(*) FROM station_post") == 1)
    }

    @Test("an empty post says what is missing and keeps the rest")
    func empty() async throws {
        let province = try await TestProvince()
        let clerk = try await province.browser(as: province.clerk(of: .street))
        _ = try await clerk.get(desk + "/posts/new")

        let answer = try await clerk.post(desk + "/posts", ["kind": "news", "title": "", "body": "写了一半"])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("请填写标题"))
        #expect(answer.text.contains("写了一半"))
    }

    @Test("the profile in public stays until the head has read the new one")
    func profile() async throws {
        let ground = try await StationGround()
        try await ground.furnish()
        let province = ground.province
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let head = try await province.browser(as: province.head(of: .street))
        let visitor = try await province.browser()
        _ = try await clerk.get(desk + "/profile")

        let kept = try await clerk.post(
            desk + "/profile", ["location": "搬到了二楼", "surroundings": "七个社区", "systems": "每周接待一次"])
        let before = try await visitor.get("/s/YC001").text
        _ = try await head.get(desk + "/profile")
        let published = try await head.post(desk + "/profile/publication")
        let after = try await visitor.get("/s/YC001").text

        #expect(kept.status == .seeOther)
        #expect(before.contains("便民服务中心一楼"))
        #expect(published.status == .seeOther)
        #expect(after.contains("搬到了二楼"))
        #expect(try await names(in: province) == ["profileWritten", "profilePublished"])
    }

    /// The page of a post the clerk has just written.
    private func write(in province: TestProvince) async throws -> String {
        let clerk = try await province.browser(as: province.clerk(of: .street))
        _ = try await clerk.get(desk + "/posts/new")
        let answer = try await clerk.post(
            desk + "/posts", ["kind": "announcement", "title": "夏季开放时间", "body": "上午八点开门。"])
        return try #require(answer.location)
    }

    private func names(in province: TestProvince) async throws -> [String] {
        let log = province.installation.log
        let stream = Stream(kind: .station, id: province.station(.street))
        return try await province.read { db in try log.events(of: stream, in: db).map(\.name) }
    }
}
