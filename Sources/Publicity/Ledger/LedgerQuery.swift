import Database
import Directory
import Domain

/// The newest published summaries of an area: one index read in each of its rows, as cheap for the province as for a
/// street.
struct LedgerQuery: Sendable {
    static let limit = 50

    struct Entry: Sendable {
        let number: MatterNumber
        let title: String
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

    let area: String?
    let after: Int64?

    func run(_ db: Transaction, in installation: Installation) throws -> Found {
        let atlas = try installation.snapshot(in: db).atlas
        let area = try atlas.area(area)
        let before: SQL = after.map { "AND a.sort_key < \($0)" } ?? ""
        let rows = try db.rows(
            """
            SELECT a.sort_key, a.matter, m.number, p.title, m.area, m.state, m.holder_organ, m.holder_station,
              m.category, m.registered_at, m.station,
              (SELECT count(*) FROM matter_support s WHERE s.matter = a.matter)
            FROM publication_area a JOIN publication p ON p.matter = a.matter JOIN matter m ON m.id = a.matter
            WHERE a.area = \(area.id) \(before)
            ORDER BY a.sort_key DESC LIMIT \(Self.limit + 1)
            """)
        let shown = rows.prefix(Self.limit)
        let last = rows.count > Self.limit ? shown.last : nil
        return Found(
            area: area, path: atlas.lineage(of: area.id).reversed(), children: atlas.children(of: area.id),
            entries: try shown.map { try Self.entry($0, atlas) },
            next: try last.map { Position(sortKey: try $0[0], matter: try $0[1]) })
    }

    private static func entry(_ row: Row, _ atlas: Atlas) throws -> Entry {
        guard let number = MatterNumber(stored: try row[2]), let state = MatterState(rawValue: try row[5]) else {
            throw DatabaseError.corrupt("matter")
        }
        let holder = PublicHolder(organ: try row[6], station: try row[7], own: try row[10])
        return Entry(
            number: number, title: try row[3], division: atlas.fullName(of: try row[4]),
            state: PublicState(state: state, holder: holder.name(in: atlas)),
            category: (try row[8] as String?).flatMap(Category.init), registeredOn: Day(of: Instant(ms: try row[9])),
            supports: try row[11])
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
