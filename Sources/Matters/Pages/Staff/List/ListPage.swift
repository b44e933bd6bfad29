import Directory
import Domain
import Hummingbird
import Web

/// `GET /matters`: what one may see of an area, newest first, by filters that stand in the address.
struct ListPage: Sendable {
    /// What the page shows.
    struct Listed: Sendable {
        var typed: ListFilter
        var page: MatterListQuery.Page
        /// From the widest area one has down to the one listed, and the areas below it.
        var path: [Division]
        var below: [Division]
        var calendar: WorkCalendar
        var today: Day
        var isFirst: Bool
    }

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let query = try FormBody.query(of: request)
        let typed = ListFilter(query)
        let cursor = try context.cursor(query["after"], for: typed.list)
        let now = installation.now()
        let installation = installation
        let listed = try await installation.database.read { db in
            let snapshot = try installation.snapshot(in: db)
            let atlas = snapshot.atlas
            let areas = Scope.areas(of: signed, atlas: atlas)
            let filters = try typed.filters(atlas: atlas)
            let after = cursor.map { MatterListQuery.Position(sortKey: $0.sortKey, matter: $0.id) }
            let page = try MatterListQuery(filters: filters, after: after)
                .run(db, by: signed, at: now, in: installation)
            return Listed(
                typed: typed, page: page, path: Self.path(to: page.area, from: areas, atlas: atlas),
                below: atlas.children(of: page.area.id), calendar: snapshot.calendar, today: Day(of: now),
                isFirst: cursor == nil)
        }
        let next = listed.page.next.map {
            context.text(of: Cursor(sortKey: $0.sortKey, id: $0.matter), for: typed.list)
        }
        let view = ListView(listed: listed, parts: context.parts(), next: next)
        return context.page(PageFrame("事项", for: .staff, isWide: true), view.html)
    }

    /// The way back up ends where the person's own area ends.
    private static func path(to area: Division, from areas: [Division], atlas: Atlas) -> [Division] {
        let lineage = atlas.lineage(of: area.id)
        guard let top = lineage.lastIndex(where: { place in areas.contains { $0.id == place.id } }) else {
            return [area]
        }
        return lineage[...top].reversed()
    }
}

/// The filters as they stand in the address; what is unknown there is left out.
struct ListFilter: Sendable {
    var area: String
    var state: MatterState?
    var category: Category?
    var isOverdue: Bool
    var isUnanswered: Bool
    var isMine: Bool
    var words: String

    init(_ query: FormBody) {
        area = query["area"] ?? ""
        state = query["state"].flatMap(MatterState.init)
        category = query["category"].flatMap(Category.init)
        isOverdue = query["overdue"]?.isEmpty == false
        isUnanswered = query["unanswered"]?.isEmpty == false
        isMine = query["mine"]?.isEmpty == false
        words = TypedText.sought(query["q"])
    }

    func filters(atlas: Atlas) throws(NotFound) -> MatterListQuery.Filters {
        var filters = MatterListQuery.Filters()
        filters.area = area.isEmpty ? nil : try atlas.area(area).id
        filters.state = state
        filters.category = category
        filters.isOverdue = isOverdue
        filters.isUnanswered = isUnanswered
        filters.isMine = isMine
        filters.words = words
        return filters
    }

    /// The first page's address; it can be sent to a colleague.
    var address: Address {
        Address("/matters").with("area", area).with("state", state?.rawValue).with("category", category?.rawValue)
            .with("overdue", isOverdue ? "yes" : nil)
            .with("unanswered", isUnanswered ? "yes" : nil).with("mine", isMine ? "yes" : nil).with("q", words)
    }

    /// What a cursor belongs to.
    var list: String { address.text }

    var isEmpty: Bool {
        state == nil && category == nil && !isOverdue && !isUnanswered && !isMine && words.isEmpty
    }
}
