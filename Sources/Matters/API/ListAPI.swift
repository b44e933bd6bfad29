import Database
import Directory
import Domain
import Hummingbird
import Web

/// `GET /api/v1/matters?division=&state=&category=&overdue=&unanswered=&mine=&q=&cursor=`: the list that somebody signed in has.
struct ListAPI: Sendable {
    struct Listing: Encodable, Sendable {
        struct Item: Encodable, Sendable {
            var number: String
            var title: String
            var state: String
            var state_name: String
            var division: String
            var holder: String?
            var category: String?
            var registered_at: String
            var due_at: String?
            var is_overdue: Bool
        }

        /// Code of the area that was listed.
        var division: String
        var items: [Item]
        var next_cursor: String?
    }

    let installation: Installation

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> JSONResponse<Listing> {
        let signed = try context.signedIn()
        let query = try FormBody.query(of: request)
        let atlas = try await installation.snapshot().atlas
        let filters = try filters(query, atlas)
        let list = "api matters " + filters.key
        let cursor = try context.cursor(query["cursor"], for: list)
        let now = installation.now()
        let installation = installation
        let page = try await installation.database.read { db in
            let after = cursor.map { MatterListQuery.Position(sortKey: $0.sortKey, matter: $0.id) }
            return try MatterListQuery(filters: filters, after: after).run(db, by: signed, at: now, in: installation)
        }
        let next = page.next.map { context.text(of: Cursor(sortKey: $0.sortKey, id: $0.matter), for: list) }
        return JSONResponse(
            Listing(division: page.area.key, items: page.rows.map(Listing.Item.init), next_cursor: next))
    }

    private func filters(_ query: FormBody, _ atlas: Atlas) throws -> MatterListQuery.Filters {
        var reader = FormReader(query)
        var filters = MatterListQuery.Filters()
        if let key = query["division"], !key.isEmpty { filters.area = try atlas.area(key).id }
        filters.state = reader.choice("state", "状态", isRequired: false)
        filters.category = reader.choice("category", "类别", isRequired: false)
        filters.isOverdue = reader.truth("overdue", "是否只看超期")
        filters.isUnanswered = reader.truth("unanswered", "是否只看超过期限没有答复群众的")
        filters.isMine = reader.truth("mine", "是否只看等我办的")
        filters.words = reader.text("q", "要找的词", most: 100, isRequired: false)
        try reader.finish()
        return filters
    }
}

extension ListAPI.Listing.Item {
    init(_ row: MatterListQuery.Row) {
        self.init(
            number: row.number.text, title: row.title, state: row.state.rawValue,
            state_name: StateWords.label(row.state), division: row.division, holder: row.holder,
            category: row.category?.rawValue, registered_at: row.registeredAt.rfc3339, due_at: row.dueAt?.rfc3339,
            is_overdue: row.isOverdue)
    }
}

extension FormReader {
    /// `true` or `false` in an address; nothing is false.
    fileprivate mutating func truth(_ name: String, _ label: String) -> Bool {
        switch form[name] {
        case "true": return true
        case "false", nil: return false
        default:
            add(name, "\(label)请写 true 或 false")
            return false
        }
    }
}
