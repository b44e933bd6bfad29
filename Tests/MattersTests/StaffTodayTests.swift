import Database
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When something waits that is no matter")
struct StaffTodayTests {
    private static let nothing = "现在没有等您办的事"

    @Test("calls to be made and receptions without a record are told, and then nobody says that nothing waits")
    func stations() async throws {
        let province = try await TestProvince()
        let clerk = try await province.browser(as: province.clerk(of: .town))
        #expect(try await clerk.get("/today").text.contains(Self.nothing))

        try await Self.receive(at: .town, in: province)
        let waiting = try await clerk.get("/today")
        #expect(waiting.text.contains("<a href=\"/station\">有 1 次接待还没有记录</a>"))
        #expect(!waiting.text.contains(Self.nothing))
        #expect(try await province.browser(as: province.clerk(of: .street)).get("/today").text.contains(Self.nothing))

        _ = try await Play(province) { $0.reporter.toldBy = .call }
        await province.work()
        #expect(try await clerk.get("/today").text.contains("<a href=\"/calls\">还有 1 个电话要打</a>"))
        let deputy = try await province.browser(as: province.deputy(of: .town)).get("/today")
        #expect(!deputy.text.contains("个电话要打") && !deputy.text.contains("还没有记录"))
    }

    @Test("what the head confirms waits for the head, not for the clerk who wrote it")
    func head() async throws {
        let province = try await TestProvince()
        let station = province.station(.town)
        try await province.write { db, ids, _ in
            try db.run(
                """
                INSERT INTO reception_schedule (id, station, rule, holiday, from_minute, to_minute, place, scope,
                  slot_minutes, at_once, next_turn, state, planned_through, written_at, version)
                VALUES (\(ids.next()), \(station), 'weekly', 'skip', 540, 690, '一楼接待室', '', 0, 1, 0, 'waiting', 0, 0, 1)
                """)
        }

        let head = try await province.browser(as: province.head(of: .town)).get("/today").text
        #expect(head.contains("接待安排的规律等您确认") && !head.contains(Self.nothing))
        let clerk = try await province.browser(as: province.clerk(of: .town)).get("/today").text
        #expect(!clerk.contains("等您确认") && clerk.contains(Self.nothing))
    }

    /// Yesterday, and nobody wrote it down.
    private static func receive(at place: TestPlace, in province: TestProvince) async throws {
        let (station, day) = (province.station(place), province.today.adding(days: -1))
        try await province.write { db, ids, _ in
            try db.run(
                """
                INSERT INTO reception (id, station, day, from_minute, to_minute, place, scope, written_at, cancelled,
                  version)
                VALUES (\(ids.next()), \(station), \(day.number), 540, 600, '一楼接待室', '', 0, 0, 1)
                """)
        }
    }
}

@Suite("When a liaison officer wrote a matter down for somebody")
struct LiaisonOfficerTests {
    @Test("the receipt leads her to it, and it stands on her page for today, as on nobody else's")
    func own() async throws {
        let province = try await TestProvince()
        let desk = try await province.desk(province.liaisonOfficer(of: .town))
        _ = try await desk.browser.get("/matters/new")

        let receipt = try await desk.browser.post(
            "/matters/new",
            ["heard": "visit", "words": Resident.words, "bypass": "no", "read_back": "yes", "name": "张大爷"])
        let number = try #require(MatterNumber(try Slip(receipt.text).number))
        #expect(receipt.text.contains("href=\"/matters/\(number.text)\">看这件事"))
        #expect(try await desk.open(number).status == .ok)

        let today = try await desk.browser.get("/today").text
        #expect(today.contains("您登记的（1）") && today.contains("href=\"/matters/\(number.text)\""))
        let other = try await province.browser(as: province.liaisonOfficer(of: .street)).get("/today").text
        #expect(!other.contains(number.text) && other.contains("现在没有等您办的事"))
    }

    @Test("once it is answered she may go back and ask, and what has ended stays on her page")
    func revisits() async throws {
        let province = try await TestProvince()
        let officer = province.liaisonOfficer(of: .town)
        let play = try await Play(province, by: officer.principal)
        let desk = try await province.desk(officer)
        try await play.answered()
        let revisit = "<a class=\"button second\" href=\"/matters/\(play.number.text)\">回访</a>"

        #expect(try await desk.browser.get("/today").text.contains(revisit))
        #expect(try await desk.acts(on: play.number).contains(.revisit))
        try await play.reporter(.rate(.satisfied, source: .ownHand, comment: ""))
        try await play.act(.close, by: province.officer(of: .town))
        let ended = try await desk.browser.get("/today").text
        #expect(ended.contains("href=\"/matters/\(play.number.text)\"") && !ended.contains(revisit))
    }

    @Test("what passes over the own place is not hers to see, and her receipt leads nowhere")
    func bypassed() async throws {
        let province = try await TestProvince()
        let desk = try await province.desk(province.liaisonOfficer(of: .town))
        _ = try await desk.browser.get("/matters/new")

        let receipt = try await desk.browser.post(
            "/matters/new", ["heard": "visit", "words": "镇政府的王主任收了开发商的钱。", "bypass": "yes", "read_back": "yes"])

        let number = try Slip(receipt.text).number
        #expect(!receipt.text.contains("href=\"/matters/\(number)\""))
        #expect(try await !desk.browser.get("/today").text.contains(number))
    }
}
