import Database
import Directory
import Domain
import Search

/// The part of an area's list that one page looks at: in order, bounded, and where it ended.
struct ListWalk {
    /// A table or subquery `l` with the column `matter`.
    let source: SQL
    let condition: SQL
    let order: SQL
    /// Where to look further when the page is not full; nil when the list ended.
    let end: MatterListQuery.Position?

    /// Where nothing is left out, a page looks at no more than it shows.
    init(
        filters: MatterListQuery.Filters, after: MatterListQuery.Position?, area listed: Division, isFiltered: Bool,
        now: Instant, in db: Transaction
    ) throws {
        let area = listed.id
        let shown = MatterListQuery.limit + 1
        let depth = isFiltered ? MatterListQuery.walked : shown
        if let number = MatterNumber(filters.words) {
            self = ListWalk(number: number, area: area)
        } else if !filters.words.isEmpty {
            let most = isFiltered || filters.isOverdue ? MatterListQuery.searched : shown
            // Whatever is listed is listed in the whole province.
            let part = listed.parent == nil ? nil : area
            self = try ListWalk(words: filters, after: after, area: part, most: most, now: now, in: db)
        } else if filters.isByDueTime {
            let before = filters.isOverdue ? now : Instant(ms: .max)
            self = try ListWalk(dueIn: area, before: before, after: after, depth: depth, in: db)
        } else {
            self = try ListWalk(newestIn: area, after: after, depth: depth, in: db)
        }
    }

    private init(source: SQL, condition: SQL = "1 = 1", order: SQL, end: MatterListQuery.Position?) {
        self.source = source
        self.condition = condition
        self.order = order
        self.end = end
    }

    /// Somebody who typed a number has a slip in the hand or a caller on the line.
    private init(number: MatterNumber, area: DivisionID) {
        self.init(
            source: """
                (SELECT a.sort_key, a.matter FROM matter n JOIN matter_area a ON a.area = \(area) AND a.sort_key = n.sort_key
                WHERE n.number = \(number.text)) l
                """,
            order: "l.sort_key DESC", end: nil)
    }

    private init(
        newestIn area: DivisionID, after: MatterListQuery.Position?, depth: Int, in db: Transaction
    ) throws {
        let rows: SQL = """
            SELECT sort_key, matter FROM matter_area WHERE area = \(area) AND sort_key < \(after?.sortKey ?? .max)
            ORDER BY sort_key DESC
            """
        let last = try db.row(rows + " LIMIT 1 OFFSET \(depth - 1)")
        self.init(
            source: "(" + rows + " LIMIT \(depth)) l", order: "l.sort_key DESC",
            end: try last.map { MatterListQuery.Position(sortKey: try $0[0], matter: try $0[1]) })
    }

    /// What is open, by the end of the earliest clock, the longest overdue first.
    private init(
        dueIn area: DivisionID, before: Instant, after: MatterListQuery.Position?, depth: Int, in db: Transaction
    ) throws {
        let from = after ?? MatterListQuery.Position(sortKey: .min, matter: .min)
        let rows: SQL = """
            SELECT due_at, matter FROM matter_due
            WHERE area = \(area) AND (due_at, matter) > (\(from.sortKey), \(from.matter)) AND due_at < \(before)
            ORDER BY due_at, matter
            """
        let last = try db.row(rows + " LIMIT 1 OFFSET \(depth - 1)")
        self.init(
            source: "(" + rows + " LIMIT \(depth)) l", order: "l.due_at, l.matter",
            end: try last.map { MatterListQuery.Position(sortKey: try $0[0], matter: try $0[1]) })
    }

    /// What the search finds, newest first; other filters apply to what was found.
    private init(
        words filters: MatterListQuery.Filters, after: MatterListQuery.Position?, area: DivisionID?, most: Int,
        now: Instant, in db: Transaction
    ) throws {
        let found = try SearchIndex.find(
            query: filters.words, area: area, before: after?.sortKey, limit: most, in: db)
        self.init(
            source: "(SELECT sort_key, id AS matter FROM matter WHERE sort_key IN \(list: found)) l",
            condition: filters.isOverdue ? "m.due_at < \(now)" : "1 = 1", order: "l.sort_key DESC",
            end: found.count < most ? nil : found.last.map { MatterListQuery.Position(sortKey: $0, matter: 0) })
    }
}
