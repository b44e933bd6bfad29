import Database
import Directory
import Domain

/// A published matter nearby that speaks of much the same: only what is public of it.
struct NearbyMatter: Sendable {
    let number: MatterNumber
    let title: String
    let place: String
    let state: MatterState
    let answer: String
    let publishedOn: Day
}

/// Similar matters of the same county, for somebody who has just said something. Suggested, never decided.
enum NearbyQuery {
    /// How many of the newest are compared, and how many are shown.
    private static let compared = 60
    private static let shown = 3

    static func run(
        _ db: Transaction, like words: String, in area: DivisionID, except own: MatterNumber, atlas: Atlas
    ) throws -> [NearbyMatter] {
        let around = atlas.division(of: area, at: .county)?.id ?? area
        let likeness = Likeness(of: words)
        let rows = try db.rows(
            """
            SELECT m.number, p.title, p.summary, p.answer, p.published_at, m.state, m.area
            FROM publication_area a JOIN publication p ON p.matter = a.matter JOIN matter m ON m.id = a.matter
            WHERE a.area = \(around) ORDER BY a.sort_key DESC LIMIT \(compared)
            """)
        return try rows.compactMap { row -> (Double, NearbyMatter)? in
            guard let number = MatterNumber(stored: try row[0]), number != own,
                let state = MatterState(rawValue: try row[5]), let place = atlas.division(try row[6])
            else { return nil }
            let title: String = try row[1]
            guard let score = likeness.score(title: title, words: try row[2]) else { return nil }
            let matter = NearbyMatter(
                number: number, title: title, place: place.fullName, state: state, answer: try row[3],
                publishedOn: Day(of: Instant(ms: try row[4])))
            // Of two that are as alike the one of the same town is more likely the same.
            return (score + (place.id == area ? 0.1 : 0), matter)
        }
        .sorted { $0.0 > $1.0 }.prefix(shown).map(\.1)
    }
}
