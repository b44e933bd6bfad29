import Database
import Directory
import Domain
import Search

/// One question to everything that is public: matters, stations, deputies, and what stations wrote.
struct SearchQuery: Sendable {
    static let few = 10

    struct Post: Sendable {
        let id: Int64
        let title: String
        let body: String
        let station: Station
        let publishedOn: Day
    }

    struct Deputy: Sendable {
        let name: String
        let card: String?
        let congress: String
        let station: Station
    }

    struct Found: Sendable {
        var matters: [LedgerQuery.Entry] = []
        var hasMoreMatters = false
        var stations: [Station] = []
        var hasMoreStations = false
        var deputies: [Deputy] = []
        var posts: [Post] = []
        /// A number as it stands on a slip.
        var number: MatterNumber?
        var isNumberPublic = false

        var isEmpty: Bool {
            matters.isEmpty && stations.isEmpty && deputies.isEmpty && posts.isEmpty && number == nil
        }
    }

    let words: String

    func run(_ db: Transaction, in installation: Installation) throws -> Found {
        var found = Found()
        guard !words.isEmpty else { return found }
        let atlas = try installation.snapshot(in: db).atlas
        if let number = MatterNumber(words) {
            found.number = number
            found.isNumberPublic = try isPublic(number, db)
            return found
        }
        var filter = LedgerFilter(area: nil)
        filter.words = words
        let matters = try LedgerQuery(filter: filter, after: nil, limit: Self.few).run(db, atlas)
        found.matters = matters.entries
        found.hasMoreMatters = matters.next != nil
        let stations = stations(atlas)
        found.stations = Array(stations.prefix(Self.few))
        found.hasMoreStations = stations.count > Self.few
        found.deputies = try deputies(atlas, db)
        found.posts = try posts(atlas, db)
        return found
    }

    private func isPublic(_ number: MatterNumber, _ db: Transaction) throws -> Bool {
        try db.row(
            "SELECT p.matter FROM matter m JOIN publication p ON p.matter = m.id WHERE m.number = \(number.text)")
            != nil
    }

    private func stations(_ atlas: Atlas) -> [Station] {
        guard let root = atlas.root, let sought = SoughtWords(words) else { return [] }
        return atlas.openStations(within: root.id, named: sought)
    }

    /// By the whole name, as one calls somebody.
    private func deputies(_ atlas: Atlas, _ db: Transaction) throws -> [Deputy] {
        guard let root = atlas.root else { return [] }
        return try DeputyQuery.deputies(named: words, in: root.id, limit: Self.few, in: db).compactMap { deputy in
            atlas.station(deputy.station).map {
                Deputy(
                    name: deputy.name, card: deputy.card,
                    congress: atlas.fullName(of: deputy.division) + " " + deputy.level.chinese, station: $0)
            }
        }
    }

    private func posts(_ atlas: Atlas, _ db: Transaction) throws -> [Post] {
        let ids = try SearchIndex.find(
            query: words, area: SearchShelf.posts, limit: Self.few, on: .published, in: db)
        guard !ids.isEmpty else { return [] }
        return try db.rows(
            """
            SELECT id, station, title, body, published_at FROM station_post
            WHERE id IN \(list: ids) AND published_at IS NOT NULL AND withdrawn_at IS NULL ORDER BY published_at DESC
            """
        ).compactMap { row in
            guard let station = atlas.station(try row[1]) else { return nil }
            return Post(
                id: try row[0], title: try row[2], body: try row[3], station: station,
                publishedOn: Day(of: try row[4]))
        }
    }
}
