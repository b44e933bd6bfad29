import Database
import Domain
import Testing

@testable import Directory

@Suite("When somebody looks up a place")
struct AtlasTests {
    @Test("a street has a committee and an office, a town a presidium and a government")
    func streetAndTown() async throws {
        let atlas = try await PlacesGround().atlas()
        let street = try atlas.place("140702001")
        let town = try atlas.place("140702100")

        #expect(atlas.office(for: street.id)?.kind == .streetCommittee)
        #expect(atlas.office(for: street.id)?.name == "榆次区人大常委会北关街道工作委员会")
        #expect(atlas.governmentOffice(of: street.id)?.name == "榆次区北关街道办事处")
        #expect(atlas.office(for: town.id)?.name == "榆次区乌金山镇人民代表大会主席团")
        #expect(atlas.governmentOffice(of: town.id)?.name == "榆次区乌金山镇人民政府")
    }

    @Test("from the county up the deputies' committee assigns and the government's office hands on")
    func county() async throws {
        let atlas = try await PlacesGround().atlas()
        let county = try atlas.place("140702")

        #expect(atlas.office(for: county.id)?.kind == .deputiesCommittee)
        #expect(atlas.governmentOffice(of: county.id)?.name == "榆次区人民政府办公室")
        #expect(atlas.bureau(in: county.id, field: "housing")?.name == "榆次区住房和城乡建设局")
        #expect(atlas.bureau(in: county.id, field: "environment")?.name == "晋中市生态环境局榆次分局")
        #expect(atlas.petitionOffice(near: try atlas.place("140702001").id)?.name == "榆次区信访局")
    }

    @Test("offices lead upwards one level at a time, up to the province")
    func upwards() async throws {
        let atlas = try await PlacesGround().atlas()
        var office = try #require(atlas.office(for: try atlas.place("140702100").id))
        var names: [String] = []

        while let next = atlas.officeAbove(office) {
            #expect(atlas.superior(of: office.id)?.id == next.id)
            names.append(next.name)
            office = next
        }

        #expect(names == ["榆次区人大常委会代表工作委员会", "晋中市人大常委会代表工作委员会", "山西省人大常委会代表工作委员会"])
    }

    @Test("a province without a department for a field names the one that stands in")
    func standIn() async throws {
        let atlas = try await PlacesGround().atlas()
        let root = try #require(atlas.root)

        #expect(atlas.bureau(in: root.id, field: "urban")?.name == "山西省住房和城乡建设厅")
        #expect(atlas.bureau(in: root.id, field: "other") == nil)
    }

    @Test("one code means different places in the two lists")
    func twoSystems() async throws {
        let ground = try await PlacesGround()
        try await ground.bring(
            .divisions, "区划代码,代码体系,名称,类型,上级代码", "140581100,民政,米山镇,镇,140581",
            "140581101,统计,米山镇,镇,140581")
        let atlas = try await ground.atlas()

        #expect(atlas.division(code: "140581101")?.name == "三甲镇")
        #expect(atlas.division(code: "140581101", system: .nbs)?.fullName == "晋城市高平市米山镇")
        #expect(atlas.division(code: "140581100")?.id == atlas.division(code: "140581101", system: .nbs)?.id)
    }

    @Test("a withdrawn code is valid on its days only, but still finds its place")
    func formerCode() async throws {
        let ground = try await PlacesGround()
        let county = try await ground.atlas().place("140702")
        try await ground.installation.database.write { db in
            let old = DivisionCode(
                system: .mca, code: "142401", validFrom: Day(1978, 1, 1), validTo: Day(1999, 12, 31))
            try DivisionTable.insertCodes([(county.id, old)], in: db)
            try DirectoryVersion.bump(in: db)
        }
        let atlas = try await ground.atlas()

        #expect(atlas.division(code: "142401", on: Day(1999, 12, 31))?.id == county.id)
        #expect(atlas.division(code: "142401", on: Day(2000, 1, 1)) == nil)
        #expect(atlas.division(code: "142401")?.id == county.id)
        #expect(atlas.division(county.id)?.code == "140702")
    }

    @Test("names always carry their parents, so the two 城区 differ")
    func sameNames() async throws {
        let atlas = try await PlacesGround().atlas()

        let found = atlas.divisions(matching: "城区")

        #expect(found.map(\.fullName) == ["阳泉市城区", "晋城市城区"])
        #expect(atlas.organ(in: try atlas.place("140302").id, kind: .government)?.name == "阳泉市城区人民政府")
        #expect(atlas.organ(in: try atlas.place("140502").id, kind: .government)?.name == "晋城市城区人民政府")
    }

    @Test("a search takes several words, and exact names come first")
    func search() async throws {
        let atlas = try await PlacesGround().atlas()

        #expect(atlas.divisions(matching: "榆次 北关").map(\.name) == ["北关街道"])
        #expect(atlas.divisions(matching: "榆次区").first?.code == "140702")
        #expect(atlas.divisions(matching: "榆次区").count == 3)
        #expect(atlas.divisions(matching: " ").isEmpty)
        #expect(atlas.divisions(matching: "太原").isEmpty)
    }

    @Test("a place lies within all its ancestors and itself, and in nothing else")
    func within() async throws {
        let atlas = try await PlacesGround().atlas()
        let street = try atlas.place("140702001").id
        let city = try atlas.place("140700").id

        #expect(atlas.lineage(of: street).map(\.name) == ["北关街道", "榆次区", "晋中市", "山西省"])
        #expect(atlas.isWithin(street, city) && atlas.isWithin(street, street))
        #expect(!atlas.isWithin(city, street))
        #expect(atlas.subtree(of: city).map(\.name) == ["晋中市", "榆次区", "北关街道", "乌金山镇"])
    }

    @Test("the ancestors in the database are those of the atlas")
    func closure() async throws {
        let ground = try await PlacesGround()
        let atlas = try await ground.atlas()

        let rows = try await ground.read { db in
            try db.rows("SELECT division, ancestor, depth FROM division_ancestor ORDER BY division, depth").map {
                [try $0[0], try $0[1], try $0[2]] as [Int64]
            }
        }

        let expected = atlas.divisions.sorted { $0.id < $1.id }.flatMap { division in
            atlas.lineage(of: division.id).enumerated().map { [division.id, $1.id, Int64($0)] }
        }
        #expect(rows == expected)
    }

    @Test("a write that is rolled back leaves no trace in the cache")
    func rolledBack() async throws {
        struct Stop: Error {}
        let ground = try await PlacesGround()
        let county = try await ground.atlas().place("140702")
        let cache = ground.installation.directory

        try? await ground.installation.database.write { db in
            try DivisionTable.rename(county, to: "榆次市", in: db)
            #expect(try cache.atlas(in: db, on: PlacesGround.today).division(county.id)?.name == "榆次市")
            throw Stop()
        }
        try await ground.installation.database.write { db in try DirectoryVersion.bump(in: db) }

        #expect(try await ground.atlas().division(county.id)?.name == "榆次区")
    }
}
