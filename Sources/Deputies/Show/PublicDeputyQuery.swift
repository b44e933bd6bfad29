import Database
import Directory
import Domain

/// Reads one deputy's page. A suspended or ended mandate has none, and neither has one without a station.
struct PublicDeputyQuery: Sendable {
    struct Reception: Sendable {
        var day: Day
        var hours: ReceptionHours
        var place: String
    }

    struct Shown: Sendable {
        var deputy: FoundDeputy
        var receptions: [Reception]
        var today: Day
    }

    let installation: Installation

    func run(card: String) async throws -> Shown {
        let today = Day(of: installation.now())
        let installation = installation
        return try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let row = try db.row(
                """
                SELECT id, name_public, level, division, home_station, term FROM mandate
                WHERE card = \(card) AND status = 'active' AND home_station IS NOT NULL
                """)
            guard let row, let level = CongressLevel(rawValue: try row[2]),
                let division = atlas.division(try row[3]), let station = atlas.station(try row[4])
            else { throw NotFound() }
            let deputy = FoundDeputy(
                name: try row[1], card: card, level: level, division: division, station: station, term: try row[5])
            return Shown(
                deputy: deputy, receptions: try Self.receptions(of: try row[0], from: today, in: db), today: today)
        }
    }

    private static func receptions(
        of mandate: MandateID, from today: Day, in db: Transaction
    ) throws -> [Reception] {
        try db.rows(
            """
            SELECT r.day, r.from_minute, r.to_minute, r.place
            FROM reception_deputy d JOIN reception r ON r.id = d.reception
            WHERE d.mandate = \(mandate) AND r.day >= \(today.number) AND r.published_at IS NOT NULL
              AND r.cancelled = \(false)
            ORDER BY r.day, r.from_minute, r.id LIMIT 5
            """
        ).map {
            let hours = ReceptionHours(from: try $0[1], to: try $0[2])
            return Reception(day: Day(number: try $0[0]), hours: hours, place: try $0[3])
        }
    }
}
