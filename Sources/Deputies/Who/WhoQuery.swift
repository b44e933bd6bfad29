import Database
import Directory
import Domain

/// 谁是我的代表: the deputies of every congress who are at the stations of a place and above it.
struct WhoQuery: Sendable {
    static let most = 300

    /// When a deputy receives next, and where.
    struct Meeting: Sendable {
        var day: Day
        var hours: ReceptionHours
        var place: String
    }

    struct Group: Sendable {
        /// The place's own station or one above it.
        var station: Station
        var isOwn: Bool
        /// The highest congress first.
        var deputies: [FoundDeputy]
    }

    struct Found: Sendable {
        var area: Division
        var path: [Division]
        var children: [Division]
        var words: String
        /// Several places bear the words.
        var places: [Division]
        var groups: [Group] = []
        /// Of a place whose own station nobody minds just now: who is in charge.
        var standIn: Station?
        /// By the deputy's card.
        var meetings: [String: Meeting] = [:]
        var today: Day
    }

    let area: String?
    let words: String
    let now: Instant

    func run(_ db: Transaction, in installation: Installation) throws -> Found {
        let atlas = try installation.snapshot(in: db).atlas
        let places = words.isEmpty ? [] : places(in: atlas)
        let chosen = places.count == 1 ? places[0] : try atlas.area(area)
        var found = Found(
            area: chosen, path: atlas.lineage(of: chosen.id).reversed(), children: atlas.children(of: chosen.id),
            words: words, places: places.count > 1 ? places : [], today: Day(of: now))
        // Higher up there is nobody's own place to speak of yet.
        guard chosen.level == .township, found.places.isEmpty else { return found }
        found.groups = try groups(of: chosen, atlas, db)
        let holder = atlas.stationFor(chosen.id, at: now)
        found.standIn = holder?.division == chosen.id ? nil : holder
        found.meetings = try meetings(at: found.groups.map(\.station.id), db)
        return found
    }

    /// Of a station that was named its place; of areas only those of exactly this name, where there are any.
    private func places(in atlas: Atlas) -> [Division] {
        let named = atlas.places(matching: words).map(\.division)
        let exact = named.filter { $0.name == words || $0.fullName == words }
        if !exact.isEmpty { return exact }
        var seen: Set<DivisionID> = []
        return named.filter { seen.insert($0.id).inserted }
    }

    private func groups(of place: Division, _ atlas: Atlas, _ db: Transaction) throws -> [Group] {
        let stations = atlas.lineage(of: place.id).flatMap { area in
            atlas.stations(in: area.id).filter { $0.status == .open && $0.kind == .ordinary }
        }
        guard !stations.isEmpty else { return [] }
        let deputies = try DeputyQuery.deputies(of: stations.map(\.id), limit: Self.most, in: db)
        let byStation = Dictionary(grouping: deputies, by: \.station)
        return stations.map { station in
            let found = (byStation[station.id] ?? []).compactMap { deputy in
                atlas.division(deputy.division).map {
                    FoundDeputy(
                        name: deputy.name, card: deputy.card, level: deputy.level, division: $0, station: station,
                        term: deputy.term)
                }
            }
            return Group(station: station, isOwn: station.division == place.id, deputies: found)
        }.filter { !$0.deputies.isEmpty || $0.isOwn }
    }

    /// The next half year's, the earliest of each deputy.
    private func meetings(at stations: [StationID], _ db: Transaction) throws -> [String: Meeting] {
        guard !stations.isEmpty else { return [:] }
        let today = Day(of: now)
        let rows = try db.rows(
            """
            SELECT m.card, r.day, r.from_minute, r.to_minute, r.place
            FROM reception r JOIN reception_deputy d ON d.reception = r.id JOIN mandate m ON m.id = d.mandate
            WHERE r.station IN \(list: stations) AND r.day >= \(today.number) AND r.day <= \(today.number + 183)
              AND r.published_at IS NOT NULL AND r.cancelled = \(false) AND m.card IS NOT NULL
            ORDER BY r.day, r.from_minute LIMIT 1000
            """)
        var meetings: [String: Meeting] = [:]
        for row in rows {
            let card: String = try row[0]
            if meetings[card] == nil {
                meetings[card] = Meeting(
                    day: Day(number: try row[1]), hours: ReceptionHours(from: try row[2], to: try row[3]),
                    place: try row[4])
            }
        }
        return meetings
    }
}
