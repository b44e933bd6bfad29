import Directory
import Domain
import Hummingbird
import Web

/// `/ledger.atom?division=`: what was published of an area; `/s/{code}/feed.atom`: what a station published.
struct FeedPages: Sendable {
    let installation: Installation

    @Sendable func ledger(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        let key = query["division"] ?? query["area"]
        let (installation, since, site) = (installation, today, installation.settings.publicURL)
        return try await installation.database.read { db in
            let area = try installation.snapshot(in: db).atlas.area(key)
            let own = area.parent == nil ? nil : area.key
            return AtomFeed(
                title: "\(area.fullName)公开的事", subtitle: "群众反映过什么，后来怎么样了。只有审核过的摘要。",
                page: Address("/ledger").with("area", own), own: Address("/ledger.atom").with("division", own),
                entries: try FeedQuery.matters(in: area.id, db), since: since, site: site)
        }.response
    }

    @Sendable func station(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let (installation, since, site) = (installation, today, installation.settings.publicURL)
        return try await installation.database.read { db in
            guard let station = try installation.snapshot(in: db).atlas.station(code: code) else { throw NotFound() }
            let entries = try FeedQuery.matters(of: station.id, db) + FeedQuery.posts(of: station, db)
            return AtomFeed(
                title: station.name, subtitle: "公告、动态和公开的事。", page: .station(station.code),
                own: Address(Address.station(station.code).text + "/feed.atom"),
                entries: Array(entries.sorted { $0.updated > $1.updated }.prefix(50)), since: since, site: site)
        }.response
    }

    private var today: Instant { Day(of: installation.now()).start }
}
