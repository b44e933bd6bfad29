import Directory
import Domain
import Hummingbird
import Web

/// `GET /api/v1/deputies?station=&division=&name=&cursor=`: public fields only.
struct DeputiesAPI: Sendable {
    struct Listing: Encodable, Sendable {
        var items: [DeputyJSON]
        var next_cursor: String?
    }

    let installation: Installation

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> JSONResponse<Listing> {
        let query = try FormBody.query(of: request)
        let name = TypedText.clean(query["name"] ?? "", lines: false) ?? ""
        let division = query["division"] ?? ""
        let code = query["station"] ?? ""
        let list = "api deputies \(name) \(division) \(code)"
        let cursor = try context.cursor(query["cursor"], for: list)
        let installation = installation
        let (items, next) = try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let station = code.isEmpty ? nil : atlas.station(code: code)
            guard code.isEmpty || station != nil else { throw NotFound() }
            let search = DeputySearch(name: name, area: try atlas.area(division), station: station)
            return try search.page(after: cursor, atlas: atlas, in: db)
        }
        let next_cursor = next.map { context.text(of: $0, for: list) }
        return JSONResponse(Listing(items: items.map(DeputyJSON.init), next_cursor: next_cursor))
    }
}

/// A deputy in an answer.
struct DeputyJSON: Encodable, Sendable {
    struct Named: Encodable, Sendable {
        var code: String
        var name: String
    }

    var name: String
    /// 代表证号, the last part of the page's address.
    var card: String?
    /// `congress_level` of the glossary.
    var congress: String
    var division: Named
    var station: Named
    var term: String

    init(_ deputy: FoundDeputy) {
        name = deputy.name
        card = deputy.card
        congress = deputy.level.code
        division = Named(code: deputy.division.key, name: deputy.division.fullName)
        station = Named(code: deputy.station.code, name: deputy.station.name)
        term = deputy.term
    }
}
