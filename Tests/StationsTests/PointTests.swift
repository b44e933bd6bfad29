import Database
import Directory
import Domain
import TestSupport
import Testing

@Suite("When liaison points are brought in")
struct PointTests {
    private struct Stations: Decodable {
        struct Station: Decodable {
            var code: String
            var points: Int
        }
        var items: [Station]
    }

    @Test("row 2: a point without station is refused, and with it the whole file")
    func refused() async throws {
        let province = try await TestProvince()

        let report = try await bring(
            ["P1,安宁社区联络点,YC001,", "P2,迎宾社区联络点,,", "P3,古城社区联络点,YC999,"], to: province)

        #expect(report.faults.map { "\($0.line) \($0.column)" } == ["3 站点编码", "4 站点编码"])
        #expect(try await province.count("SELECT count(*) FROM liaison_point") == 0)
        #expect(try await province.browser().get("/s/YC001").text.seen.contains("联络点0 个"))
    }

    @Test("row 2: not even the database takes one", arguments: [nil, 1] as [Int64?])
    func schema(station: Int64?) async throws {
        let province = try await TestProvince()

        let refused = await #expect(throws: DatabaseError.self) {
            try await province.write { db, ids, _ in
                try db.run(
                    """
                    INSERT INTO liaison_point (id, code, station, name, address)
                    VALUES (\(ids.next()), 'P1', \(station), '安宁社区联络点', '')
                    """)
            }
        }
        guard case .constraint = refused else { Issue.record("\(String(describing: refused))"); return }
    }

    @Test("row 2: they are counted per station, on its page, in the list and for programs")
    func counted() async throws {
        let province = try await TestProvince()

        let report = try await bring(
            ["P1,安宁社区联络点,YC001,社区活动室", "P2,迎宾社区联络点,YC001,", "P3,王杜村联络点,YC100,"], to: province)
        let visitor = try await province.browser()
        let street = try await visitor.get("/s/YC001").text.seen
        let town = try await visitor.get("/s/YC100").text.seen
        let list = try await visitor.get("/stations?area=140702001").text.seen
        let stations = try await visitor.get("/api/v1/stations?division=140702").decoded(Stations.self).items

        #expect(report.pointsPerStation == ["YC001": 2, "YC100": 1])
        #expect(street.contains("联络点（2 个）") && street.contains("安宁社区联络点 社区活动室"))
        #expect(town.contains("联络点（1 个）") && town.contains("王杜村联络点"))
        #expect(list.contains("联络点：2 个"))
        #expect(
            Dictionary(uniqueKeysWithValues: stations.map { ($0.code, $0.points) })
                == ["YC000": 0, "YC001": 2, "YC100": 1])
    }

    private func bring(_ lines: [String], to province: TestProvince) async throws -> ImportReport {
        let file = (["联络点编码,名称,站点编码,地址"] + lines).joined(separator: "\n")
        return try await Importer(province.installation).run(
            .points, Array(file.utf8), by: .system, at: province.now)
    }
}
