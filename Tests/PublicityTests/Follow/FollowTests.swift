import Domain
import Foundation
import Outbox
import TestSupport
import Testing

@testable import Publicity

@Suite("When somebody follows what is public")
struct FollowTests {
    @Test("a visitor sees what she would follow, and nothing of what is not public")
    func visitor() async throws {
        let ground = try await FollowGround()
        let number = try await ground.published.publish("村口到学校的路灯不亮了")
        let hidden = try await ground.published.register()

        let page = try await ground.browser.get("/follow?matter=\(number.text)")
        #expect(page.status == .ok && page.seen.contains("村口到学校的路灯不亮了"))
        #expect(page.text.contains("<h1>关注这件事</h1>"))
        #expect(!page.text.contains("站内消息"))
        let station = try await ground.browser.get("/follow?station=YC100")
        #expect(station.seen.contains("乌金山镇代表联络站") && station.text.contains("<h1>关注这个联络站</h1>"))
        #expect(try await ground.browser.get("/follow?area=140702100").seen.contains("乌金山镇"))
        #expect(try await ground.browser.get("/follow?category=transport").seen.contains("交通出行"))
        for unknown in ["matter=\(hidden.text)", "matter=1", "station=NO", "area=9", "category=nothing"] {
            #expect(try await ground.browser.get("/follow?" + unknown).status == .notFound, "\(unknown)")
        }
        let link = "/follow?matter=\(number.text)"
        #expect(try await ground.browser.get("/m/\(number.text)").text.contains("href=\"\(link)\""))
        #expect(try await ground.browser.get("/s/YC100").text.contains("href=\"/follow?station=YC100\""))
        #expect(try await ground.browser.get("/ledger?area=140702").text.contains("href=\"/follow?area=140702\""))
    }

    @Test("nothing but one message goes to a mailbox until its link was opened and the button pressed")
    func confirmed() async throws {
        let ground = try await FollowGround()
        let number = try await ground.published.publish("村口到学校的路灯不亮了")
        let asked = try await ground.ask("matter=\(number.text)")
        let path = try #require(try await ground.links().first)
        let confirm = try #require(try await ground.sent(.followConfirm).first)
        let opened = try await ground.browser.get(path)
        try await republish(number, in: ground)
        let early = try await ground.news()

        _ = try await ground.browser.get(path)
        let done = try await ground.browser.follow(ground.browser.post(path + "/confirmation"))
        try await republish(number, in: ground)
        let news = try await ground.news()

        #expect(asked.location == "/follow/sent")
        #expect(opened.seen.contains("确认关注") && early.isEmpty)
        #expect(done.seen.contains("已经开始关注"))
        #expect(news.count == 1)
        #expect(news.first?.values["link"]?.path == "/m/\(number.text)")
        #expect(news.first?.values["stop"]?.path == path)
        #expect(!confirm.values.isEmpty && !confirm.values.values.joined().contains("路灯"))
    }

    @Test("opening the link to leave changes nothing; the one button does, and twice is as good as once")
    func leaving() async throws {
        let ground = try await FollowGround()
        let number = try await ground.published.publish("村口到学校的路灯不亮了")
        let path = try await ground.follow("matter=\(number.text)")
        let page = try await ground.browser.get(path)
        let before = try await ground.province.count("SELECT COUNT(*) FROM follow")
        _ = try await ground.browser.get(path)

        let first = try await ground.browser.post(path + "/end")
        let second = try await ground.browser.post(path + "/end")
        try await republish(number, in: ground)

        #expect(page.text.components(separatedBy: "<form method=\"post\"").count == 2)
        #expect(before == 1)
        #expect(first.location == "/follow/ended" && second.location == "/follow/ended")
        #expect(try await ground.province.count("SELECT COUNT(*) FROM follow") == 0)
        #expect(try await ground.news() == [])
        #expect(try await ground.browser.get(path).status == .notFound)
        #expect(try await ground.browser.get("/follow/ended").seen.contains("已经取消"))
    }

    @Test("a link that nobody was given opens nothing")
    func foreignLink() async throws {
        let ground = try await FollowGround()
        try await ground.follow("category=urban")

        #expect(try await ground.browser.get("/follow/" + String(repeating: "0", count: 66)).status == .notFound)
        _ = try await ground.browser.get("/follow")
        let post = try await ground.browser.post("/follow/0123/confirmation")
        #expect(post.status == .notFound)
    }

