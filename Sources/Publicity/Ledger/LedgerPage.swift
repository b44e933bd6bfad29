import Directory
import Domain
import Hummingbird
import Web

/// `/ledger`: 公开台账, newest first.
struct LedgerPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        let area = query["area"]
        let list = Self.list(area)
        let cursor = try context.cursor(query["after"], for: list)
        let installation = installation
        let found = try await installation.database.read { db in
            try LedgerQuery(area: area, after: cursor?.sortKey).run(db, in: installation)
        }
        let next = found.next.map { context.text(of: Cursor(sortKey: $0.sortKey, id: $0.matter), for: list) }
        let view = LedgerView(
            found: found, today: Day(of: installation.now()), next: next, isFirst: cursor == nil,
            parts: context.parts())
        return context.page(PageFrame("公开台账", caching: .open(seconds: 60), isWide: true), view.html)
    }

    /// What a cursor belongs to.
    static func list(_ area: String?) -> String { "ledger \(area ?? "")" }
}
