import Database
import Directory
import Domain
import Hummingbird
import Web

/// `GET /station`, `GET /station/{code}`: 本站. What the station shows, and what waits for the reviewer.
struct DeskPage: Sendable {
    private static let mostPosts = 50
    private static let mostReceptions = 100

    struct Desk: Sendable {
        var duty: StationDuty
        var place: String
        var profile: StationProfile?
        var posts: [StationPost]
        /// From a month ago on.
        var receptions: [Reception]
        var today: Day
        var now: StationNow
    }

    let installation: Installation

    /// Leads to the one station; who works at several chooses.
    @Sendable func choose(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let atlas = try await installation.snapshot().atlas
        let stations = StationDuty.stations(of: signed, atlas: atlas)
        if stations.count == 1 { return .seeOther(DeskAddress(code: stations[0].code).desk) }
        guard !stations.isEmpty else {
            throw Refusal(.forbidden, code: "no-station", "您现在不是任何联络站的站长或联络员，角色由安全管理员授予")
        }
        let body: HTML = """
            <h1>选择联络站</h1>
            <ul>\(each: stations, { station in
                """
                <li><a href="\(address: DeskAddress(code: station.code).desk)">\(station.name)</a>
                \(atlas.fullName(of: station.division))</li>

                """
            })</ul>
            """
        return context.page(PageFrame("选择联络站", for: .staff), body)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let desk = try await desk(context.part("code"), context.signedIn())
        let frame = PageFrame("本站：\(desk.duty.station.name)", for: .staff, isWide: true)
        return context.page(frame, DeskView(desk: desk).html)
    }

    private func desk(_ code: String, _ signed: Principal.Signed) async throws -> Desk {
        let today = Day(of: installation.now())
        let installation = installation
        return try await installation.database.read { db in
            let snapshot = try installation.snapshot(in: db)
            let atlas = snapshot.atlas
            let duty = try StationDuty(code, signed, atlas: atlas)
            let station = duty.station
            return Desk(
                duty: duty, place: atlas.fullName(of: station.division),
                profile: try StationProfileTable.find(station.id, in: db),
                posts: try StationPostTable.latest(of: station.id, limit: Self.mostPosts, in: db),
                receptions: try ReceptionTable.receptions(
                    of: station.id, from: today.adding(days: -31), limit: Self.mostReceptions, in: db),
                today: today,
                now: try StationNow(
                    station, rules: snapshot.rules(at: station.division, on: today), today, in: db))
        }
    }
}
