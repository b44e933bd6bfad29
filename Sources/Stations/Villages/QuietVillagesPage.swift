import Database
import Directory
import Domain
import Hummingbird
import Web

/// `/villages`: for an office the villages of its area that have been quiet: no opinion and no visit (row 30).
struct QuietVillagesPage: Sendable {
    private static let most = 200

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        guard let grant = signed.grants.first(where: { $0.role == .assigningOffice }) else {
            throw Refusal(.forbidden, code: "offices-only", "这一页只有人大交办机关能看。")
        }
        let today = Day(of: installation.now())
        let installation = installation
        let (quiet, found, unlisted, atlas) = try await installation.database.read { db in
            let snapshot = try installation.snapshot(in: db)
            let quiet = QuietSpan(snapshot.rules(at: grant.division, on: today), today)
            let found = try VillageTable.quiet(in: grant.division, since: quiet.since, limit: Self.most, in: db)
            let stations = snapshot.atlas.stations(within: grant.division).map(\.id)
            return (quiet, found, try VillageTable.withoutList(among: stations, in: db), snapshot.atlas)
        }
        let columns = ["联络站", "村、社区", "最近一次反映", "最近一次走访"].map { Table.Column($0) }
        let rows: [[HTML]] = found.map { station, village in
            [
                "\(atlas.station(station)?.name)", "\(village.name)", Self.day(village.lastOpinionOn, today),
                Self.day(village.lastVisitOn, today),
            ]
        }
        let body: HTML = """
            <h1>好久没有声音的村和社区</h1>
            <p class="lead">\(atlas.fullName(of: grant.division))：\(quiet.months) 个月里没有人反映、也没有代表走访的，列在这里。</p>
            \(found.isEmpty
                ? Notice.empty("没有这样的村和社区", "名单由各联络站的联络员写。")
                : Table("要去走一走的地方", columns, rows: rows).html)
            \(if: unlisted > 0, "<p>还有 \(unlisted) 个联络站没有写村和社区的名单，它们的村这里看不到。</p>")
            """
        return context.page(PageFrame("好久没有声音的村和社区", for: .staff, isWide: true), body)
    }

    private static func day(_ day: Day?, _ today: Day) -> HTML { day.map { "\($0.chinese(from: today))" } ?? "还没有" }
}
