import Directory
import Domain
import Hummingbird
import Web

/// `/m/{number}`: what is public of one matter. What was not published is not found, like what does not exist.
struct PublicMatterPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let number = MatterNumber(try context.part("number")) else { throw NotFound() }
        let installation = installation
        let (shown, photos) = try await installation.database.read { db in
            (
                try PublicMatterQuery.run(db, number, in: installation),
                try PublicPhotos(number, in: db, keys: installation.keys)
            )
        }
        let hasSupported = try FormBody.query(of: request)["supported"] != nil
        let view = PublicMatterView(
            shown: shown, today: Day(of: installation.now()), hasSupported: hasSupported, parts: context.parts(),
            human: context.site.human, photos: photos)
        return context.page(PageFrame(shown.title), view.html)
    }
}
