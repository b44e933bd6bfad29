import Domain
import Record
import Testing

@testable import Directory

@Suite("When a province is made from nothing")
struct ProvinceSeedTests {
    private func seed() throws -> ProvinceSeed {
        var ids = IDs(1..<20_000, seed: [1], more: { 20_000..<20_001 })
        return try ProvinceSeed(ids: &ids, contacts: SeedContacts())
    }

    @Test("it has 11 cities, 117 counties and 1,283 towns, townships and streets")
    func divisions() throws {
        let seed = try seed()

        let levels = Dictionary(grouping: seed.divisions, by: \.level).mapValues(\.count)
        #expect(levels == [.province: 1, .city: 11, .county: 117, .township: 1283])
        #expect(seed.divisions.count { $0.kind == .subdistrict } == 222)
        #expect(Set(seed.divisions.map(\.fullName)).count == seed.divisions.count)
        #expect(seed.divisions.count + seed.organs.count <= ProvinceSeed.idsNeeded)
    }

    @Test("every area has the organs of its kind, and one bureau for each field of the catalogue")
    func organs() throws {
        let seed = try seed()
        let fields = Set(Domain.Category.allCases.filter { $0 != .other }.map(\.rawValue))

        let organs = Dictionary(grouping: seed.organs, by: \.division)
        for division in seed.divisions {
            let own = organs[division.id] ?? []
            #expect(own.allSatisfy { $0.kind.stands(in: division.kind) })
            #expect(own.count { $0.kind.assigns } == 1)
            #expect(Set(own.map(\.name)).count == own.count)
            let bureaus = Set(own.compactMap(\.field))
            switch division.level {
            case .township: #expect(own.count == 2)
            case .county, .city: #expect(bureaus == fields)
            case .province: #expect(bureaus == fields.subtracting(["urban"]))
            }
        }
    }

    @Test("only the province's committees and government have nobody above them")
    func superiors() throws {
        let seed = try seed()
        let top = seed.organs.filter { $0.superior == nil }

        #expect(Set(top.map(\.kind)) == [.deputiesCommittee, .standingCommitteeOffice, .government, .petitionOffice])
        #expect(top.count == 4)
    }

    @Test("old codes of renamed and merged counties lead to the county of today")
    func formerCodes() async throws {
        let ground = try await EmptyGround()
        #expect(try await ProvinceSeed.load(into: ground.engine, ids: ground.ids))
        let again = try await ProvinceSeed.load(into: ground.engine, ids: ground.ids)
        let atlas = try await ground.engine.read { db in try DirectoryCache().atlas(in: db, on: Day(2026, 5, 25)) }

        #expect(!again)
        #expect(atlas.division(code: "140726")?.fullName == "晋中市太谷区")
        #expect(atlas.division(code: "140411")?.fullName == "长治市潞州区")
        #expect(atlas.division(code: "140726", on: Day(2026, 1, 1)) == nil)
        #expect(atlas.division(code: "140703", on: Day(2018, 1, 1)) == nil)
        #expect(atlas.division(code: "140202") == nil)
    }
}
