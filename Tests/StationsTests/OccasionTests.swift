import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When an occasion is written up afterwards")
struct OccasionTests {
    private static let submission = "8D6C0F3E-3B0B-4C55-9C1B-0B5C5D1E2F23"

    @Test("a paper book is written up afterwards, marked with the day it was written, several visitors at once")
    func paperBook() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.paper(clerk, day: "2026-04-15", visitors: 3)
        let future = try await ground.paper(clerk, day: "2026-05-26")

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
        let events = try await ground.duty(of: province.deputy(of: .street))
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
}
