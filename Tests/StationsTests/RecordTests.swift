import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When a reception is written down")
struct RecordTests {
    private static let submission = "8D6C0F3E-3B0B-4C55-9C1B-0B5C5D1E2F21"

    @Test("a reception with five visitors in one form: five matters, each with its number and code, on five slips")
    func fiveVisitors() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let words = (1...5).map { "第\($0)个路口的路灯坏了，晚上看不见路。" }

        let answer = try await ground.record(clerk, reception, words.map { WrittenVisitor(words: $0) })

        #expect(answer.status == .ok, "\(answer.text)")
        let numbers = Set(answer.text.seen.matches(of: /1407-2026-\d{6}-\d/).map { String($0.0) })
        #expect(numbers.count == 5)
        #expect(answer.text.matches(of: /<span class="big">\d{4} \d{4}<\/span>/).count == 5)
        #expect(try await province.count("SELECT count(*) FROM matter WHERE channel = 'onsite'") == 5)
        #expect(try await province.count("SELECT count(*) FROM event WHERE on_behalf = 'reporter'") == 5)
        #expect(try await province.count("SELECT visitors FROM reception_record") == 5)
        for text in words { #expect(try await isSaid(text, in: province)) }
        #expect(try await province.faults() == [])
    }

    @Test("row 16: a duty event has its evidence and who verified it, and gives no points before")
    func row16() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let deputy = province.deputy(of: .street)
        let reception = try await ground.addReception(on: province.today)
        _ = try await ground.record(clerk, reception, [WrittenVisitor()])
        _ = try await paper(ground, clerk, day: "2026-04-15")

        let events = try await duty(of: deputy, in: ground)
        #expect(events.map(\.counted) == [1, 0])
        #expect(events[0].verifier == province.clerk(of: .street).name)
        #expect(events[1].day == Day(2026, 4, 15) && events[1].verifier == nil)
        let own = try await province.browser(as: deputy)
        #expect(try await own.get("/duty").text.contains("还没有核实，暂不算数"))

        let head = try await province.browser(as: province.head(of: .street))
        let id = events[1].id
        _ = try await head.get("/station/YC001/duty")
        let verified = try await head.post("/station/YC001/duty/\(id)/verification")

