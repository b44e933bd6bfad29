import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When a deputy's work is written down")
struct DutyTests {
    private static let submission = "8D6C0F3E-3B0B-4C55-9C1B-0B5C5D1E2F22"

    @Test("row 16: a duty event has its evidence and who verified it, and gives no points before")
    func row16() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let deputy = province.deputy(of: .street)
        let reception = try await ground.addReception(on: province.today)
        _ = try await ground.record(clerk, reception, [WrittenVisitor()])
        _ = try await ground.paper(clerk, day: "2026-04-15")

        let events = try await ground.duty(of: deputy)
        let book: Int64? = try await province.value(
            "SELECT id FROM reception WHERE day = \(Day(2026, 4, 15).number)")
        #expect(events.map(\.counted) == [1, 0])
        #expect(try await ground.evidence(of: events[0]) == "reception \(reception)")
        #expect(try await ground.evidence(of: events[1]) == "reception \(try #require(book))")
        #expect(events[0].verifier == province.clerk(of: .street).name)
        #expect(events[1].day == Day(2026, 4, 15) && events[1].verifier == nil)
        let own = try await province.browser(as: deputy)
        #expect(try await own.get("/duty").text.contains("还没有核实，暂不算数"))

        let head = try await province.browser(as: province.head(of: .street))
        let id = events[1].id
        _ = try await head.get("/station/YC001/duty")
        let verified = try await head.post("/station/YC001/duty/\(id)/verification")

        #expect(verified.status == .seeOther)
        #expect(try await ground.duty(of: deputy).map(\.counted) == [1, 1])
        #expect(try await !own.get("/duty").text.contains("暂不算数"))
    }

    @Test("a deputy may object to an entry; it counts for nothing until the head decided, and stays when it was wrong")
    func objection() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let deputy = province.deputy(of: .street)
        _ = try await ground.record(clerk, try await ground.addReception(on: province.today), [])
        let id = try #require(try await ground.duty(of: deputy).first?.id)
        let own = try await province.browser(as: deputy)
        _ = try await own.get("/duty")

        let empty = try await own.post("/duty/\(id)/objection", ["words": ""])
        _ = try await own.get("/duty")
        let said = try await own.post("/duty/\(id)/objection", ["words": "那天我在太原开会，没有到场。"])
        let between = try await ground.duty(of: deputy)[0]
        let head = try await province.browser(as: province.head(of: .street))
        let page = try await head.get("/station/YC001/duty").text
        let corrected = try await head.post("/station/YC001/duty/\(id)/withdrawal", ["reason": "勾错了人"])

        #expect(empty.status == .unprocessableContent && said.status == .seeOther)
        #expect(between.counted == 0 && between.isObjected)
        #expect(page.contains("那天我在太原开会"))
        #expect(corrected.status == .seeOther)
        let after = try await ground.duty(of: deputy)[0]
        #expect(after.counted == 0 && after.isWithdrawn)
        let other = try await province.browser(as: province.secondDeputy(of: .street))
        _ = try await other.get("/duty")
        let foreign = try await other.post(
            "/duty/\(id)/objection", ["words": "不对", "version": "3", "submission": Self.submission])
        #expect(foreign.status == .notFound)
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
        #expect(try await ground.duty(of: province.deputy(of: .street)).map(\.kind) == [.spotAnswer, .reception])
        #expect(try await province.faults() == [])
    }
}
