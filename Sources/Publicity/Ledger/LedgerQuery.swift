import Database
import Directory
import Domain
import Search

/// The newest published summaries of an area: one index read in each of its rows, as cheap for the province as for a
/// street, whatever is chosen.
struct LedgerQuery: Sendable {
    static let limit = 50

    struct Entry: Sendable {
        let number: MatterNumber
        let title: String
        let summary: String
        let answer: String
        let publisher: String
        let publishedAt: Instant
        let division: String
        let state: PublicState
        let category: Category?
        let registeredOn: Day
        let supports: Int
    }

    struct Position: Sendable {
        let sortKey: Int64
        let matter: MatterID
    }

    struct Found: Sendable {
        let area: Division
        /// From the province down to the area.
        let path: [Division]
        let children: [Division]
        let entries: [Entry]
        let next: Position?
    }

    let filter: LedgerFilter
    let after: Int64?
    var limit = Self.limit

    func run(_ db: Transaction, in installation: Installation) throws -> Found {
        try run(db, installation.snapshot(in: db).atlas)
    }

    func run(_ db: Transaction, _ atlas: Atlas) throws -> Found {
        let area = try atlas.area(filter.area)
        let (entries, next) =
            filter.words.isEmpty ? try listed(in: area, atlas, db) : try sought(in: area, atlas, db)
        return Found(
            area: area, path: atlas.lineage(of: area.id).reversed(), children: atlas.children(of: area.id),
            entries: entries, next: next)
    }

    /// Sort keys begin with the moment of registration, so a period is a stretch of the list.
    private var bounds: Range<Int64> {
        let first = filter.period.map { $0.moments.lowerBound.ms << 20 } ?? LedgerEntries.lowest
        let end = filter.period.map { $0.moments.upperBound.ms << 20 } ?? .max
        let before = min(end, after ?? .max)
        return first..<max(first, before)
    }

    private func listed(in area: Division, _ atlas: Atlas, _ db: Transaction) throws -> ([Entry], Position?) {
        let list: SQL =
            filter.category == nil && filter.progress == nil
            ? "publication_area a WHERE a.area = \(area.id)"
            : """
            publication_list a WHERE a.area = \(area.id) AND a.category = \(filter.category?.rawValue ?? "")
              AND a.progress = \(filter.progress?.rawValue ?? "")
            """
        let rows = try db.rows(
            """
            SELECT \(LedgerEntries.columns)
            FROM (SELECT a.sort_key, a.matter FROM \(list)
              AND a.sort_key >= \(bounds.lowerBound) AND a.sort_key < \(bounds.upperBound)
              ORDER BY a.sort_key DESC LIMIT \(limit + 1)) l
            JOIN publication p ON p.matter = l.matter JOIN matter m ON m.id = l.matter
            ORDER BY l.sort_key DESC
            """)
        let shown = rows.prefix(limit)
        let last = rows.count > limit ? shown.last : nil
        return (try shown.map { try LedgerEntries.entry($0, atlas) }, try last.map(LedgerEntries.position))
    }

    /// In the published words only. What is found is looked through in bounded steps; a rare choice may bring a short page
    /// that goes on.
    private func sought(in area: Division, _ atlas: Atlas, _ db: Transaction) throws -> ([Entry], Position?) {
        var entries: [Entry] = []
        var before = bounds.upperBound
        for _ in 0..<LedgerEntries.mostSteps {
            let found = try SearchIndex.find(
                query: filter.words, area: area.parent == nil ? nil : area.id, before: before == .max ? nil : before,
                limit: LedgerEntries.step, on: .published, in: db)
            let inside = found.filter { $0 >= bounds.lowerBound }
            let rows = try inside.isEmpty ? [] : matching(inside, db)
            for row in rows {
                // One more than fits: the page ends with the last that is shown.
                if entries.count == limit { return (entries, Position(sortKey: before, matter: 0)) }
                entries.append(try LedgerEntries.entry(row, atlas))
                before = try row[0]
            }
            guard found.count == LedgerEntries.step, let last = found.last, last >= bounds.lowerBound else {
                return (entries, nil)
            }
            before = last
        }
        return (entries, Position(sortKey: before, matter: 0))
    }

    private func matching(_ sortKeys: [Int64], _ db: Transaction) throws -> [Row] {
        var conditions: SQL = ""
        if let category = filter.category { conditions += " AND p.category = \(category.rawValue)" }
        if let progress = filter.progress { conditions += " AND p.progress = \(progress.rawValue)" }
        return try db.rows(
            """
            SELECT \(LedgerEntries.columns)
            FROM matter l JOIN publication p ON p.matter = l.id JOIN matter m ON m.id = l.id
            WHERE l.sort_key IN \(list: sortKeys) \(conditions)
            ORDER BY l.sort_key DESC
            """)
    }
}

/// How a row of published words is read.
enum LedgerEntries {
    /// What stations wrote stands in the same search, under numbers far below any moment of registration.
    static let lowest: Int64 = 1 << 52
    static let step = 200
    static let mostSteps = 2

    static let columns: SQL = """
        l.sort_key, m.id, m.number, p.title, m.area, m.state, m.holder_organ, m.holder_station, p.category,
          m.registered_at, m.station, (SELECT count(*) FROM matter_support s WHERE s.matter = m.id), p.progress,
          p.summary, p.answer, p.publisher_name, p.published_at
        """

    static func position(_ row: Row) throws -> LedgerQuery.Position {
        LedgerQuery.Position(sortKey: try row[0], matter: try row[1])
    }

    static func entry(_ row: Row, _ atlas: Atlas) throws -> LedgerQuery.Entry {
        guard let number = MatterNumber(stored: try row[2]), let state = MatterState(rawValue: try row[5]),
            let progress = Progress(rawValue: try row[12])
        else { throw DatabaseError.corrupt("matter") }
        let holder = PublicHolder(organ: try row[6], station: try row[7], own: try row[10])
        return LedgerQuery.Entry(
            number: number, title: try row[3], summary: try row[13], answer: try row[14], publisher: try row[15],
            publishedAt: try row[16], division: atlas.fullName(of: try row[4]),
            state: PublicState(state: state, progress: progress, holder: holder.name(in: atlas)),
            category: Category(rawValue: try row[8]), registeredOn: Day(of: try row[9]), supports: try row[11])
    }
}

/// Who has a matter, or the station that speaks with the reporter where nobody has it any more.
struct PublicHolder: Sendable {
    let organ: OrganID?
    let station: StationID?
    let own: StationID

    func name(in atlas: Atlas) -> String {
        organ.flatMap { atlas.organ($0)?.name } ?? atlas.station(station ?? own)?.name ?? "联络站"
    }
}
