import Domain
import Testing

@testable import Directory

@Suite("When it matters who can be reached")
struct ReachTests {
    private let now = PlacesGround.now

    @Test("a station is open only while both head and clerk can be reached")
    func headAndClerk() async throws {
        let ground = try await PlacesGround()
        try await ground.station(in: "140702001")
        try await ground.grant(.stationHead, station: "SX140702001", verified: true)
        let half = try await ground.atlas()
        let station = try #require(half.station(code: "SX140702001")).id

        try await ground.grant(.stationClerk, station: "SX140702001", verified: true)
        let whole = try await ground.atlas()

        #expect(!half.isOpen(station, at: now))
        #expect(half.isReachable(station: station, at: now))
        #expect(whole.isOpen(station, at: now))
        #expect(whole.clerkReachableUntil(station: station, at: now) == .never)
    }

    @Test("deputies and helpers of a station do not open it")
    func others() async throws {
        let ground = try await PlacesGround()
        try await ground.station(in: "140702001")
        try await ground.grant(.deputy, station: "SX140702001", verified: true)
        try await ground.grant(.liaisonOfficer, station: "SX140702001", verified: true)
        let atlas = try await ground.atlas()

        let station = try #require(atlas.station(code: "SX140702001")).id

        #expect(!atlas.isReachable(station: station, at: now))
    }

    @Test("who holds an office is known on its days, whether anybody can reach her or not; deputies hold none")
    func people() async throws {
        let ground = try await PlacesGround()
        try await ground.station(in: "140702001")
        let code = "SX140702001"
        try await ground.grant(.stationHead, station: code)
        try await ground.grant(.stationClerk, station: code, to: Day(2026, 6, 30), verified: true)
        try await ground.grant(.deputy, station: code, verified: true)
        let atlas = try await ground.atlas()
        let station = try #require(atlas.station(code: code)).id

        let (june, july) = (Day(2026, 6, 30), Day(2026, 7, 1))
        #expect(atlas.people(at: station, as: [.stationHead, .stationClerk], on: june).count == 2)
        #expect(atlas.people(at: station, as: [.stationHead, .stationClerk], on: july).count == 1)
        #expect(atlas.people(at: station, as: [.stationHead], on: june).count == 1)
        #expect(atlas.people(at: station, as: [.deputy], on: june) == [])
        #expect(atlas.people(at: station, as: [.stationHead], on: Day(2025, 12, 31)) == [])
    }

    @Test("a sign-in counts for sixty days, and nothing for nobody")
    func signIn() async throws {
        let ground = try await PlacesGround()
        let empty = try await ground.atlas()
        let bureau = try #require(empty.bureau(in: try empty.place("140702").id, field: "housing"))
        try await ground.grant(.handler, organ: bureau.id)
        let silent = try await ground.atlas().reachableUntil(organ: bureau.id, at: now)
        try await ground.grant(.handler, organ: bureau.id, signedInOn: Day(2026, 5, 1))

        let atlas = try await ground.atlas()

        #expect(empty.reachableUntil(organ: bureau.id, at: now) == nil)
        #expect(silent == nil)
        #expect(atlas.reachableUntil(organ: bureau.id, at: now) == Day(2026, 6, 30).start)
        #expect(atlas.isReachable(organ: bureau.id, at: Day(2026, 6, 29).end))
        #expect(!atlas.isReachable(organ: bureau.id, at: Day(2026, 6, 30).start))
    }

    @Test("how long a sign-in counts is decided by the nearest area, from the day it says")
    func decided() async throws {
        let ground = try await PlacesGround()
        let bureau = try #require(
            try await ground.atlas().bureau(in: ground.atlas().place("140702").id, field: "housing"))
        try await ground.grant(.handler, organ: bureau.id, signedInOn: Day(2026, 5, 1))

        try await ground.decide(.reachableSignIn, .number(90), in: "140000", from: Day(2026, 5, 20))
        try await ground.decide(.reachableSignIn, .number(20), in: "140702", from: Day(2026, 5, 25))
        let atlas = try await ground.atlas()

        #expect(atlas.reachableUntil(organ: bureau.id, at: Day(2026, 5, 19).start) == Day(2026, 6, 30).start)
        #expect(atlas.reachableUntil(organ: bureau.id, at: Day(2026, 5, 24).start) == Day(2026, 7, 30).start)
        #expect(atlas.reachableUntil(organ: bureau.id, at: Day(2026, 5, 25).start) == nil)
    }

    @Test("a grant counts on its days only, without anybody reloading the atlas")
    func grantDays() async throws {
        let ground = try await PlacesGround()
        let empty = try await ground.atlas()
        let office = try #require(empty.office(for: try empty.place("140000").id))
        try await ground.grant(
            .assigningOffice, organ: office.id, from: Day(2026, 5, 21), to: Day(2026, 5, 31), verified: true)

        let atlas = try await ground.atlas()

        #expect(!atlas.isReachable(organ: office.id, at: Day(2026, 5, 20).end))
        #expect(atlas.isReachable(organ: office.id, at: Day(2026, 5, 21).start))
        #expect(atlas.reachableUntil(organ: office.id, at: Day(2026, 5, 25).start) == Day(2026, 6, 1).start)
        #expect(!atlas.isReachable(organ: office.id, at: Day(2026, 6, 1).start))
    }

    @Test("words go to the place's own open station, else to the county's central one, else upwards")
    func fallback() async throws {
        let ground = try await PlacesGround()
        let street = try await ground.atlas().place("140702001").id
        try await ground.openStation(in: "140700", level: "市级总站")
        let onlyCity = try await ground.atlas()
        try await ground.openStation(in: "140702", level: "县级中心站")
        let withCounty = try await ground.atlas()
        try await ground.openStation(in: "140702001")
        let own = try await ground.atlas()

        #expect(onlyCity.stationFor(street, at: now)?.code == "SX140700")
        #expect(withCounty.stationFor(street, at: now)?.code == "SX140702")
        #expect(withCounty.centralStation(of: street)?.code == "SX140702")
        #expect(own.stationFor(street, at: now)?.code == "SX140702001")
        #expect(own.stationFor(try own.place("140302").id, at: now) == nil)
    }

    @Test("a closed station takes nothing, though its people can be reached")
    func closed() async throws {
        let ground = try await PlacesGround()
        try await ground.openStation(in: "140702", level: "县级中心站")
        try await ground.openStation(in: "140702001")
        try await ground.bring(
            .stations, "站点编码,名称,区划代码,级别,状态", "SX140702001,北关街道联络站,140702001,乡级站,关闭")

        let atlas = try await ground.atlas()

        #expect(atlas.stationFor(try atlas.place("140702001").id, at: now)?.code == "SX140702")
    }
}
