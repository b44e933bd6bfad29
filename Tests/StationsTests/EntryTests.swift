import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When a deputy asks for a time at the station")
struct EntryTests {
    @Test("row 65: a deputy asks the head for a time; confirmed or declined with a reason, a clash is refused")
    func entries() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let (one, two) = (province.deputy(of: .street), province.secondDeputy(of: .street))
        let (first, second) = (try await province.browser(as: one), try await province.browser(as: two))
        let head = try await province.browser(as: province.head(of: .street))
        let path = "/station/YC001/entries"

        let asked = try await ask(first, "9:00", "10:00")
        let clash = try await ask(second, "9:30", "11:00")
        let after = try await ask(second, "10:00", "11:00")
        #expect(asked.status == .seeOther && after.status == .seeOther)
        #expect(clash.status == .unprocessableContent && clash.text.contains("已经有代表约了"))
        #expect(clash.text.contains("value=\"9:30\""))

        #expect(try await head.get("/station/YC001").text.contains("2 位代表约了进站时间"))
        let ids: [Int64] = try await province.read { db in
            try db.rows("SELECT id FROM entry_time ORDER BY id").map { try $0[0] }
        }
        _ = try await head.get(path)
        let confirmed = try await head.post("\(path)/\(ids[0])/confirmation")
        _ = try await head.get(path)
        let without = try await head.post("\(path)/\(ids[1])/refusal", ["reason": ""])
        let declined = try await head.post("\(path)/\(ids[1])/refusal", ["reason": "会议室那天在用"])
        #expect(confirmed.status == .seeOther && declined.status == .seeOther)
        #expect(without.status == .unprocessableContent)
        #expect(try await second.get(path).text.seen.contains("原因：会议室那天在用"))

        province.clock.go(to: Day(2026, 5, 31))
        await province.work()
        await province.work()
        // The one that was declined is reminded of nothing.
        let reminders = try await SentMessages(of: province).of(.bookingSoon)
        #expect(reminders.map(\.recipient) == [.person(one.person)])
        #expect(reminders.first?.values["day"] == "6月1日" && reminders.first?.values["time"] == "9:00")

        _ = try await first.get(path)
        #expect(try await first.post("\(path)/\(ids[0])/cancellation").status == .seeOther)
        // Free again.
        #expect(try await ask(second, "9:00", "10:00").status == .seeOther)
        #expect(try await province.faults() == [])
    }

    @Test("of two deputies who ask for the same time at the same moment one gets it")
    func entriesAtOnce() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let first = try await province.browser(as: province.deputy(of: .street))
        let second = try await province.browser(as: province.secondDeputy(of: .street))

        async let one = ask(first, "9:00", "10:00")
        async let two = ask(second, "9:00", "10:00")
        let answers = try await [one, two]

        #expect(Set(answers.map(\.status)) == [.seeOther, .unprocessableContent])
        #expect(try await province.count("SELECT count(*) FROM entry_time") == 1)
    }

    @Test("entry times are for the station's deputies, its head and its clerk")
    func entryReaders() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let path = "/station/YC001/entries"

        #expect(try await province.browser().get(path).location?.hasPrefix("/sign-in") == true)
        for stranger in [province.deputy(of: .town), province.clerk(of: .town), province.officer(of: .county)] {
            #expect(try await province.browser(as: stranger).get(path).status == .notFound)
        }
        #expect(try await province.browser(as: province.clerk(of: .street)).get(path).status == .ok)
    }

    private func ask(_ browser: Browser, _ from: String, _ to: String) async throws -> Answer {
        let path = "/station/YC001/entries"
        _ = try await browser.get(path)
        return try await browser.post(
            path, ["day": "2026-06-01", "from": from, "to": to, "purpose": "接待群众"])
    }
}
