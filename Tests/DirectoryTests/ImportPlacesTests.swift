import Database
import Domain
import Testing

@testable import Directory

@Suite("When places are imported")
struct ImportPlacesTests {
    private let pointHeader = "联络点编码,名称,站点编码,地址"

    @Test("row 2: a point without station is refused and points are counted per station")
    func points() async throws {
        let ground = try await PlacesGround()
        try await ground.station(in: "140702001")
        try await ground.station(in: "140702100")

        let refused = try await ground.bring(
            .points, pointHeader, "P1,点一,SX140702001,", "P2,点二,,", "P3,点三,SX999,")
        let kept = try await ground.count("SELECT count(*) FROM liaison_point")
        let report = try await ground.bring(
            .points, pointHeader, "P1,点一,SX140702001,", "P2,点二,SX140702001,", "P3,点三,SX140702100,")
        let atlas = try await ground.atlas()
        let counts = try await ground.read { db in
            try LiaisonPointTable.counts(in: try atlas.place("140700").id, in: db)
        }

        #expect(!refused.isWritten && kept == 0)
        #expect(refused.faults.map(\.line) == [3, 4])
        #expect(refused.faults.allSatisfy { $0.column == "站点编码" })
        #expect(refused.faults[1].reason == "没有编码为“SX999”的联络站，联络点不能没有联络站")
        #expect(report.isWritten && report.added == 3)
        #expect(report.pointsPerStation == ["SX140702001": 2, "SX140702100": 1])
        #expect(counts[try #require(atlas.station(code: "SX140702001")).id] == 2)
        #expect(counts[try #require(atlas.station(code: "SX140702100")).id] == 1)
    }

