import Database
import Directory
import Domain
import Web

/// The newest of what was published, by the moment of publishing.
enum FeedQuery {
    private static let limit = 30

    static func matters(in area: DivisionID, _ db: Transaction) throws -> [AtomFeed.Entry] {
        try db.rows(
            """
            SELECT m.number, p.title, p.summary, p.answer, p.publisher_name, p.published_at
            FROM publication_recent r JOIN publication p ON p.matter = r.matter JOIN matter m ON m.id = r.matter
            WHERE r.area = \(area) ORDER BY r.published_at DESC, r.matter DESC LIMIT \(limit)
            """
        ).map(matter)
    }

    static func matters(of station: StationID, _ db: Transaction) throws -> [AtomFeed.Entry] {
        try db.rows(
            """
            SELECT m.number, p.title, p.summary, p.answer, p.publisher_name, p.published_at
            FROM publication p JOIN matter m ON m.id = p.matter
            WHERE p.station = \(station) ORDER BY p.published_at DESC LIMIT \(limit)
            """
        ).map(matter)
    }

    /// Announcements and news that somebody reviewed.
    static func posts(of station: Station, _ db: Transaction) throws -> [AtomFeed.Entry] {
        try ["announcement", "news"].flatMap { kind in
            try db.rows(
                """
                SELECT id, title, body, reviewer_name, published_at FROM station_post
                WHERE station = \(station.id) AND kind = \(kind) AND published_at IS NOT NULL
                  AND withdrawn_at IS NULL
                ORDER BY published_at DESC LIMIT \(limit)
                """
            ).map { row in
                let id: Int64 = try row[0]
                return AtomFeed.Entry(
                    path: Address.station(station.code).text + "#post-\(id)", title: try row[1], summary: try row[2],
                    author: try row[3], updated: try row[4])
            }
        }
    }

    private static func matter(_ row: Row) throws -> AtomFeed.Entry {
        let answer: String = try row[3]
        let summary: String = try row[2]
        return AtomFeed.Entry(
            path: "/m/" + (try row[0] as String), title: try row[1],
            summary: answer.isEmpty ? summary : summary + "\n答复：" + answer, author: try row[4],
            updated: try row[5])
    }
}
