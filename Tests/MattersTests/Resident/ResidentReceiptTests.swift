import Database
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a resident takes the slip home")
struct ResidentReceiptTests {
    @Test("the same form sent twice is one matter with one slip")
    func twice() async throws {
        let resident = try await Resident(TestProvince())
        let fields: KeyValuePairs = ["step": "check", "words": Resident.words, "bypass": "no"]
        _ = try await resident.browser.get("/say?division=140702001")
        let submission = resident.browser.submission(of: "/say") ?? ""
        let first = try await resident.browser.post("/say", fields)
        _ = try await resident.browser.get("/say?division=140702001")

        let second = try await resident.browser.post(
            "/say", ["step": "check", "submission": submission, "words": Resident.words, "bypass": "no"])

        #expect(try resident.slip(first).number == resident.slip(second).number)
        #expect(try resident.slip(first).code == resident.slip(second).code)
        #expect(try await resident.province.matters == 1)
    }

    @Test("the same submission with other words is refused, and they are kept")
    func changed() async throws {
        let resident = try await Resident(TestProvince())
        _ = try await resident.browser.get("/say?division=140702001")
        let submission = resident.browser.submission(of: "/say") ?? ""
        _ = try await resident.browser.post("/say", ["step": "check", "words": Resident.words, "bypass": "no"])
        _ = try await resident.browser.get("/say?division=140702001")

        let answer = try await resident.browser.post(
            "/say", ["step": "check", "submission": submission, "words": "另一件事：水管漏水", "bypass": "no"])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("另一件事：水管漏水"))
        #expect(try await resident.province.matters == 1)
    }

    @Test("half an hour later the page sent again shows the number and not the code")
    func later() async throws {
        let resident = try await Resident(TestProvince())
        _ = try await resident.browser.get("/say?division=140702001")
        let submission = resident.browser.submission(of: "/say") ?? ""
        let slip = try resident.slip(
            try await resident.browser.post("/say", ["step": "check", "words": Resident.words, "bypass": "no"]))
        resident.province.clock.pass(minutes: 31)
        _ = try await resident.browser.get("/say?division=140702001")

        let again = try await resident.browser.post(
            "/say", ["step": "check", "submission": submission, "words": Resident.words, "bypass": "no"])

        #expect(again.text.contains(slip.number))
        #expect(!again.text.contains(slip.code))
        #expect(again.seen.contains("已经显示过"))
    }

    @Test("the code is in no address, on no later page and nowhere in the database")
    func secret() async throws {
        let resident = try await Resident(TestProvince())
        let answer = try await resident.say()
        let slip = try resident.slip(answer)

        let page = try await resident.open(slip)

        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(!answer.text.contains("?code") && !answer.text.contains("=\(slip.digits)"))
        #expect(page.status == .ok)
        #expect(!page.text.contains(slip.code) && !page.text.contains(slip.digits))
        #expect(try !resident.province.holds(slip.digits))
    }

    @Test("the slip says where to look, whom to call and what comes next")
    func slip() async throws {
        let answer = try await Resident(TestProvince()).say()

        for words in ["查询码只在这里显示这一次", "/my，填编号和查询码", "每月 15 日 9:00—11:30", "再告诉您交给了谁"] {
            #expect(answer.seen.contains(words))
        }
        #expect(answer.text.contains("class=\"slip\""))
        #expect(answer.text.contains("href=\"tel:1990000800"))
    }

    @Test("row 54: the form says what a station is for, and a personal matter cannot be accepted")
    func scope() async throws {
        let play = try await Play(TestProvince())
        let form = try await play.province.browser().get("/say?division=140702001").seen
        var personal = Play.lamps
        personal.commonality = .personal
        try await play.act(.triage(personal, note: ""), by: play.province.clerk(of: .town))

        await #expect(throws: Refusal.self) { try await play.act(.accept, by: play.province.head(of: .town)) }

        #expect(form.contains("联络站收的是大家共同的事"))
        #expect(form.contains("信访件") && form.contains("会告诉您该找谁"))
        #expect(try await play.matter.state == .registered)
    }

    @Test("row 75: said at eleven at night it gets its number, and the clock starts on the next working day")
    func night() async throws {
        let province = try await TestProvince()
        province.clock.set(Day(2026, 5, 29).start.adding(seconds: 23 * 3600))
        let resident = try await Resident(province)

        var walk = try await SayWalk(resident.browser, at: "/say?division=140702001")
        try await walk.walkToCheck()
        let form = walk.page.seen
        try await walk.press("go=next")
        let slip = try walk.slip

        #expect(form.contains("夜里、节假日都可以提交；时间从下一个工作日（6月1日）算起"))
        #expect(MatterNumber(slip.number) != nil)
        #expect(walk.page.seen.contains("现在是下班时间，最迟 6月1日有人看。着急的事请打19900000000"))
        let due: Int32? = try await province.value("SELECT due_on FROM matter_clock WHERE kind = 'triage'")
        #expect(due == Day(2026, 6, 5).number)
    }

    @Test(
        "row 75: at whatever hour, by the day of the place and its holidays",
        arguments: [
            // After midnight it is still yesterday in Greenwich; on the eve of the Dragon Boat Festival; on a Saturday.
            (Day(2026, 6, 2), 1_800, Day(2026, 6, 9)), (Day(2026, 6, 18), 82_800, Day(2026, 6, 26)),
            (Day(2026, 5, 30), 36_000, Day(2026, 6, 5)),
        ] as [(Day, Int64, Day)])
    func anyHour(_ day: Day, _ seconds: Int64, _ dueOn: Day) async throws {
        let province = try await TestProvince()
        province.clock.set(day.start.adding(seconds: seconds))
        let resident = try await Resident(province)

        _ = try resident.slip(try await resident.say())

        let due: Int32? = try await province.value("SELECT due_on FROM matter_clock WHERE kind = 'triage'")
        #expect(due == dueOn.number)
    }

    @Test(
        "row 75: outside office hours the slip says when somebody reads it, within them it does not",
        arguments: [
            (Day(2026, 5, 25), 36_000, nil), (Day(2026, 5, 25), 18_000, "现在是下班时间，最迟 5月25日有人看"),
            (Day(2026, 5, 25), 64_800, "现在是下班时间，最迟 5月26日有人看"), (Day(2026, 5, 30), 36_000, "今天放假，最迟 6月1日有人看"),
        ] as [(Day, Int64, String?)])
    func awayNotice(_ day: Day, _ seconds: Int64, _ sentence: String?) async throws {
        let province = try await TestProvince()
        province.clock.set(day.start.adding(seconds: seconds))

        let slip = try await Resident(province).say().seen

        #expect(slip.contains("什么时候有人看") == (sentence != nil))
        #expect(sentence.map(slip.contains) ?? true)
    }

    @Test("row 75: in the first hour of a year the number is of that year")
    func newYear() async throws {
        let province = try await TestProvince()
        province.clock.set(Day(2027, 1, 1).start.adding(seconds: 1_800))
        let resident = try await Resident(province)

        #expect(try resident.slip(try await resident.say()).number.hasPrefix("1407-2027-"))
    }

    @Test(
        "a full disk is told with the words kept, and nothing is half written", .enabled(if: TestDatabase.isSQLite))
    func full() async throws {
        let province = try await TestProvince { $0.sqlite.maxPageCount = 1 }
        let resident = try await Resident(province)
        let words = String(repeating: "路灯坏了很久没有人修。", count: 900)
        var answer = try await resident.say(words: words)
        for _ in 0..<30 where answer.status == .ok { answer = try await resident.say(words: words) }

        #expect(answer.status == .serviceUnavailable)
        #expect(answer.seen.contains("暂时不能保存"))
        #expect(answer.text.contains(words))
        let matters = try await province.matters
        #expect(try await province.count("SELECT COUNT(*) FROM event WHERE name = 'registered'") == matters)
        #expect(try await province.count("SELECT COUNT(*) FROM reporter") == matters)
    }

    @Test("while somebody else writes for too long the words are kept and can be sent again as they are")
    func locked() async throws {
        let province = try await TestProvince { $0.patience = 0.1 }
        let resident = try await Resident(province)
        // Ids and places are known from here on, so that only the writing itself has to wait.
        _ = try await resident.say(words: "第一件事：路灯坏了")

        let answer = try await Hindrance.locked.during(in: province) {
            try await resident.say(words: "第二件事：" + Resident.words)
        }
        let again = try await resident.browser.post("/say", ["words": "第二件事：" + Resident.words])

        #expect(answer.status == .serviceUnavailable)
        #expect(answer.seen.contains("现在人多，请稍等一下"))
        #expect(answer.text.contains("第二件事：" + Resident.words))
        #expect(again.status == .ok)
        #expect(try await province.matters == 2)
    }
}
