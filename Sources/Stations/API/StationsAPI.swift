import Directory
import Domain
import Hummingbird
import Web

/// `GET /api/v1/stations?division=&q=&cursor=` and `GET /api/v1/stations/{code}`: what the pages show, for programs.
struct StationsAPI: Sendable {
    private static let limit = 50

    struct Listing: Encodable, Sendable {
        var items: [StationJSON]
        var next_cursor: String?
    }

    let installation: Installation

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> JSONResponse<Listing> {
        let query = try FormBody.query(of: request)
        let words = TypedText.sought(query["q"])
        let key = query["division"]
        let list = "api " + FindPage.list(area: key ?? "", words: words)
        let cursor = try context.cursor(query["cursor"], for: list)
        let today = Day(of: installation.now())
        let installation = installation
        let (items, next) = try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let search = StationSearch(atlas: atlas, area: try atlas.area(key), words: words)
            let page = StationSearch.page(
                search.stations, after: cursor.map { (Int($0.sortKey), $0.id) }, limit: Self.limit)
            let found = try FoundStations.complete(page.shown, atlas: atlas, today: today, in: db)
            return (
                found.map { StationJSON($0, atlas) },
                page.next.map { Cursor(sortKey: Int64($0.index), id: $0.station) }
            )
        }
        return JSONResponse(Listing(items: items, next_cursor: next.map { context.text(of: $0, for: list) }))
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> JSONResponse<StationPageJSON> {
        let (shown, atlas) = try await PublicStationQuery(installation: installation).run(context.part("code"))
        guard let division = atlas.division(shown.station.division) else { throw NotFound() }
        return JSONResponse(StationPageJSON(shown, division: DivisionJSON(division, atlas)))
    }
}

/// A station in a list.
struct StationJSON: Encodable, Sendable {
    var code: String
    var name: String
    var level: String
    var kind: String
    var status: String
    var division: DivisionJSON
    var phone: String
    var address: String
    var hours: String
    var points: Int
    var deputies: Int
    var next_reception_on: String?

    init(_ found: FoundStation, _ atlas: Atlas) {
        let station = found.station
        code = station.code
        name = station.name
        level = station.level.rawValue
        kind = station.kind.rawValue
        status = station.status.rawValue
        division = DivisionJSON(found.division, atlas)
        phone = station.phone
        address = station.address
        hours = station.hours
        points = found.points
        deputies = found.deputies
        next_reception_on = found.nextDay?.iso
    }
}
