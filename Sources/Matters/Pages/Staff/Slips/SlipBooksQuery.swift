import Database
import Directory
import Domain

/// The books of a station with what became of their slips, the newest first.
struct SlipBooksQuery {
    private static let most = 30

    struct Entry: Sendable {
        let book: SlipBook
        let counts: [SlipState: Int]
    }

    static func run(_ station: StationID, in db: Transaction) throws -> [Entry] {
        let books = try db.rows(
            """
            SELECT id, station, size, ordered_at, codes_until FROM slip_book WHERE station = \(station)
            ORDER BY ordered_at DESC LIMIT \(most)
            """
        ).map { row in
            SlipBook(
                id: try row[0], station: try row[1], size: try row[2], orderedAt: try row[3], codesUntil: try row[4])
        }
        var counts: [Int64: [SlipState: Int]] = [:]
        let rows = try db.rows(
            """
            SELECT book, state, COUNT(*) FROM slip WHERE book IN \(list: books.map(\.id)) GROUP BY book, state
            """)
        for row in rows {
            guard let state = SlipState(rawValue: try row[1]) else { throw DatabaseError.corrupt("slip") }
            counts[try row[0], default: [:]][state] = try row[2]
        }
        return books.map { Entry(book: $0, counts: counts[$0.id] ?? [:]) }
    }
}