        #expect(verified.status == .seeOther)
        #expect(try await duty(of: deputy, in: ground).map(\.counted) == [1, 1])
        #expect(try await !own.get("/duty").text.contains("暂不算数"))
    }

    @Test("a deputy may object to an entry; it counts for nothing until the head decided, and stays when it was wrong")
    func objection() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let deputy = province.deputy(of: .street)
        _ = try await ground.record(clerk, try await ground.addReception(on: province.today), [])
        let id = try #require(try await duty(of: deputy, in: ground).first?.id)
        let own = try await province.browser(as: deputy)
        _ = try await own.get("/duty")

        let empty = try await own.post("/duty/\(id)/objection", ["words": ""])
        _ = try await own.get("/duty")
        let said = try await own.post("/duty/\(id)/objection", ["words": "那天我在太原开会，没有到场。"])
        let between = try await duty(of: deputy, in: ground)[0]
        let head = try await province.browser(as: province.head(of: .street))
        let page = try await head.get("/station/YC001/duty").text
        let corrected = try await head.post("/station/YC001/duty/\(id)/withdrawal", ["reason": "勾错了人"])

        #expect(empty.status == .unprocessableContent && said.status == .seeOther)
        #expect(between.counted == 0 && between.isObjected)
        #expect(page.contains("那天我在太原开会"))
        #expect(corrected.status == .seeOther)
        let after = try await duty(of: deputy, in: ground)[0]
        #expect(after.counted == 0 && after.isWithdrawn)
        let other = try await province.browser(as: province.secondDeputy(of: .street))
        _ = try await other.get("/duty")
        let foreign = try await other.post(
            "/duty/\(id)/objection", ["words": "不对", "version": "3", "submission": Self.submission])
        #expect(foreign.status == .notFound)
        #expect(try await province.faults() == [])
    }

    @Test(
        "row 67: deputies and departments stand on the notice together, and what a department says is recorded at once")
    func row67() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let bureau = try await province.bureau("transport", in: .county)
        let name = try #require(try await province.snapshot().atlas.organ(bureau)?.name)
        let reception = try await ground.addReception(on: province.today, departments: [bureau])
        let notice = try await province.browser().get("/s/YC001").text.seen
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception,
            [
                WrittenVisitor(
                    words: "公交车什么时候到我们村？", commonality: "common", category: "transport",
                    outcome: "answeredOnSpot", answerer: "o\(bureau)", answer: "下个月一号起每天两班，站牌已经立好。"),
                WrittenVisitor(
                    words: "村口的路坑坑洼洼。", category: "transport", answerer: "o\(bureau)", answer: "列入今年的养护计划。"),
            ], [("organs", String(bureau))])

        #expect(notice.contains(name) && notice.contains(province.deputy(of: .street).name))
        #expect(answer.status == .ok, "\(answer.text)")
        #expect(try await texts(in: province).contains(name + "当场答复：下个月一号起每天两班，站牌已经立好。"))
        #expect(try await texts(in: province).contains("接待时" + name + "当场说：列入今年的养护计划。"))
        let states: [String] = try await province.read { db in
            try db.rows("SELECT state FROM matter ORDER BY id").map { try $0[0] }
        }
        #expect(states == ["answeredOnSpot", "registered"])
        let present = try await province.count("SELECT count(*) FROM reception_organ WHERE was_present = 1")
        #expect(present == 1)
        let written = try await clerk.get("/station/YC001/receptions/\(reception)/record").text.seen
        #expect(written.contains(name) && written.contains("2 位"))
        #expect(try await province.faults() == [])
    }

    @Test("what a deputy answered on the spot is hers in the record, by the clerk's hand, and her duty")
    func spotAnswer() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let mandate = try await ground.mandates(of: .street)[0]
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception,
            [
                WrittenVisitor(
                    commonality: "personal", category: "civil", outcome: "answeredOnSpot", answerer: "d\(mandate)",
                    answer: "高龄补贴每月二十号到账，卡号没有错。")
            ])

        #expect(answer.status == .ok, "\(answer.text)")
        let behalf = try await province.count(
            "SELECT count(*) FROM event WHERE name = 'answeredOnSpot' AND on_behalf = 'deputy'")
        #expect(behalf == 1)
        #expect(try await duty(of: province.deputy(of: .street), in: ground).map(\.kind) == [.spotAnswer, .reception])
        #expect(try await province.faults() == [])
    }

    @Test("who speaks about the station itself goes to the level above, and stands nowhere in the record")
    func bypassed() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception, [WrittenVisitor(words: "街道办的人收了钱。", isBypassed: true), WrittenVisitor()])

        #expect(answer.status == .ok, "\(answer.text)")
        #expect(try await province.count("SELECT visitors FROM reception_record") == 1)
        let kept: Int64? = try await province.value(
            "SELECT m.station FROM matter m WHERE m.id NOT IN (SELECT matter FROM reception_visitor)")
        #expect(kept == province.station(.county))
        let written = try await clerk.get("/station/YC001/receptions/\(reception)/record").text
        #expect(written.matches(of: /href="\/matters\/1407/).count == 1)
    }

    @Test("one bad row refuses the whole form, and nothing typed is lost")
    func badRow() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception,
            [
                WrittenVisitor(words: "第一位的话说完了。", name: "王桂兰"),
                WrittenVisitor(words: "第二位没有念给她听。", name: "李建国", phone: "123", isReadBack: false),
                WrittenVisitor(words: "", name: "赵海明"),
            ])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("第 2 位：请把记下的话念给本人听"))
        #expect(answer.text.contains("href=\"#v3_words\"") && answer.text.contains("href=\"#v2_phone\""))
        for typed in ["第一位的话说完了。", "王桂兰", "第二位没有念给她听。", "李建国", "赵海明", "value=\"123\""] {
            #expect(answer.text.contains(typed), "\(typed)")
        }
        for table in ["matter", "reception_record", "duty_event"] as [SQL] {
            #expect(try await province.count("SELECT count(*) FROM \(table)") == 0)
        }
    }

    @Test("an answer of somebody who was not there is refused, and nothing is written")
    func absent() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception,
            [
                WrittenVisitor(),
                WrittenVisitor(category: "civil", outcome: "answeredOnSpot", answerer: "x", answer: "下个月就能办好，请放心。"),
            ])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("没有部门到场"))
        #expect(try await province.count("SELECT count(*) FROM matter") == 0)
    }

    @Test("one more row brings the form back with everything typed, and writes nothing")
    func more() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception, [WrittenVisitor(words: "说到一半", isReadBack: false)], [("more", "yes")])

        #expect(answer.status == .ok)
        #expect(answer.text.contains("说到一半") && answer.text.contains("第 6 位") && !answer.text.contains("第 7 位"))
        #expect(!answer.text.contains("error-summary"))
        #expect(answer.text.contains("name=\"rows\" value=\"6\""))
        #expect(try await province.count("SELECT count(*) FROM reception_record") == 0)
    }

    @Test("the same form sent twice happens once and gives the same slips")
    func twice() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let first = try await ground.record(clerk, reception, [WrittenVisitor()], submission: Self.submission)
        let second = try await ground.record(clerk, reception, [WrittenVisitor()], submission: Self.submission)

        #expect(first.status == .ok && second.status == .ok)
        #expect(codes(first) == codes(second) && codes(first).count == 1)
        #expect(try await province.count("SELECT count(*) FROM matter") == 1)
        province.clock.pass(hours: 1)
        let late = try await ground.record(clerk, reception, [WrittenVisitor()], submission: Self.submission)
        #expect(late.status == .ok && codes(late).isEmpty && late.text.contains("已经显示过"))
    }

    @Test("of two clerks who write the same reception at the same moment one is told that it is written")
    func parallel() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let head = try await province.browser(as: province.head(of: .street))

        async let one = ground.record(clerk, reception, [WrittenVisitor()])
        async let two = ground.record(head, reception, [WrittenVisitor()])
        let answers = try await [one, two]

        #expect(Set(answers.map(\.status)) == [.ok, .conflict])
        #expect(answers.first { $0.status == .conflict }?.text.contains("已经写过记录了") == true)
        #expect(try await province.count("SELECT count(*) FROM matter") == 1)
        #expect(try await province.count("SELECT count(*) FROM duty_event") == 2)
    }

    @Test("a paper book is written up afterwards, marked with the day it was written, several visitors at once")
    func paperBook() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await paper(ground, clerk, day: "2026-04-15", visitors: 3)
        let future = try await paper(ground, clerk, day: "2026-05-26")

        #expect(answer.status == .ok, "\(answer.text)")
        #expect(future.status == .unprocessableContent && future.text.contains("日期还没到"))
        let id: Int64 = try #require(try await province.value("SELECT reception FROM reception_record"))
        let written = try await clerk.get("/station/YC001/receptions/\(id)/record").text.seen
        #expect(written.contains("补录") && written.contains("4月15日") && written.contains("5月25日"))
        #expect(try await province.count("SELECT count(*) FROM matter") == 3)
        #expect(try await !province.browser().get("/s/YC001").text.contains("4月15日"))
    }

    @Test("a visit is written down like a reception away from the station")
    func visit() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let deputies = try await ground.mandates(of: .street).map { ("deputies", String($0)) }
        let fields = [
            ("rows", "5"), ("day", "2026-05-22"), ("from", "9:00"), ("to", "11:00"), ("place", "北关社区"),
            ("households", "12"),
        ]
        let visitors = (1...3).flatMap { WrittenVisitor(words: "第\($0)户说水压低。").fields($0) }

        let answer = try await ground.send(
            clerk, "/station/YC001/visits/new", to: "/station/YC001/visits", fields + deputies + visitors)

        // Row 22: a visit with 3 matters creates 3 cases.
        #expect(answer.status == .ok, "\(answer.text)")
        #expect(try await province.count("SELECT count(*) FROM matter WHERE channel = 'visit'") == 3)
        #expect(try await province.count("SELECT households FROM reception_record") == 12)
        let events = try await duty(of: province.deputy(of: .street), in: ground)
        #expect(events.map(\.kind) == [.visit] && events.map(\.counted) == [0])
        #expect(try await province.faults() == [])
    }

    @Test("the form is for the station's own people; yesterday's reception waits on their desk until it is written up")
    func readers() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today.adding(days: -1))
        let path = "/station/YC001/receptions/\(reception)/record"
        let clerk = try await province.browser(as: province.clerk(of: .street))

        #expect(try await clerk.get("/station/YC001").text.contains("写5月24日的接待记录"))
        _ = try await ground.record(clerk, reception, [])
        #expect(try await !clerk.get("/station/YC001").text.contains("写5月24日的接待记录"))

        #expect(try await province.browser().get(path).location?.hasPrefix("/sign-in") == true)
        for stranger in [province.clerk(of: .town), province.deputy(of: .street), province.officer(of: .county)] {
            #expect(try await province.browser(as: stranger).get(path).status == .notFound)
        }
        #expect(try await province.browser().get("/duty").location?.hasPrefix("/sign-in") == true)
        #expect(try await clerk.get("/duty").status == .forbidden)
    }

    @Test("a reception that is still ahead or was cancelled is not written up")
    func notYet() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let ahead = try await ground.addReception(on: province.today.adding(days: 2))
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let page = try await clerk.get("/station/YC001/receptions/\(ahead)/record")
        let answer = try await ground.record(clerk, ahead, [WrittenVisitor()], submission: Self.submission)

        #expect(page.text.contains("接待日还没到"))
        #expect(answer.status == .conflict)
        #expect(try await province.count("SELECT count(*) FROM matter") == 0)
    }

    private func paper(
        _ ground: StationGround, _ browser: Browser, day: String, visitors: Int = 0
    ) async throws -> Answer {
        let deputies = try await ground.mandates(of: .street).map { ("deputies", String($0)) }
        let people = (0..<visitors).flatMap { WrittenVisitor(words: "第\($0)页写的事。").fields($0 + 1) }
        let fields = [("rows", "5"), ("day", day), ("from", "9:00"), ("to", "11:00"), ("place", "本站")]
        return try await ground.send(
            browser, "/station/YC001/records/new", to: "/station/YC001/records", fields + deputies + people)
    }

    private func codes(_ answer: Answer) -> [String] {
        answer.text.matches(of: /<span class="big">(\d{4} \d{4})<\/span>/).map { String($0.1) }
    }

    private func duty(of deputy: TestPerson, in ground: StationGround) async throws -> [DutyEvent] {
        let keys = ground.province.installation.keys
        return try await ground.province.read { db in
            try DutyTable.events(of: deputy.person, limit: 50, in: db, keys: keys)
        }
    }

    /// Every sealed text of the record.
    private func texts(in province: TestProvince) async throws -> [String] {
        let log = province.installation.log
        return try await province.read { db in
            let events: [Int64] = try db.rows("SELECT id FROM event").map { try $0[0] }
            return try log.texts(of: events, in: db).values.flatMap { $0.map(\.text) }
        }
    }

    private func isSaid(_ words: String, in province: TestProvince) async throws -> Bool {
        try await texts(in: province).contains(words)
    }
}
