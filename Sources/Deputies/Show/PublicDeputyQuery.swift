import Database
import Directory
import Domain
import Web

/// Reads one deputy's page. A suspended or ended mandate has none, and neither has one without a station.
struct PublicDeputyQuery: Sendable {
    struct Reception: Sendable {
        var day: Day
        var hours: ReceptionHours
        var place: String
        /// Where a time can be asked for; nil where one just comes.
        var booking: Address?
    }

    /// A matter she looked after that is solved, as far as it was reviewed for the public.
    struct Solved: Sendable {
        var number: String
        var title: String
        var place: String
        /// What was said, and what was done: 办之前、办之后.
        var before: String
        var after: String
        var registeredOn: Day
        var publishedOn: Day
    }

    struct Shown: Sendable {
        var deputy: FoundDeputy
        var receptions: [Reception]
        /// Of what is public: how many are where.
        var progress: [Progress: Int]
        var solved: [Solved]
        var today: Day
    }

    private static let mostSolved = 10

    let installation: Installation

    func run(card: String) async throws -> Shown {
        let today = Day(of: installation.now())
        let installation = installation
        return try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let row = try db.row(
                """
                SELECT id, name_public, level, division, home_station, term, person FROM mandate
                WHERE card = \(card) AND status = 'active' AND home_station IS NOT NULL
                """)
            guard let row, let level = CongressLevel(rawValue: try row[2]),
                let division = atlas.division(try row[3]), let station = atlas.station(try row[4])
            else { throw NotFound() }
            let deputy = FoundDeputy(
                name: try row[1], card: card, level: level, division: division, station: station, term: try row[5])
            let person: PersonID = try row[6]
            return Shown(
                deputy: deputy, receptions: try Self.receptions(of: try row[0], from: today, atlas, in: db),
                progress: try Self.progress(of: person, in: db), solved: try Self.solved(of: person, atlas, in: db),
                today: today)
        }
    }

    private static func progress(of person: PersonID, in db: Transaction) throws -> [Progress: Int] {
        let rows = try db.rows(
            "SELECT progress, COUNT(*) FROM publication WHERE supervisor = \(person) GROUP BY progress")
        return try rows.reduce(into: [:]) { counts, row in
            if let progress = Progress(rawValue: try row[0]) { counts[progress] = try row[1] }
        }
    }

    private static func solved(of person: PersonID, _ atlas: Atlas, in db: Transaction) throws -> [Solved] {
        try db.rows(
            """
            SELECT m.number, p.title, m.area, p.summary, p.answer, m.registered_at, p.published_at
            FROM publication p JOIN matter m ON m.id = p.matter
            WHERE p.supervisor = \(person) AND p.progress = \(Progress.solved.rawValue)
            ORDER BY p.published_at DESC LIMIT \(mostSolved)
            """
        ).map {
            Solved(
                number: try $0[0], title: try $0[1], place: atlas.fullName(of: try $0[2]), before: try $0[3],
                after: try $0[4], registeredOn: Day(of: try $0[5]), publishedOn: Day(of: try $0[6]))
        }
    }

    private static func receptions(
        of mandate: MandateID, from today: Day, _ atlas: Atlas, in db: Transaction
    ) throws -> [Reception] {
        try db.rows(
            """
            SELECT r.day, r.from_minute, r.to_minute, r.place, r.id, r.station, r.slot_minutes
            FROM reception_deputy d JOIN reception r ON r.id = d.reception
            WHERE d.mandate = \(mandate) AND r.day >= \(today.number) AND r.published_at IS NOT NULL
              AND r.cancelled = \(false)
            ORDER BY r.day, r.from_minute, r.id LIMIT 5
            """
        ).map {
            let hours = ReceptionHours(from: try $0[1], to: try $0[2])
            let station: Station? = try ($0[6] as Int) > 0 ? atlas.station(try $0[5]) : nil
            let id: Int64 = try $0[4]
            return Reception(
                day: Day(number: try $0[0]), hours: hours, place: try $0[3],
                booking: station.map { Address("/s/\(Address.encoded($0.code))/receptions/\(id)/booking") })
        }
    }
}
