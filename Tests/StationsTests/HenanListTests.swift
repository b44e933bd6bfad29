import Directory
import Domain
import TestSupport
import Testing

/// What Henan's online stations show, item by item, each written by the clerk and let out by the head.
@Suite("When a station has written its whole page")
struct HenanListTests {
    private static let rules = [
        ("接待制度", "每月 5 日接待一次，两位代表轮流。"), ("活动制度", "每季度组织一次视察或调研。"),
        ("联系选民制度", "每位代表每年联系十户以上选民。"),
    ]

    @Test("row 70: it opens without sign-in and holds every item of the list")
    func everyItem() async throws {
        let ground = try await StationGround()
        try await bringStation(to: ground.province)
        try await writeProfile(in: ground.province)
        try await writePosts(in: ground.province)
        try await planReceptions(in: ground)
        ground.province.clock.go(to: Day(2026, 6, 2))

        let answer = try await ground.province.browser().get("/s/YC001")

        #expect(answer.status == .ok)
        let text = answer.text.seen
        checkOverview(text, ground.province)
        try checkReceptions(answer.text, ground.province)
        checkPosts(text, ground.province)
        try await checkPhotos(answer.text, ground.province)
    }

    @Test("row 70: the reception is announced three days before, not earlier", arguments: [(1, false), (2, true)])
    func notice(day: Int, isAnnounced: Bool) async throws {
        let ground = try await StationGround()
        try await planReceptions(in: ground)
        ground.province.clock.go(to: Day(2026, 6, day))

        let text = try await ground.province.browser().get("/s/YC001").text.seen

        #expect(text.contains("接待日公告") == isAnnounced)
        #expect(text.contains("下次接待") != isAnnounced)
    }

    /// 联络站概况: where, how many deputies of each congress, equipment, systems, head and liaison officer.
    private func checkOverview(_ text: String, _ province: TestProvince) {
        for part in [
            "便民服务中心一楼", "服务六个社区", "接待室、电脑、无障碍坡道", "有接待、活动、联系选民三项制度",
            "全国人大代表 0 人，省人大代表 0 人，市人大代表 0 人，县级人大代表 2 人，乡镇人大代表 0 人",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(text.contains("站长" + province.head(of: .street).name))
        #expect(text.contains("联络员" + province.clerk(of: .street).name))
    }

    /// 公告 with names and hours, and the year's schedule.
    private func checkReceptions(_ page: String, _ province: TestProvince) throws {
        let notice = try #require(page.notice)
        #expect(notice.contains("6月5日（星期五），9:00 至 11:30（还有 3 天）"))
        for deputy in [province.deputy(of: .street), province.secondDeputy(of: .street)] {
            #expect(notice.contains(deputy.name + "（县级人大代表）"))
        }
        #expect(page.seen.contains("2026年接待安排"))
        #expect(page.seen.contains("9月4日（星期五） 14:00 至 16:00"))
    }

    /// 公告、动态、制度, each under the name of who reviewed it.
    private func checkPosts(_ text: String, _ province: TestProvince) {
        let posts = Self.rules + [("端午节安排", "节后照常开放。"), ("代表走访社区", "走访了二十户居民。")]
        for (title, body) in posts {
            #expect(text.contains(title) && text.contains(body), "\(title)")
        }
        // Five posts, the profile, the notice, and two rows of the schedule.
        #expect(text.ranges(of: "审核：" + province.head(of: .street).name).count == 9)
    }

    /// Each with what is to be seen on it, and the picture itself there for everybody.
    private func checkPhotos(_ page: String, _ province: TestProvince) async throws {
        let image = try #require(page.firstMatch(of: /<img class="photo" src="([^"]+)" alt="([^"]+)"/))
        #expect(image.2 == "两位代表在社区活动室和居民谈话")
        let photo = try await province.browser().get(String(image.1))
        #expect(photo.status == .ok && photo.headers[.contentType] == "image/jpeg")
    }

    private func bringStation(to province: TestProvince) async throws {
        let file = """
            站点编码,名称,区划代码,级别,电话,地址,开放时间,设备
            YC001,北关街道代表联络站,140702001,乡级站,19900008004,文化路 1 号,每月 5 日 9:00—11:30,接待室、电脑、无障碍坡道
            """
        let report = try await Importer(province.installation).run(
            .stations, Array(file.utf8), by: .system, at: province.now)
        #expect(report.faults.isEmpty && report.changed == 1)
    }

    private func writeProfile(in province: TestProvince) async throws {
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let head = try await province.browser(as: province.head(of: .street))
        let path = "/station/YC001/profile"
        _ = try await clerk.get(path)
        _ = try await clerk.post(
            path, ["location": "便民服务中心一楼", "surroundings": "服务六个社区", "systems": "有接待、活动、联系选民三项制度"])
        _ = try await head.get(path)
        #expect(try await head.post(path + "/publication").status == .seeOther)
    }

    private func writePosts(in province: TestProvince) async throws {
        for (title, body) in Self.rules { try await write("rule", title, body, in: province) }
        try await write("announcement", "端午节安排", "节后照常开放。", in: province)
        let news = try await write("news", "代表走访社区", "走访了二十户居民。", in: province)
        let clerk = try await province.browser(as: province.clerk(of: .street))
        _ = try await clerk.get(news)
        let added = try await clerk.post(
            news + "/photos", ["description": "两位代表在社区活动室和居民谈话"], file: ("photo", SampleFiles.upright))
        #expect(added.status == .seeOther)
        try await publish(news, in: province)
    }

    @discardableResult
    private func write(
        _ kind: String, _ title: String, _ body: String, in province: TestProvince
    ) async throws -> String {
        let clerk = try await province.browser(as: province.clerk(of: .street))
        _ = try await clerk.get("/station/YC001/posts/new")
        let kept = try await clerk.post("/station/YC001/posts", ["kind": kind, "title": title, "body": body])
        let address = try #require(kept.location)
        try await publish(address, in: province)
        return address
    }

    private func planReceptions(in ground: StationGround) async throws {
        let deputies = try await ground.mandates(of: .street).map { String($0) }
        let province = ground.province
        for (day, from, to) in [("2026-06-05", "9:00", "11:30"), ("2026-09-04", "14:00", "16:00")] {
            let clerk = try await province.browser(as: province.clerk(of: .street))
            _ = try await clerk.get("/station/YC001/receptions/new")
            let kept = try await clerk.post(
                "/station/YC001/receptions",
                [
                    "day": day, "from": from, "to": to, "place": "一楼接待室", "deputies": deputies[0],
                    "deputies": deputies[1], "scope": "",
                ])
            try await publish(try #require(kept.location), in: province)
        }
    }

    private func publish(_ path: String, in province: TestProvince) async throws {
        let head = try await province.browser(as: province.head(of: .street))
        _ = try await head.get(path)
        #expect(try await head.post(path + "/publication").status == .seeOther)
    }
}
