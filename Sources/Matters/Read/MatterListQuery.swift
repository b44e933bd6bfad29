import Database
import Directory
import Domain
import Search

/// A list of matters, newest first (overdue ones: longest overdue first), fifty at a time.
///
/// The list of an area is walked in its order and what does not fit is left out. A walk looks at a bounded number of
/// rows, so a rare filter costs the same in a province of ten million: the page is then short and goes on further down.
struct MatterListQuery: Sendable {
    static let limit = 50
    /// Rows looked at for one page, in the area's list and among what the search finds.
    static let walked = 2000
    static let searched = 500

    struct Filters: Hashable, Sendable {
        /// Nil: the widest area the person has.
        var area: DivisionID?
        var state: MatterState?
        var category: Category?
        var isOverdue = false
        /// Only what was registered longer ago than an answer may take, and has none (row 40: 件件有回音).
        var isUnanswered = false
        /// Only what waits for one's own station or organ.
        var isMine = false
        /// Words to look for in the masked texts.
        var words = ""

        /// For the cursor: it fits only the list it was made for.
        var key: String {
            let parts = [area.map(String.init), state?.rawValue, category?.rawValue]
            return (parts.map { $0 ?? "" } + ["\(isOverdue)", "\(isUnanswered)", "\(isMine)", words]).joined(
                separator: "\u{1}")
        }
    }

    struct Row: Hashable, Sendable {
        var number: MatterNumber
        var title: String
        var state: MatterState
        var division: String
        var holder: String?
        var category: Category?
        var registeredAt: Instant
        var dueAt: Instant?
        var isOverdue: Bool
    }

    struct Page: Sendable {
        /// Fifty at most. With rare filters there may be fewer, even none, and still a next page to look further.
        var rows: [Row]
        var next: Position?
        /// The area that was listed.
        var area: Division
        /// When only the unanswered were asked for.
        var answerLimit: AnswerLimit?
    }

    /// Where the next page begins: kept by Web as a signed cursor. The sort key is a due time in the overdue list.
    struct Position: Hashable, Sendable {
        var sortKey: Int64
        var matter: Int64
    }

    var filters: Filters
    var after: Position?

    func run(
        _ db: Transaction, by signed: Principal.Signed, at now: Instant, in installation: Installation
    ) throws -> Page {
        let snapshot = try installation.snapshot(in: db)
        let atlas = snapshot.atlas
        let scope = try Scope(of: signed, area: filters.area, atlas: atlas)
        let limit = filters.isUnanswered ? snapshot.rules(at: scope.area.id, on: Day(of: now)).answerLimit : nil
        let filtering =
            filters.conditions(for: signed)
            + [scope.condition, limit.map { Unanswered(limit: $0).condition }].compactMap(\.self)
        let walk = try ListWalk(
            filters: filters, after: after, area: scope.area, isFiltered: !filtering.isEmpty, now: now, in: db)
        let conditions = [walk.condition] + filtering
        let found = try db.rows(
            """
            SELECT m.number, m.state, m.area, m.holder_station, m.holder_organ, m.category, m.registered_at, m.due_at,
              w.title, m.id, m.sort_key
            FROM \(walk.source) JOIN matter m ON m.id = l.matter JOIN matter_words w ON w.matter = m.id
            WHERE \(conditions.map { "(" + $0 + ")" as SQL }.joined(by: " AND "))
            ORDER BY \(walk.order) LIMIT \(Self.limit + 1)
            """)
        return Page(
            rows: try found.prefix(Self.limit).map { try row($0, atlas, at: now) },
            next: found.count > Self.limit ? try position(found[Self.limit - 1]) : walk.end, area: scope.area,
            answerLimit: limit)
    }

    private func position(_ last: Database.Row) throws -> Position {
        Position(sortKey: filters.isByDueTime ? try last[7] : try last[10], matter: try last[9])
    }

    private func row(_ row: Database.Row, _ atlas: Atlas, at now: Instant) throws -> Row {
        guard let number = MatterNumber(stored: try row[0]), let state = MatterState(rawValue: try row[1]) else {
            throw DatabaseError.corrupt("matter")
        }
        let station: StationID? = try row[3]
        let organ: OrganID? = try row[4]
        let dueAt: Instant? = try row[7]
        return Row(
            number: number, title: try row[8], state: state, division: atlas.fullName(of: try row[2]),
            holder: station.flatMap { atlas.station($0)?.name } ?? organ.flatMap { atlas.organ($0)?.name },
            category: (try row[5] as String?).flatMap(Category.init), registeredAt: try row[6], dueAt: dueAt,
            isOverdue: dueAt.map { now > $0 } ?? false)
    }
}

extension MatterListQuery.Filters {
    /// Overdue and unanswered ones come longest overdue first, but what was searched for always newest first.
    var isByDueTime: Bool { (isOverdue || isUnanswered) && words.isEmpty }

    fileprivate func conditions(for signed: Principal.Signed) -> [SQL] {
        var conditions: [SQL] = []
        if let state { conditions.append("m.state = \(state.rawValue)") }
        if let category { conditions.append("m.category = \(category.rawValue)") }
        if isMine { conditions.append(mine(signed)) }
        return conditions
    }

    private func mine(_ signed: Principal.Signed) -> SQL {
        var organs: [OrganID] = []
        var stations: [StationID] = []
        for grant in signed.grants {
            switch grant.place {
            case .organ(let id): organs.append(id)
            case .station(let id): stations.append(id)
            case .area: continue
            }
        }
        return "m.holder_organ IN \(list: organs) OR m.holder_station IN \(list: stations)"
    }
}
