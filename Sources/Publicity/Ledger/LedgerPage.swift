import Directory
import Domain
import Hummingbird
import Web

/// `/ledger`: 公开台账, newest first.
struct LedgerPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let filter = LedgerFilter(try FormBody.query(of: request))
        let cursor = try context.cursor(FormBody.query(of: request)["after"], for: filter.list)
        let installation = installation
        let found = try await installation.database.read { db in
            try LedgerQuery(filter: filter, after: cursor?.sortKey).run(db, in: installation)
        }
        let next = found.next.map { context.text(of: Cursor(sortKey: $0.sortKey, id: $0.matter), for: filter.list) }
        let view = LedgerView(
            found: found, filter: filter, today: Day(of: installation.now()), next: next, isFirst: cursor == nil,
            parts: context.parts())
        var frame = PageFrame("公开台账", caching: .open(seconds: 60), isWide: true)
        frame.feed = PageFrame.Feed("\(found.area.name)公开的事", view.feed)
        return context.page(frame, view.html)
    }
}
