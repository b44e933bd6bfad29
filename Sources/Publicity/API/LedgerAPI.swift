import Directory
import Domain
import Hummingbird
import Web

/// `GET /api/v1/ledger?division=&cursor=`: what the ledger's page shows, for programs.
struct LedgerAPI: Sendable {
    struct Listing: Encodable, Sendable {
        var items: [Item]
        var next_cursor: String?
    }

    struct Item: Encodable, Sendable {
        var number: String
        var title: String
        var division: String
        var state: String
        var category: String?
        var registered_on: String
        var supports: Int

        init(_ entry: LedgerQuery.Entry) {
            number = entry.number.text
            title = entry.title
            division = entry.division
            state = entry.state.state.rawValue
            category = entry.category?.rawValue
            registered_on = entry.registeredOn.iso
            supports = entry.supports
        }
    }

    let installation: Installation

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> JSONResponse<Listing> {
        let query = try FormBody.query(of: request)
        let area = query["division"]
        let filter = LedgerFilter(area: area)
        let list = "api " + filter.list
        let cursor = try context.cursor(query["cursor"], for: list)
        let installation = installation
        let found = try await installation.database.read { db in
            try LedgerQuery(filter: filter, after: cursor?.sortKey).run(db, in: installation)
        }
        let next = found.next.map { context.text(of: Cursor(sortKey: $0.sortKey, id: $0.matter), for: list) }
        return JSONResponse(Listing(items: found.entries.map(Item.init), next_cursor: next))
    }
}
