import Database
import Directory
import Domain
import Outbox
import Web

/// One happening as followers are told of it: whom it concerns, and where to look.
struct News: Sendable {
    /// Nearest first: whoever follows any of these.
    var keys: [FollowKey]
    /// The page with it.
    var path: String
    var area: DivisionID
    var matter: MatterID?
}

/// Looks up what is told of a happening; nil when it is not public any more, or looks to the public like before.
struct NewsQuery {
    let atlas: Atlas

    func news(_ happening: PublicNews, in db: Transaction) throws -> News? {
        switch happening.kind {
        case .published: try published(happening, in: db)
        case .moved: try moved(happening, in: db)
        case .post:
            try station(
                "SELECT station FROM station_post WHERE id = \(happening.subject) AND published_at IS NOT NULL"
                    + " AND withdrawn_at IS NULL", in: db)
        case .reception:
            try station(
                "SELECT station FROM reception WHERE id = \(happening.subject) AND published_at IS NOT NULL"
                    + " AND cancelled = 0", in: db)
        }
    }

    /// A summary concerns whoever follows the matter, its place, its station or its topic, there or everywhere.
    private func published(_ happening: PublicNews, in db: Transaction) throws -> News? {
        let row = try db.row(
            """
            SELECT m.number, m.area, m.category, m.station FROM matter m JOIN publication p ON p.matter = m.id
            WHERE m.id = \(happening.subject)
            """)
        guard let row else { return nil }
        let (number, area, category, station): (String, DivisionID, String?, StationID) = (
            try row[0], try row[1], try row[2], try row[3]
        )
        let topics = category.flatMap(Domain.Category.init(rawValue:)).map { topic in
            atlas.lineage(of: area).map { FollowKey(topic, in: $0.id) } + [FollowKey(topic)]
        }
        return News(
            keys: [FollowKey(.matter, happening.subject), FollowKey(.station, station)] + areas(around: area)
                + (topics ?? []),
            path: "/m/" + number, area: area, matter: happening.subject)
    }

    /// The next step of a matter is for its own followers, and only where the public sees a step.
    private func moved(_ happening: PublicNews, in db: Transaction) throws -> News? {
        let states = try db.row(
            """
            SELECT before_state, after_state FROM event
            WHERE stream_kind = 'matter' AND stream_id = \(happening.subject) AND sequence = \(happening.sequence)
            """)
        guard let states, let before = (try states[0] as String?).flatMap(MatterState.init),
            let after = (try states[1] as String?).flatMap(MatterState.init),
            PublicState(state: before, holder: "").label.word != PublicState(state: after, holder: "").label.word,
            var news = try published(happening, in: db)
        else { return nil }
        news.keys = [FollowKey(.matter, happening.subject)]
        return news
    }

    private func station(_ sql: SQL, in db: Transaction) throws -> News? {
        guard let id: StationID = try db.value(sql), let station = atlas.station(id) else { return nil }
        return News(
            keys: [FollowKey(.station, id)] + areas(around: station.division),
            path: "/s/" + Address.encoded(station.code), area: station.division)
    }

    private func areas(around area: DivisionID) -> [FollowKey] {
        atlas.lineage(of: area).map { FollowKey(.area, $0.id) }
    }
}