    @Test("row 2: the schema itself refuses a point without its station")
    func pointSchema() async throws {
        let ground = try await PlacesGround()
        let point = LiaisonPoint(id: 1, code: "P1", station: 4711, name: "点", address: "")

        let refused = await #expect(throws: DatabaseError.self) {
            try await ground.installation.database.write { db in try LiaisonPointTable.insert([point], in: db) }
        }
        guard case .constraint = refused else { Issue.record("\(String(describing: refused))"); return }
    }

    @Test("a dry run tells what would happen and writes nothing")
    func dryRun() async throws {
        let ground = try await PlacesGround()
        let file = Array("站点编码,名称,区划代码,级别\nSX1,甲站,140702001,乡级站\n".utf8)

        let report = try await ground.importer.check(.stations, file, by: .system, at: PlacesGround.now)

        #expect(!report.isWritten && report.added == 1 && report.faults.isEmpty)
        #expect(try await ground.count("SELECT count(*) FROM station") == 0)
    }

    @Test("the same stations again change nothing, a new name changes one row")
    func stations() async throws {
        let ground = try await PlacesGround()
        let header = "站点编码,名称,区划代码,级别,状态,启用日期"
        let rows = ["SX1,甲站,140702001,乡级站,,2021/6/1", "SX2,总站,140702,县级中心站,筹建,2021年6月1日"]

        let first = try await ground.bring(.stations, header, rows[0], rows[1])
        let version = try await ground.atlas().version
        let again = try await ground.bring(.stations, header, rows[0], rows[1])
        let untouched = try await ground.atlas().version
        let changed = try await ground.bring(.stations, header, "SX1,乙站,140702001,乡级站,,2021/6/1", rows[1])
        let atlas = try await ground.atlas()

        #expect(first.added == 2)
        #expect(again.unchanged == 2 && again.added == 0 && again.changed == 0)
        #expect(version == untouched)
        #expect(changed.changed == 1 && changed.unchanged == 1)
        #expect(atlas.station(code: "SX1")?.name == "乙站")
        #expect(atlas.station(code: "SX1")?.openedOn == Day(2021, 6, 1))
        #expect(atlas.station(code: "SX1")?.organ == atlas.office(for: try atlas.place("140702001").id)?.id)
        #expect(atlas.station(code: "SX2")?.status == .preparing)
    }

    @Test("every fault of every row is listed, and one bad row keeps all out")
    func stationFaults() async throws {
        let ground = try await PlacesGround()

        let report = try await ground.bring(
            .stations, "站点编码,名称,区划代码,级别,状态,启用日期", "SX1,甲站,140702001,乡级站,,", "SX1,,149999,县站,停,2021-02-30",
            "SX 3,丙站,140702,乡级站,,")

        #expect(!report.isWritten)
        #expect(
            report.faults.map { "\($0.line) \($0.column)" }
                == ["3 名称", "3 区划代码", "3 级别", "3 状态", "3 启用日期", "3 站点编码", "4 站点编码", "4 级别"])
        #expect(report.faults[2].reason == "“县站”不在可选范围内，请填写：省级总站、市级总站、县级中心站、乡级站、村级站")
        #expect(report.faults[5].reason == "与第 2 行的编码相同")
        #expect(try await ground.count("SELECT count(*) FROM station") == 0)
    }

    @Test("a street gets no presidium and a town no committee")
    func organFaults() async throws {
        let ground = try await PlacesGround()

        let report = try await ground.bring(
            .organs, "区划代码,机构类型,名称,主管领域", "140702001,乡镇人大主席团,北关主席团,", "140702100,街道人大工委,乌金山工委,",
            "140702,政府办公室,二办,教育")

        #expect(
            report.faults.map(\.reason) == [
                "晋中市榆次区北关街道是街道，不设乡镇人大主席团", "晋中市榆次区乌金山镇是镇，不设街道人大工委", "只有政府部门填写主管领域",
            ])
    }

    @Test("organs are found again by area and name, and a superior may stand in an earlier row")
    func organs() async throws {
        let ground = try await PlacesGround()
        let lines = [
            "区划代码,机构类型,名称,上级机构,主管领域,电话", "140702,政府部门,榆次区体育局,榆次区人民政府,文化体育旅游,0354-1234567",
            "140702001,村（居）民委员会,安宁社区居委会,榆次区北关街道办事处,,",
        ]

        let first = try await ground.bring(.organs, lines[0], lines[1], lines[2])
        let again = try await ground.bring(.organs, lines[0], lines[1], lines[2])
        let atlas = try await ground.atlas()
        let bureau = try #require(atlas.bureaus(in: try atlas.place("140702").id).first { $0.name == "榆次区体育局" })

        #expect(first.added == 2 && again.unchanged == 2)
        #expect(bureau.field == "culture" && bureau.phone == "0354-1234567")
        #expect(atlas.superior(of: bureau.id)?.name == "榆次区人民政府")
    }

    @Test("a development zone lies under its county, with a code of the statistics list only")
    func specialArea() async throws {
        let ground = try await PlacesGround()
        let lines = ["区划代码,代码体系,名称,类型,上级代码", "140702401,统计,榆次工业园区,开发区,140702"]

        let first = try await ground.bring(.divisions, lines[0], lines[1])
        let again = try await ground.bring(.divisions, lines[0], lines[1])
        let atlas = try await ground.atlas()
        let zone = try #require(atlas.division(code: "140702401", system: .nbs))

        #expect(first.added == 1 && again.unchanged == 1)
        #expect(zone.isSpecial && zone.fullName == "晋中市榆次区榆次工业园区")
        #expect(atlas.division(code: "140702401") == nil)
        #expect(atlas.office(for: zone.id)?.name == "榆次区人大常委会代表工作委员会")
    }

    @Test("a new name for a known code renames, and the full names below follow")
    func rename() async throws {
        let ground = try await PlacesGround()

        let report = try await ground.bring(
            .divisions, "区划代码,名称,类型,上级代码", "140702,榆次新区,市辖区,140700", "140702002,新街道,街道,140702")
        let atlas = try await ground.atlas()

        #expect(report.changed == 1 && report.added == 1)
        #expect(atlas.division(code: "140702001")?.fullName == "晋中市榆次新区北关街道")
        #expect(atlas.division(code: "140702002")?.fullName == "晋中市榆次新区新街道")
    }

    @Test("areas with a wrong parent, kind or code are refused")
    func divisionFaults() async throws {
        let ground = try await PlacesGround()

        let report = try await ground.bring(
            .divisions, "区划代码,名称,类型,上级代码", "140702003,甲街道,街道,140700", "140702001,北关街道,镇,140702",
            "14070,乙街道,街道,140702", "140702004,丙街道,街道,140799", "150000,内蒙古自治区,省,",
            "140702005,北关街道,街道,140702", "140702100,北关街道,镇,140702", "140302,城区,市辖区,140500")

        #expect(
            report.faults.map { "\($0.line) \($0.column)" }
                == ["2 上级代码", "3 类型", "4 区划代码", "5 上级代码", "6 类型", "7 名称", "8 名称", "9 上级代码"])
    }
}
