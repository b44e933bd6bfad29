import Directory
import Domain
import Hummingbird
import Web

/// `GET /deputies`: 找人大代表, by name, by place, or all of a station.
struct FindPage: Sendable {
    struct Found: Sendable {
        var name: String
        var place: String
        var area: Division
        var station: Station?
        /// Nothing was asked yet.
        var isBlank: Bool
        /// Several places bear the typed name (城区 exists twice).
        var places: [Division]
        var deputies: [FoundDeputy]
        var next: Cursor?
        var isFirst: Bool
    }

    private struct Asked: Sendable {
        var name: String
        var place: String
        var area: String
        var station: String

        init(_ query: FormBody) {
            name = TypedText.sought(query["name"])
            place = TypedText.sought(query["place"])
            area = query["area"] ?? ""
            station = query["station"] ?? ""
        }

        var list: String { "deputies \(name) \(place) \(area) \(station)" }
        var isBlank: Bool { name.isEmpty && place.isEmpty && area.isEmpty && station.isEmpty }
    }

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        let asked = Asked(query)
        let cursor = try context.cursor(query["after"], for: asked.list)
        let found = try await find(asked, after: cursor)
        let next = found.next.map { context.text(of: $0, for: asked.list) }
        let view = FindView(found: found, parts: context.parts(), next: next)
        return context.page(PageFrame("找人大代表", caching: .open(seconds: 60), isWide: true), view.html)
    }

    private func find(_ asked: Asked, after cursor: Cursor?) async throws -> Found {
        let installation = installation
        return try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let station = asked.station.isEmpty ? nil : atlas.station(code: asked.station)
            guard asked.station.isEmpty || station != nil else { throw NotFound() }
            var found = Found(
                name: asked.name, place: asked.place, area: try atlas.area(asked.area), station: station,
                isBlank: asked.isBlank,
                places: [], deputies: [], isFirst: cursor == nil)
            if asked.area.isEmpty, !asked.place.isEmpty {
                found.places = Self.places(asked.place, atlas)
                guard found.places.count == 1 else { return found }
                found.area = found.places[0]
            }
            if asked.isBlank { return found }
            let search = DeputySearch(name: asked.name, area: found.area, station: station)
            (found.deputies, found.next) = try search.page(after: cursor, atlas: atlas, in: db)
            return found
        }
    }

    /// What is called exactly so, else everything of which the words are a part.
    private static func places(_ words: String, _ atlas: Atlas) -> [Division] {
        let found = atlas.divisions(matching: words)
        let exact = found.filter { $0.name == words || $0.fullName == words }
        return exact.isEmpty ? found : exact
    }
}
