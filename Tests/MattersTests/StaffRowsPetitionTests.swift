import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a matter goes to the petition department")
struct StaffRowsPetitionTests {
    private static let words = "我的宅基地被邻居占了，要求赔偿三万元。"

    private func referred(in province: TestProvince) async throws -> MatterNumber {
        let number = try await province.said(Self.words)
        try await province.desk(province.head(of: .town)).act(
            .refer, TestProvince.triage(.personal, .land).merging(["reason": Said.reason]) { $1 }, on: number)
        return number
    }

    @Test("row 50: its content is hidden from everybody but the department")
    func hidden() async throws {
        let province = try await TestProvince()
        let number = try await referred(in: province)

        for person in [province.head(of: .town), province.clerk(of: .town)] {
            let desk = try await province.desk(person)
            let page = try await desk.open(number)
            #expect(page.status == .ok)
            #expect(!page.text.contains("宅基地"))
            #expect(!page.text.contains(Said.reason))
            let slips = try await desk.browser.get("/petitions").text
            #expect(slips.contains(number.text))
            #expect(slips.contains("榆次区信访局"))
            #expect(!slips.contains("宅基地"))
            #expect(try await !desk.browser.get("/matters").text.contains(number.text))
            #expect(try await !desk.browser.get("/matters?q=宅基地").text.contains(number.text))
            #expect(try await !desk.browser.get("/matters?q=\(number.text)").text.contains("href=\"/matters/"))
            for path in ["/today", "/petitions/\(number.text)/slip", "/petitions/\(number.text)/notice"] {
                let page = try await desk.browser.get(path).text
                #expect(!page.contains("宅基地"), "\(path)")
                #expect(path == "/today" || page.contains("href=\"/matters/\(number.text)\""), "\(path)")
            }
        }
        for person in [
            province.deputy(of: .town), province.officer(of: .town), province.officer(of: .county),
            province.auditor, province.handler(of: .town), province.clerk(of: .street),
        ] {
            let desk = try await province.desk(person)
            #expect(try await desk.open(number).status == .notFound, "\(person.login)")
            #expect(try await desk.browser.get("/petitions/\(number.text)/slip").status == .notFound)
        }
        let department = try await province.desk(province.petitionOfficer(of: .county))
        #expect(try await department.open(number).text.contains(Self.words))
    }

    @Test("row 50: a written notice that is overdue raises an alarm, and giving it ends the alarm")
    func notice() async throws {
        let province = try await TestProvince()
        let number = try await referred(in: province)
        let clerk = try await province.desk(province.clerk(of: .town))

        #expect(try await !clerk.browser.get("/petitions").text.contains("已超期"))
        province.clock.pass(days: 15)
        await province.work()
        #expect(try await !clerk.browser.get("/petitions").text.contains("已超期"))
        province.clock.pass(days: 1)
        await province.work()
        let alarmed = try await clerk.browser.get("/petitions").text
        #expect(alarmed.contains("转信访书面告知：已超过"))
        #expect(alarmed.contains("已超期"))
        #expect(try await clerk.browser.get("/today").text.contains("已超期"))
        #expect(try await clerk.browser.get("/petitions/\(number.text)/notice").text.contains("信访事项转送告知书"))
        try await clerk.act(.notify, ["channel": "letter"], on: number)

        #expect(try await !clerk.browser.get("/petitions").text.contains("转信访书面告知"))
    }

    @Test("row 51: referral without deadline after 15 days listed")
    func withoutDeadline() async throws {
        let province = try await TestProvince()
        let number = try await referred(in: province)
        let kept = try await referred(in: province)
        let department = try await province.desk(province.petitionOfficer(of: .county))
        let head = try await province.desk(province.head(of: .town))
        try await province.desk(province.clerk(of: .town)).act(.notify, ["channel": "letter"], on: kept)
        try await department.act(.setReferralDeadline, ["day": "2026-07-20"], on: kept)

        province.clock.pass(days: 15)
        for desk in [department, head] {
            #expect(try await !desk.browser.get("/petitions").text.contains("without-deadline"))
        }
        province.clock.pass(days: 1)
        for desk in [department, head] {
            let page = try await desk.browser.get("/petitions").text
            let listed =
                page.firstMatch(of: /id="without-deadline".*?<\/table>/.dotMatchesNewlines()).map { $0.0 } ?? ""
            #expect(listed.contains(number.text) && listed.contains("已经 16 天"))
            #expect(!listed.contains(kept.text))
            #expect(page.contains(kept.text) && !page.contains("宅基地"))
        }
        #expect(try await province.desk(province.head(of: .street)).browser.get("/petitions").text.contains("没有在办的转送件"))
        try await department.act(.setReferralDeadline, ["day": "2026-07-20"], on: number)

        #expect(try await !head.browser.get("/petitions").text.contains("without-deadline"))
    }

    @Test("row 55: no figure of any area counts a referred matter, before the petition is answered or after")
    func figures() async throws {
        let province = try await TestProvince()
        let kept = try await province.said()
        await province.work()
        let before = try await province.figures()
        #expect(before.count == 4 && before.allSatisfy { $0.hasSuffix("received 1") }, "\(before)")

        let number = try await referred(in: province)
        await province.work()
        #expect(try await province.figures() == before)
        try await province.desk(province.clerk(of: .town)).act(.notify, ["channel": "letter"], on: number)
        let department = try await province.desk(province.petitionOfficer(of: .county))
        try await department.act(.setReferralDeadline, ["day": "2026-07-01"], on: number)
        try await department.act(.recordReferralReply, ["words": Said.done], on: number)
        await province.work()

        #expect(try await province.figures() == before)
        let list = try await province.browser(as: province.officer(of: .county)).get("/matters").text
        #expect(list.contains(kept.text))
        #expect(!list.contains(number.text))
        #expect(try await province.faults() == [])
    }
}

extension TestProvince {
    /// Every figure that is not nought, of every area, but how many were referred.
    fileprivate func figures() async throws -> [String] {
        try await read { db in
            try db.rows(
                """
                SELECT area, name, SUM(total) FROM counter WHERE name <> 'referred' AND month % 100 > 0
                GROUP BY area, name HAVING SUM(total) <> 0 ORDER BY area, name
                """
            ).map { "\(try $0[0] as Int64) \(try $0[1] as String) \(try $0[2] as Int64)" }
        }
    }
}
