import Database
import Directory
import Domain
import Secrets

/// Reads a station's public page: eight statements, whatever the station holds.
struct PublicStationQuery: Sendable {
    private static let mostDeputies = 300
    private static let mostReceptions = 120
    private static let mostPosts = 10
    private static let answersSince = 183
    private static let mostAnswers = 2000

    let installation: Installation

    /// With the atlas it was read by.
    func run(_ code: String) async throws -> (station: PublicStation, atlas: Atlas) {
        let now = installation.now()
        let installation = installation
        return try await installation.database.read { db in
            let snapshot = try installation.snapshot(in: db)
            guard let station = snapshot.atlas.station(code: code) else { throw NotFound() }
            return (try Self.read(station, snapshot, keys: installation.keys, at: now, in: db), snapshot.atlas)
        }
    }

    private static func read(
        _ station: Station, _ snapshot: Snapshot, keys: KeyRing, at now: Instant, in db: Transaction
    ) throws -> PublicStation {
        let atlas = snapshot.atlas
        let today = Day(of: now)
        let deputies = try DeputyQuery.deputies(of: station.id, limit: mostDeputies, in: db)
        let isWhole = deputies.count < mostDeputies
        let holder = atlas.stationFor(station.division, at: now)
        let posts = try StationPostTable.published(of: station.id, limit: mostPosts, in: db)
        let desk = try desk(of: station.id, on: today, keys: keys, in: db)
        return PublicStation(
            station: station, place: atlas.fullName(of: station.division),
            organ: atlas.organ(station.organ)?.name ?? "",
            standIn: atlas.isOpen(station.id, at: now) || holder?.id == station.id ? nil : holder,
            profile: try StationProfileTable.find(station.id, in: db),
            staff: desk.staff,
            counts: try isWhole ? counts(deputies) : DeputyQuery.counts(of: station.id, in: db),
            deputies: deputies,
            divisions: Dictionary(
                deputies.map { ($0.division, atlas.fullName(of: $0.division)) }, uniquingKeysWith: { first, _ in first }
            ),
            points: try LiaisonPointTable.points(of: station.id, in: db),
            receptions: try receptions(of: station.id, from: Day(today.civil.year, 1, 1), in: db),
            schedule: try ScheduleTable.current(of: station.id, in: db).approved, calendar: snapshot.calendar,
            posts: posts, photos: try StationPhotoTable.photos(of: posts.map(\.id), in: db, keys: keys), moment: now,
            answerDays: desk.answerDays)
    }

    private static func counts(_ deputies: [PublicDeputy]) -> [CongressLevel: Int] {
        deputies.reduce(into: [:]) { counts, deputy in counts[deputy.level, default: 0] += 1 }
    }

    /// Who is there, and after how many days the last half year's first answers came: one statement, because the page has
    /// no more than ten.
    private static func desk(
        of station: StationID, on day: Day, keys: KeyRing, in db: Transaction
    ) throws -> (staff: [PublicStation.Staff], answerDays: [Int]) {
        let rows = try db.rows(
            """
            SELECT role, id, name_sealed FROM (
              SELECT g.role AS role, p.id AS id, p.name_sealed AS name_sealed, g.id AS place
              FROM role_grant g JOIN account a ON a.id = g.account JOIN person p ON p.id = a.person
              WHERE g.station = \(station) AND g.role IN ('stationHead', 'stationClerk') AND a.status <> 'closed'
                AND g.from_day <= \(day.number) AND (g.to_day IS NULL OR g.to_day >= \(day.number))
              UNION ALL
              SELECT 'answer', days, NULL, answered_on FROM (
                SELECT days, answered_on FROM first_answer
                WHERE station = \(station) AND answered_on >= \(day.adding(days: -answersSince))
                ORDER BY answered_on DESC LIMIT \(mostAnswers)) AS answers
            ) AS found ORDER BY place
            """)
        let isAnswer: (Row) throws -> Bool = { try $0[0] as String == "answer" }
        let staff = try rows.filter { try !isAnswer($0) }.map { row in
            let person: PersonID = try row[1]
            let name = try keys.openText(try row[2], table: "person", column: "name_sealed", row: person)
            return PublicStation.Staff(role: try row.code(0), name: name)
        }
        return (staff, try rows.filter(isAnswer).map { try $0[1] })
    }

    /// With the names of who receives, in one statement; suspended deputies do not, whatever was planned.
    private static func receptions(
        of station: StationID, from first: Day, in db: Transaction
    ) throws -> [PublicReception] {
        let rows = try db.rows(
            """
            SELECT x.*, m.name_public, m.level
            FROM (\(ReceptionTable.selection) WHERE station = \(station) AND day >= \(first.number)
              AND published_at IS NOT NULL ORDER BY day, from_minute, id LIMIT \(mostReceptions)) AS x
            LEFT JOIN reception_deputy d ON d.reception = x.id
            LEFT JOIN mandate m ON m.id = d.mandate AND m.status = 'active'
            ORDER BY x.day, x.from_minute, x.id, m.level DESC, m.id
            """)
        var found: [PublicReception] = []
        for row in rows {
            let reception = try ReceptionTable.reception(row)
            if found.last?.id != reception.id { found.append(PublicReception(reception)) }
            if let name: String = try row[ReceptionTable.columnCount] {
                let deputy = PublicReception.Deputy(name: name, level: try row.code(ReceptionTable.columnCount + 1))
                found[found.count - 1].deputies.append(deputy)
            }
        }
        return found
    }
}