    @Test("each item once, however many of her follows it concerns and however often the work runs")
    func once() async throws {
        let ground = try await FollowGround()
        for subject in ["category=urban", "area=140702100", "area=140702", "station=YC100"] {
            try await ground.follow(subject)
        }
        let number = try await ground.published.publish("村口到学校的路灯不亮了")
        for _ in 1...3 { await ground.province.work() }
        let first = try await ground.news()
        try await ground.published.publish("太谷区的路灯不亮了", in: .otherTown)
        await ground.province.work()

        #expect(first.map { $0.values["link"]?.path } == ["/m/\(number.text)"])
        // The other town is in nobody's area, but it is the same topic.
        #expect(try await ground.news().count == 2)
        #expect(try await ground.province.count("SELECT COUNT(*) FROM follow_news") == 0)
    }

    @Test("from the ledger one follows the kind that was chosen there, and hears of no other kind and no other place")
    func topicOfPlace() async throws {
        let ground = try await FollowGround()
        let plain = try await ground.browser.get("/ledger").text
        #expect(plain.contains("href=\"/follow\"") && plain.contains("href=\"/follow?area=140000\""))
        let link = "/follow?area=140702100&amp;category=urban"
        #expect(try await ground.browser.get("/ledger?area=140702100&category=urban").text.contains("href=\"\(link)\""))
        let page = try await ground.browser.get("/follow?area=140702100&category=urban")
        #expect(page.seen.contains("乌金山镇“") && page.seen.contains("这一类的事"))

        try await ground.follow("area=140702100&category=urban")
        try await ground.published.publish("太谷区的路灯不亮了", in: .otherTown)
        await ground.province.work()
        #expect(try await ground.news().isEmpty)
        let number = try await ground.published.publish("村口到学校的路灯不亮了")
        await ground.province.work()

        #expect(try await ground.news().map { $0.values["link"]?.path } == ["/m/\(number.text)"])
        let other = "other@example.cn"
        try await ground.follow("area=140702100&category=transport", mailbox: other)
        try await ground.published.publish("村口又有一盏路灯不亮了")
        await ground.province.work()
        #expect(try await ground.news(to: other).isEmpty)
    }

    @Test("more followers than fit into one batch are all told, none twice")
    func batches() async throws {
        let ground = try await FollowGround()
        let (now, keys) = (ground.province.now, ground.province.installation.keys)
        try await ground.province.write { db, ids, _ in
            for number in 0..<450 {
                let id = ids.next()
                let index = keys.blindIndex("follow.address", "a\(number)@example.cn")
                try FollowTable.insert(
                    id, FollowKey(.urban), mailbox: Sensitive("a\(number)@example.cn"), index: index, at: now, in: db,
                    keys: keys)
                try FollowTable.confirm(id, at: now, in: db)
            }
        }
        try await ground.published.publish("村口到学校的路灯不亮了")
        await ground.province.work()
        await ground.province.work()

        let told = try await ground.sent(.followedNews).compactMap(\.mailbox)
        #expect(told.count == 450)
        #expect(Set(told).count == 450)
    }

    @Test("the next step of a public matter is for its own followers, and only a step that the public sees")
    func moved() async throws {
        let ground = try await FollowGround()
        let number = try await ground.published.publish("村口到学校的路灯不亮了")
        await ground.province.work()
        try await ground.follow("matter=\(number.text)")
        try await ground.follow("area=140702", mailbox: "area@example.cn")
        let redirection = Redirection(
            place: "榆次区供电公司", address: "迎宾街 1 号", telephone: "95598", bring: "不用带什么")

        try await ground.published.act(.redirect(redirection), on: number)
        await ground.province.work()
        let step = try await ground.news()
        try await ground.published.act(.notify(.phone), on: number)
        await ground.province.work()

        #expect(step.count == 1)
        #expect(try await ground.news().count == 1)
        #expect(try await ground.news(to: "area@example.cn") == [])
    }

    @Test("what was taken off the public pages meanwhile is told to nobody")
    func unpublished() async throws {
        let ground = try await FollowGround()
        try await ground.follow("category=urban")
        let number = try await ground.published.publish("村口到学校的路灯不亮了")
        try await ground.published.act(.unpublish(reason: "里面还能看出是谁说的，要重写。"), on: number)

        await ground.province.work()

        #expect(try await ground.news() == [])
        #expect(try await ground.province.count("SELECT COUNT(*) FROM follow_news") == 0)
    }

