import Database
import Directory
import Domain
import Record

/// 每天早上八点: what is stuck, told to those who look after it: a station's head for its own, a system administrator
/// for an area. Only how many there are. Timed work; may run as often as one likes, it is told once a day.
package enum TellStuck {
    private static let hour: Int64 = 8

    package static func run(in installation: Installation, at now: Instant) async throws {
        let today = Day(of: now)
        guard now >= today.start.adding(seconds: hour * 3600) else { return }
        let counts = try await installation.database.read { db in
            let rules = try installation.snapshot(in: db).rules(on: today)
            let before = now.adding(seconds: -Int64(rules.number(.byHandDays)) * 86_400)
            return try StuckCounts(before: before, in: db)
        }
        guard !counts.isEmpty else { return }
        let leased = try await installation.ids.take(1024)
        try await installation.database.write { db in
            var ids = leased
            let atlas = try installation.snapshot(in: db).atlas
            let drafts = try watchers(counts, atlas: atlas, on: today, in: db)
            try Outbox.put(drafts, in: db, at: now, ids: &ids, keys: installation.keys)
        }
    }

    private static func watchers(
        _ counts: StuckCounts, atlas: Atlas, on today: Day, in db: Transaction
    ) throws -> [MessageDraft] {
        let heads = try holders(
            of: "'stationHead'", at: "station", Array(counts.stations.keys), on: today, in: db
        ).compactMap { person, station in
            atlas.station(station).map { draft(person, $0.division, counts.stations[station] ?? 0, today) }
        }
        let administrators = try holders(
            of: "'systemAdmin'", at: "area", Array(counts.areas.keys), on: today, in: db
        ).map { person, area in draft(person, area, counts.areas[area] ?? 0, today) }
        // Whoever is both, or looks after two places, gets one list: the larger.
        var byPerson: [String: MessageDraft] = [:]
        for draft in heads + administrators {
            let known = byPerson[draft.key]?.values["count"].flatMap { Int($0) } ?? 0
            if known < Int(draft.values["count"] ?? "") ?? 0 { byPerson[draft.key] = draft }
        }
        return byPerson.values.sorted { $0.key < $1.key }
    }

    private static func draft(_ person: PersonID, _ area: DivisionID, _ count: Int, _ today: Day) -> MessageDraft {
        MessageDraft(
            .stuckList, to: .person(person), area: area, values: ["count": String(count), "link": "/admin/outbox"],
            key: "stuck/\(person)/\(today.iso)")
    }

    /// Who holds a role at one of these places, which stand in that column of the grant.
    private static func holders<Place: SQLConvertible & SQLDecodable>(
        of role: SQL, at column: SQL, _ places: [Place], on today: Day, in db: Transaction
    ) throws -> [(PersonID, Place)] {
        guard !places.isEmpty else { return [] }
        return try db.rows(
            """
            SELECT a.person, r.\(column) FROM role_grant r JOIN account a ON a.id = r.account
            WHERE r.\(column) IN \(list: places) AND r.role = \(role) AND a.status <> 'closed'
              AND r.from_day <= \(today.number) AND (r.to_day IS NULL OR r.to_day >= \(today.number))
            """
        ).map { (try $0[0], try $0[1]) }
    }
}

/// How much is stuck where: given up in the last days, or on somebody's list for too long. What nobody could mend in
/// that time is in the figures and grows no list for ever.
struct StuckCounts: Sendable {
    private(set) var stations: [StationID: Int] = [:]
    /// Of a place with all below it, without what its lists do not show.
    private(set) var areas: [DivisionID: Int] = [:]

    var isEmpty: Bool { stations.isEmpty && areas.isEmpty }

    init(before: Instant, in db: Transaction) throws {
        for isStuck: SQL in [
            "s.ended_at > \(before.ms) AND s.state = 'givenUp'", "s.by_hand_since < \(before.ms)",
        ] {
            for row in try db.rows(StuckCounts.atStations(isStuck)) { stations[try row[0], default: 0] += try row[1] }
            for row in try db.rows(StuckCounts.inAreas(isStuck)) { areas[try row[0], default: 0] += try row[1] }
        }
    }

    private static func atStations(_ isStuck: SQL) -> SQL {
        """
        SELECT s.station, COUNT(*) FROM sending s JOIN message g ON g.id = s.message
        LEFT JOIN matter t ON t.id = g.matter
        WHERE \(isStuck) AND s.station IS NOT NULL AND t.petition_office IS NULL GROUP BY s.station
        """
    }

    private static func inAreas(_ isStuck: SQL) -> SQL {
        """
        SELECT d.ancestor, COUNT(*) FROM sending s JOIN message g ON g.id = s.message
        JOIN division_ancestor d ON d.division = s.area LEFT JOIN matter t ON t.id = g.matter
        LEFT JOIN matter_area own ON own.area = d.ancestor AND own.sort_key = t.sort_key
        WHERE \(isStuck) AND (t.id IS NULL OR own.matter IS NOT NULL)
        GROUP BY d.ancestor
        """
    }
}
