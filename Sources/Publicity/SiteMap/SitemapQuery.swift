import Database
import Directory
import Domain
import Web

/// The addresses of everything public, for search engines: all in one list while they are few, else an index of lists
/// by area and by month, each read from the start of an index of its own.
struct SitemapQuery: Sendable {
    /// What one list holds (the protocol allows 50,000); above this there is an index of lists.
    static let most = 5000

    enum Part: Hashable, Sendable {
        case all
        case stations
        /// Deputies at the stations of a county or of an area above it, by the area's key.
        case deputies(String)
        /// Published matters registered in a month.
        case matters(Period)
    }

    /// A list of pages, or of further lists.
    enum Map: Sendable {
        case pages([String])
        case lists([Address])
    }

    let part: Part

    func run(_ db: Transaction, in installation: Installation) throws -> Map {
        let atlas = try installation.snapshot(in: db).atlas
        guard let root = atlas.root else { return .pages([]) }
        switch part {
        case .stations: return .pages(stations(atlas, root))
        case .deputies(let key):
            guard let area = atlas.division(key: key) else { throw NotFound() }
            return .pages(try deputies(of: places(area, atlas), most: 50_000, db))
        case .matters(let period): return .pages(try matters(root, period, most: 50_000, db))
        case .all: return try whole(atlas, root, db)
        }
    }

    private func whole(_ atlas: Atlas, _ root: Division, _ db: Transaction) throws -> Map {
        let stations = stations(atlas, root)
        // A province has more deputies than fit anyway; a county's are counted by reading them.
        if stations.count <= 100 {
            let ids = atlas.stations(within: root.id).filter { $0.status == .open }.map(\.id)
            let deputies = try deputies(of: ids, most: Self.most + 1, db)
            let matters = try matters(root, nil, most: Self.most + 1, db)
            let pages = Self.fixed + stations + deputies + matters
            if pages.count <= Self.most { return .pages(pages) }
        }
        let base = Address("/sitemap.xml")
        let areas = atlas.subtree(of: root.id).filter { $0.level >= .county }
        let months = try months(root, db)
        return .lists(
            [base.with("part", "stations")]
                + areas.map { base.with("part", "deputies").with("area", $0.key) }
                + months.map { base.with("part", "matters").with("month", $0.code) })
    }

    private static let fixed = ["/", "/ledger", "/results", "/stations", "/deputies", "/who"]

    private func stations(_ atlas: Atlas, _ root: Division) -> [String] {
        atlas.stations(within: root.id).filter { $0.status == .open }.map { Address.station($0.code).text }
    }

    /// A county's stations with those of its streets; of a larger area only its own.
    private func places(_ area: Division, _ atlas: Atlas) -> [StationID] {
        let stations = area.level == .county ? atlas.stations(within: area.id) : atlas.stations(in: area.id)
        return stations.filter { $0.status == .open }.map(\.id)
    }

    private func deputies(of stations: [StationID], most: Int, _ db: Transaction) throws -> [String] {
        guard !stations.isEmpty else { return [] }
        return try db.rows(
            """
            SELECT card FROM mandate
            WHERE home_station IN \(list: stations) AND status = 'active' AND card IS NOT NULL LIMIT \(most)
            """
        ).map { Address.deputy(card: try $0[0]).text }
    }

    private func matters(_ root: Division, _ period: Period?, most: Int, _ db: Transaction) throws -> [String] {
        let first = period.map { $0.moments.lowerBound.ms << 20 } ?? 0
        let end = period.map { $0.moments.upperBound.ms << 20 } ?? .max
        return try db.rows(
            """
            SELECT m.number FROM publication_area a JOIN matter m ON m.id = a.matter
            WHERE a.area = \(root.id) AND a.sort_key >= \(first) AND a.sort_key < \(end)
            ORDER BY a.sort_key DESC LIMIT \(most)
            """
        ).map { "/m/" + (try $0[0] as String) }
    }

    /// From the newest published matter back to the oldest.
    private func months(_ root: Division, _ db: Transaction) throws -> [Period] {
        let ends = try ["DESC", "ASC"].map { order -> Int64? in
            let by: SQL = order == "DESC" ? "DESC" : "ASC"
            return try db.value(
                "SELECT sort_key FROM publication_area WHERE area = \(root.id) ORDER BY sort_key \(by) LIMIT 1")
        }
        guard let newest = ends[0], let oldest = ends[1] else { return [] }
        let (last, first) = (SitemapQuery.month(newest), SitemapQuery.month(oldest))
        return (first...last).reversed().map { Period(year: $0 / 12, part: .month($0 % 12 + 1)) }
    }

    private static func month(_ sortKey: Int64) -> Int {
        let (year, month, _) = Day(of: Instant(ms: sortKey >> 20)).civil
        return year * 12 + month - 1
    }
}
