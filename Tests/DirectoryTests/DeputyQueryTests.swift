import Domain
import Testing

@testable import Directory

@Suite("When somebody looks for deputies")
struct DeputyQueryTests {
    /// Two stations in 榆次: three deputies in the street, one of them suspended; two in the town.
    private func ground() async throws -> PlacesGround {
        let ground = try await PlacesGround()
        try await ground.station(in: "140702001")
        try await ground.station(in: "140702100")
        try await ground.bring(
            .deputies, "代表证号,姓名,代表层级,区划代码,所属联络站,届次,任期开始,状态",
            "A1,张秀英,县级人大代表,140702,SX140702001,第六届,2021-06-01,在任",
            "A2,李建国,市人大代表,140700,SX140702001,第五届,2021-06-01,在任",
            "A3,王芳,县级人大代表,140702,SX140702001,第六届,2021-06-01,暂停",
            "A4,赵明,乡镇人大代表,140702100,SX140702100,第十届,2021-06-01,在任",
            "A5,张秀英,乡镇人大代表,140702100,SX140702100,第十届,2021-06-01,在任",
            "A6,刘洋,县级人大代表,140702,,第六届,2021-06-01,在任")
        return ground
    }

    @Test("a station counts its deputies by congress, without the suspended")
    func counts() async throws {
        let ground = try await ground()
        let station = try #require(try await ground.atlas().station(code: "SX140702001")).id

        let counts = try await ground.read { db in try DeputyQuery.counts(of: station, in: db) }
        let names = try await ground.read { db in try DeputyQuery.deputies(of: station, in: db).map(\.name) }

        #expect(counts == [.county: 1, .municipal: 1])
        #expect(names == ["李建国", "张秀英"])
    }

    @Test("the deputies of an area come station by station, page by page, each once")
    func pages() async throws {
        let ground = try await ground()
        let atlas = try await ground.atlas()
        let city = try atlas.place("140700").id
        var names: [String] = []
        var cursor: DeputyQuery.Cursor?

        repeat {
            let after = cursor
            let page = try await ground.read { db in
                try DeputyQuery.deputies(in: city, atlas: atlas, after: after, limit: 1, in: db)
            }
            names += page.map(\.name)
            cursor = page.last.map { DeputyQuery.Cursor($0) }
        } while cursor != nil

        #expect(names == ["李建国", "张秀英", "赵明", "张秀英"])
    }

    @Test("a name finds everybody who bears it in the area")
    func byName() async throws {
        let ground = try await ground()
        let atlas = try await ground.atlas()
        let town = try atlas.place("140702100").id
        let county = try atlas.place("140702").id

        let (inTown, inCounty) = try await ground.read { db in
            (
                try DeputyQuery.deputies(named: "张秀英", in: town, in: db),
                try DeputyQuery.deputies(named: "张秀英", in: county, in: db)
            )
        }

        #expect(inTown.map(\.level) == [.township])
        #expect(inCounty.map(\.level) == [.county, .township])
    }

    @Test("counting a station's deputies reads its own rows only")
    func plans() async throws {
        let ground = try await ground()
        let atlas = try await ground.atlas()
        let station = try #require(atlas.station(code: "SX140702001")).id

        let plan = try await ground.read { db in
            try db.plan(
                "SELECT level, count(*) FROM mandate WHERE home_station = \(station) AND status = 'active' GROUP BY level"
            )
        }

        #expect(!plan.contains("SCAN") && !plan.contains("Seq Scan"))
    }
}
