import Directory
import Domain
import Hummingbird
import Web

/// `GET /overview`: what is late below an office, and why, on one screen.
struct OverviewPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let key = try FormBody.query(of: request)["area"] ?? ""
        let now = installation.now()
        let installation = installation
        let (overview, path) = try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let tops = Self.tops(of: signed, atlas: atlas)
            guard let widest = tops.first else { throw NotFound() }
            let area = key.isEmpty ? widest : try atlas.area(key)
            guard let top = tops.first(where: { atlas.isWithin(area.id, $0.id) }) else { throw NotFound() }
            let overview = try OverviewQuery(atlas: atlas, keys: installation.keys, now: now).run(db, area)
            let lineage = atlas.lineage(of: area.id)
            let path = lineage[...(lineage.firstIndex { $0.id == top.id } ?? 0)].reversed()
            return (overview, Array(path))
        }
        let view = OverviewView(overview: overview, path: path, today: Day(of: now))
        return context.page(PageFrame("全局：" + overview.area.name, for: .staff, isWide: true), view.html)
    }

    /// The areas an office answers for, widest first; nobody else looks over others.
    private static func tops(of signed: Principal.Signed, atlas: Atlas) -> [Division] {
        signed.grants.filter { grant in
            switch grant.role {
            case .assigningOffice, .auditor: true
            case .stationHead, .stationClerk, .deputy, .liaisonOfficer, .distributor, .handler, .petitionOffice,
                .systemAdmin, .securityAdmin:
                false
            }
        }
        .compactMap { atlas.division($0.division) }.sorted { $0.level > $1.level }
    }
}
