import Database
import Directory
import Domain
import Matters
import TestSupport
import Testing

@testable import Stations

@Suite("When a village has no voice")
struct VillageTests {
    private static let names = ["东湖井社区", "西河村", "南关社区", "北坡村"]

    private let path = "/station/YC001/villages"

    @Test("row 30: a village with no opinion and no visit in six months is listed, at the station and at the county")
    func row30() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let clerk = try await province.browser(as: province.clerk(of: .street))
        try await keep(clerk, Self.names.joined(separator: "\n"))
        try await visit(ground, clerk, "西河村", day: "2026-05-20")
        let reception = try await ground.addReception(on: province.today)
        _ = try await ground.record(clerk, reception, [WrittenVisitor(village: "南关社区三号楼")])
        try await say("东湖井社区的水管漏了三天。", in: ground)
        await province.work()

        let desk = try await clerk.get("/station/YC001").text.seen
        #expect(desk.contains("1 个村、社区 6 个月没有声音：北坡村"))
        #expect(try await province.faults() == [])
        #expect(try await listed(in: province) == ["北坡村"])

        // Six months after the visit of 20 May and the opinions of 25 May, to the day.
        for (day, heard) in [
            (Day(2026, 11, 19), ["东湖井社区", "西河村", "南关社区"]), (Day(2026, 11, 20), ["东湖井社区", "南关社区"]),
            (Day(2026, 11, 24), ["东湖井社区", "南关社区"]), (Day(2026, 11, 25), []),
        ] {
            province.clock.go(to: day)
            #expect(try await listed(in: province) == Set(Self.names).subtracting(heard), "\(day.iso)")
        }
    }

    @Test("what by-passes the station is no sign of its village")
    func bypassed() async throws {
        let ground = try await StationGround()
        let clerk = try await ground.province.browser(as: ground.province.clerk(of: .street))
        try await keep(clerk, "北坡村")
        try await say("北坡村的事，街道办的人收了钱。", in: ground, isBypassed: true)

        await ground.province.work()

        #expect(try await ground.province.count("SELECT last_opinion_on FROM village") == 0)
    }

    @Test("the list is the station's own; offices see their area, others nothing")
    func readers() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let clerk = try await province.browser(as: province.clerk(of: .street))
        try await keep(clerk, "北坡村")

        #expect(try await province.browser().get(path).location?.hasPrefix("/sign-in") == true)
        #expect(try await province.browser(as: province.clerk(of: .town)).get(path).status == .notFound)
        #expect(try await province.browser().get("/villages").location?.hasPrefix("/sign-in") == true)
        let refused = try await clerk.get("/villages")
        #expect(refused.status == .forbidden && refused.text.seen.contains("这一页只有人大交办机关能看。"))
        #expect(refused.text.contains("<a href=\"/today\">回到今天</a>") && !refused.text.contains("回到首页"))
        let county = try await province.browser(as: province.officer(of: .county)).get("/villages").text.seen
        #expect(county.contains("个联络站没有写村和社区的名单"))
        let other = try await province.browser(as: province.officer(of: .otherCounty)).get("/villages").text
        #expect(!other.contains("北坡村"))
    }

    @Test("a name that is none is said, and the list typed stays; an old form is stale")
    func wrong() async throws {
        let ground = try await StationGround()
        let clerk = try await ground.province.browser(as: ground.province.clerk(of: .street))
        _ = try await clerk.get(path)

        let wrong = try await clerk.post(path, ["names": "北坡村\n村"])
        try await keep(clerk, "北坡村")
        let stale = try await clerk.post(path, ["names": "西河村", "version": "0"])

        #expect(wrong.status == .unprocessableContent && wrong.text.contains("北坡村\n村"))
        #expect(stale.status == .conflict)
    }

    /// Which of the villages stand on the county's list.
    private func listed(in province: TestProvince) async throws -> Set<String> {
        let page = try await province.browser(as: province.officer(of: .county)).get("/villages").text
        return Set(Self.names.filter { page.contains($0) })
    }

    private func keep(_ clerk: Browser, _ names: String) async throws {
        _ = try await clerk.get(path)
        let answer = try await clerk.post(path, ["names": names])
        #expect(answer.status == .seeOther)
        _ = try await clerk.get(path)
    }

    private func visit(_ ground: StationGround, _ clerk: Browser, _ village: String, day: String) async throws {
        let deputies = try await ground.mandates(of: .street).map { ("deputies", String($0)) }
        let answer = try await ground.send(
            clerk, "/station/YC001/visits/new", to: "/station/YC001/visits",
            [
                ("rows", "5"), ("day", day), ("from", "9:00"), ("to", "11:00"), ("place", village),
                ("households", "6"),
            ] + deputies)
        #expect(answer.status == .ok, "\(answer.text)")
    }

    private func say(_ words: String, in ground: StationGround, isBypassed: Bool = false) async throws {
        let province = ground.province
        let draft = OpinionDraft(
            area: province.division(.street), words: words, channel: .web, isBypassed: isBypassed)
        let (now, installation) = (province.now, province.installation)
        try await province.write { db, ids, _ in
            _ = try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation)
        }
    }
}
