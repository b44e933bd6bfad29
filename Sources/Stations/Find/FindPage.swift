import Directory
import Domain
import Hummingbird
import Web

/// `GET /stations`: 找联络站, by area one level at a time, or by typed words.
struct FindPage: Sendable {
    private static let limit = 50

    /// What the page shows.
    struct Found: Sendable {
        var area: Division
        /// From the province down to the area.
        var path: [Division]
        var children: [Division]
        var words: String
        var stations: [FoundStation]
        var standIns: [(place: Division, station: Station)]
        /// More than one page could hold, and no area near enough: choose further instead.
        var isTooWide: Bool
        var today: Day
        var next: Cursor?
        var isFirst: Bool
    }

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        let words = TypedText.sought(query["q"])
        let list = Self.list(area: query["area"] ?? "", words: words)
        let cursor = try context.cursor(query["after"], for: list)
        let found = try await find(area: query["area"], words: words, after: cursor)
        let next = found.next.map { context.text(of: $0, for: list) }
        let view = FindView(found: found, parts: context.parts(), next: next)
        return context.page(PageFrame("找联络站", caching: .open(seconds: 60)), view.html)
    }

    /// What a cursor belongs to.
    static func list(area: String, words: String) -> String { "stations \(area) \(words)" }

    private func find(area key: String?, words: String, after cursor: Cursor?) async throws -> Found {
        let now = installation.now()
        let installation = installation
        return try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let area = try atlas.area(key)
            let search = StationSearch(atlas: atlas, area: area, words: words)
            // A city has hundreds; its own station and the next choice say more than a long list.
            let isTooWide = words.isEmpty && area.level > .county
            let stations = isTooWide ? atlas.stations(in: area.id).filter { $0.status == .open } : search.stations
            let after = cursor.map { (Int($0.sortKey), $0.id) }
            let page = StationSearch.page(stations, after: after, limit: Self.limit)
            return Found(
                area: area, path: atlas.lineage(of: area.id).reversed(), children: atlas.children(of: area.id),
                words: words,
                stations: try FoundStations.complete(page.shown, atlas: atlas, today: Day(of: now), in: db),
                standIns: stations.isEmpty ? search.standIns(at: now) : [], isTooWide: isTooWide, today: Day(of: now),
                next: page.next.map { Cursor(sortKey: Int64($0.index), id: $0.station) }, isFirst: cursor == nil)
        }
    }
}
