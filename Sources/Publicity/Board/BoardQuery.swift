import Database
import Directory
import Domain

/// What a station's board says of one month: what was said there and published, and what became of it in that month.
/// Nothing but the reviewed summaries is read.
struct BoardQuery: Sendable {
    struct Entry: Sendable {
        let number: MatterNumber
        let title: String
        let summary: String
        let answer: String
        let state: PublicState
        let saidOn: Day
        let closedOn: Day?
    }

    struct Board: Sendable {
        let station: Station
        let month: BoardMonth
        let entries: [Entry]
        /// Of matters with news of this month for somebody who can be told in no other way.
        var news: [MatterNumber] = []
        let today: Day
        /// More than one sheet can hold.
        let isCut: Bool
    }

    /// A sheet of A3 and its back.
    private static let most = 40
    /// What was said longer ago and came to its end this month stands on it too.
    private static let daysBack = 184
    private static let mostNews = 120
    /// Of whoever waits longer somebody has to look after by hand.
    private static let newsDaysBack = 366

    let code: String
    let month: BoardMonth

    func run(_ db: Transaction, at now: Instant, in installation: Installation) throws -> Board {
        let atlas = try installation.snapshot(in: db).atlas
        let today = Day(of: now)
        guard let station = atlas.station(code: code), month.first <= today else { throw NotFound() }
        let first = month.first.adding(days: -Self.daysBack).start.ms << 20
        let (start, end) = (month.first.start.ms << 20, month.end.start.ms << 20)
        let rows = try db.rows(
            """
            SELECT m.number, p.title, p.summary, p.answer, m.state, m.holder_organ, m.holder_station, m.registered_at,
              m.closed_on
            FROM matter m JOIN publication p ON p.matter = m.id
            WHERE m.station = \(station.id) AND m.sort_key >= \(first) AND m.sort_key < \(end)
              AND (m.sort_key >= \(start) OR (m.closed_on >= \(month.first) AND m.closed_on < \(month.end))
                OR (p.published_at >= \(month.first.start) AND p.published_at < \(month.end.start)))
            ORDER BY m.sort_key DESC LIMIT \(Self.most + 1)
            """)
        return Board(
            station: station, month: month,
            entries: try rows.prefix(Self.most).map { try Self.entry($0, station, atlas) },
            news: try news(at: station.id, db), today: today,
            isCut: rows.count > Self.most)
    }

    /// Who left neither telephone nor address and chose no way is told by her number on the board: nothing else of the
    /// matter stands there. Of a petition and of what is secret not even that.
    /// Counts, because a planner may read a whole table for what it sees as a join.
    private func news(at station: StationID, _ db: Transaction) throws -> [MatterNumber] {
        let first = month.first.adding(days: -Self.newsDaysBack).start.ms << 20
        let rows = try db.rows(
            """
            SELECT m.number FROM matter m
            WHERE m.station = \(station) AND m.sort_key >= \(first) AND m.sort_key < \(month.end.start.ms << 20)
              AND m.petition_office IS NULL AND m.state <> 'referred'
              AND (SELECT COUNT(*) FROM reporter r
                WHERE r.matter = m.id AND (r.phone_sealed IS NOT NULL OR r.address_sealed IS NOT NULL)) = 0
              AND (SELECT COUNT(*) FROM reporter_channel c WHERE c.matter = m.id) = 0
              AND (SELECT COUNT(*) FROM matter_secrecy y WHERE y.matter = m.id) = 0
              AND (SELECT COUNT(*) FROM message g WHERE g.matter = m.id AND g.recipient = 'reporter'
                AND g.kind <> 'receipt' AND g.not_before >= \(month.first.start.ms)
                AND g.not_before < \(month.end.start.ms)) > 0
            ORDER BY m.sort_key DESC LIMIT \(Self.mostNews)
            """)
        return try rows.compactMap { MatterNumber(stored: try $0[0]) }
    }

    private static func entry(_ row: Row, _ station: Station, _ atlas: Atlas) throws -> Entry {
        guard let number = MatterNumber(stored: try row[0]), let state = MatterState(rawValue: try row[4]) else {
            throw DatabaseError.corrupt("matter")
        }
        let holder = PublicHolder(organ: try row[5], station: try row[6], own: station.id)
        return Entry(
            number: number, title: try row[1], summary: try row[2], answer: try row[3],
            state: PublicState(state: state, holder: holder.name(in: atlas)),
            saidOn: Day(of: Instant(ms: try row[7])), closedOn: (try row[8] as Int32?).map { Day(number: $0) })
    }
}
