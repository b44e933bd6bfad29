import Directory
import Domain
import Hummingbird
import Web

/// `/search?q=`: everything public in one place.
struct SearchPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let words = TypedText.sought(try FormBody.query(of: request)["q"])
        let installation = installation
        let found = try await installation.database.read { db in
            try SearchQuery(words: words).run(db, in: installation)
        }
        let view = SearchView(
            found: found, words: words, today: Day(of: installation.now()), parts: context.parts())
        let title = words.isEmpty ? "查找" : "查找“\(words)”"
        return context.page(PageFrame(title, caching: .open(seconds: 60)), view.html)
    }
}
