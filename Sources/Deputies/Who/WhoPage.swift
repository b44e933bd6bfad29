import Directory
import Domain
import Hummingbird
import Web

/// `/who`: 谁是我的代表, by the place one belongs to, wherever one is just now.
struct WhoPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        let installation = installation
        let asked = WhoQuery(
            area: query["area"], words: TypedText.sought(query["q"]), now: installation.now())
        let found = try await installation.database.read { db in try asked.run(db, in: installation) }
        let view = WhoView(found: found, parts: context.parts(), human: context.site.human)
        return context.page(PageFrame("谁是我的代表", caching: .open(seconds: 60)), view.html)
    }
}