    @Test("a station's published post and reception are news for its followers and those of its place")
    func station() async throws {
        let ground = try await FollowGround()
        let province = ground.province
        try await ground.follow("station=YC001")
        try await ground.follow("area=140702", mailbox: "area@example.cn")
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let head = try await province.browser(as: province.head(of: .street))
        let deputy: Int64 = try #require(
            try await province.value(
                "SELECT MIN(id) FROM mandate WHERE home_station = \(province.station(.street))"))
        let forms: [(path: String, fields: KeyValuePairs<String, String>)] = [
            ("posts", ["kind": "announcement", "title": "端午节放假安排", "body": "节后照常开放。"]),
            (
                "receptions",
                [
                    "day": "2026-05-29", "from": "9:00", "to": "11:00", "place": "一楼接待室",
                    "deputies": String(deputy),
                ]
            ),
        ]
        for (count, form) in forms.enumerated() {
            _ = try await clerk.get("/station/YC001/\(form.path)/new")
            let written = try await clerk.post("/station/YC001/\(form.path)", form.fields)
            let path = try #require(written.location)
            await province.work()
            let waiting = try await ground.news()
            _ = try await head.get(path)
            let published = try await head.post(path + "/publication")
            await province.work()

            #expect(written.status == .seeOther && published.status == .seeOther)
            #expect(waiting.count == count)
            let told = Array(repeating: "/s/YC001", count: count + 1)
            #expect(try await ground.news().map { $0.values["link"]?.path } == told)
            #expect(try await ground.news(to: "area@example.cn").count == count + 1)
        }
    }

    @Test("a reception that a rhythm announces by itself is news too, once")
    func rhythm() async throws {
        let ground = try await FollowGround()
        let province = ground.province
        try await ground.follow("station=YC001")
        let deputy: Int64 = try #require(
            try await province.value(
                "SELECT MIN(id) FROM mandate WHERE home_station = \(province.station(.street))"))
        let path = "/station/YC001/schedule"
        let clerk = try await province.browser(as: province.clerk(of: .street))
        _ = try await clerk.get(path)
        _ = try await clerk.post(
            path,
            [
                "pattern": "weekday", "ordinal": "1", "weekday": "5", "months": "every", "holiday": "nextWeek",
                "from": "15:00", "to": "16:00", "place": "一楼接待室", "at_once": "1", "scope": "", "slot": "0",
                "deputies": String(deputy),
            ])
        let head = try await province.browser(as: province.head(of: .street))
        _ = try await head.get(path)
        _ = try await head.post(path + "/confirmation")

        province.clock.go(to: Day(2026, 6, 1))
        await province.work()
        let early = try await ground.news()
        province.clock.go(to: Day(2026, 6, 2))
        for _ in 1...2 { await province.work() }

        #expect(early == [])
        #expect(try await ground.news().map { $0.values["link"]?.path } == ["/s/YC001"])
    }

    @Test("a mailbox lies sealed, and one that was never confirmed goes after a week")
    func kept() async throws {
        let ground = try await FollowGround()
        _ = try await ground.ask("category=urban", mailbox: "waiting@example.cn")
        let file = ground.province.app.settings.databaseFile
        for name in [file, file + "-wal"] where FileManager.default.fileExists(atPath: name) {
            let bytes = try Data(contentsOf: URL(filePath: name))
            #expect(bytes.range(of: Data("waiting@example.cn".utf8)) == nil)
        }
        ground.province.clock.pass(days: 6)
        await ground.province.work()
        let before = try await ground.province.count("SELECT COUNT(*) FROM follow")
        ground.province.clock.pass(days: 2)
        await ground.province.work()

        #expect(before == 1)
        #expect(try await ground.province.count("SELECT COUNT(*) FROM follow") == 0)
    }

    private func republish(_ number: MatterNumber, in ground: FollowGround) async throws {
        try await ground.published.act(
            .publish(title: "村口到学校的路灯不亮了", summary: "村口到学校有三盏路灯不亮，请尽快修好。", answer: "已经换好。"), on: number)
        await ground.province.work()
    }
}
