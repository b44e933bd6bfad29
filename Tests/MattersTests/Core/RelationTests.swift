import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When one matter meets another")
struct NeighbourTests {
    @Test("又出现了: the old one stays closed, the new one is linked both ways and begins at the station")
    func relapse() async throws {
        let play = try await Play(TestProvince())
        let province = play.province
        try await play.closed()
        let (now, installation, number, id) = (province.now, province.installation, play.number, play.receipt.id)

        let again = try await province.write { db, ids, _ in
            try ReportRelapse.run(
                db, number, words: "路灯又坏了一盏。", by: .reporter(matter: id), at: now, ids: &ids, in: installation)
        }

        let relapseOf: MatterID? = try await province.value("SELECT relapse_of FROM matter WHERE id = \(again.id)")
        #expect(relapseOf == id)
        #expect(try await play.matter.state == .closed)
        #expect(try await play.events.last == "relapsed")
        #expect(again.change.matter.hasTelephone)
        #expect(try await province.faults() == [])
    }

    @Test("a stranger cannot begin one")
    func stranger() async throws {
        let play = try await Play(TestProvince())
        try await play.closed()
        let province = play.province
        let (now, installation, number) = (province.now, province.installation, play.number)

        await #expect(throws: NotFound.self) {
            try await province.write { db, ids, _ in
                _ = try ReportRelapse.run(
                    db, number, words: "路灯又坏了", by: nil, at: now, ids: &ids, in: installation)
            }
        }

        #expect(try await province.count("SELECT COUNT(*) FROM matter") == 1)
    }

    @Test("a merged one goes where its lead goes, and gets its own answer")
    func merged() async throws {
        let province = try await TestProvince()
        let lead = try await Play(province)
        let other = try await Play(province, words: "学校门口路灯不亮，孩子晚上害怕。")
        try await other.act(.triage(Play.lamps, note: ""), by: province.clerk(of: .town))
        try await other.act(.merge(into: lead.number, reason: "说的是同一处路灯"), by: province.head(of: .town))

        try await lead.answered()

        let matter = try await other.matter
        #expect(matter.state == .merged)
        #expect(matter.clock(.delivery) != nil)
        try await other.act(.deliver(.phone, words: "您说的路灯昨天修好了，谢谢您。"), by: province.clerk(of: .town))
        try await other.reporter(.rate(.satisfied, source: .ownHand, comment: ""))
        #expect(try await other.matter.state == .rated)
        #expect(try await province.faults() == [])
    }

    @Test("anybody supports what is public once, nobody what is not")
    func support() async throws {
        let play = try await Play(TestProvince())
        let province = play.province
        try await play.accepted()
        await #expect(throws: NotFound.self) { try await play.act(.ready(.support), as: nil) }
        try await play.act(
            .publish(title: "村口三盏路灯不亮的事", summary: "村口到学校的三盏路灯不亮，已交镇政府。", answer: ""),
            by: province.head(of: .town))

        try await play.act(.ready(.support), as: nil)

        await #expect(throws: Refusal.self) { try await play.act(.ready(.support), as: nil) }
        #expect(try await province.count("SELECT COUNT(*) FROM matter_support") == 1)
    }
}
