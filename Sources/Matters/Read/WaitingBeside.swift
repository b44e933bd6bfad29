import Database
import Domain

/// What waits for somebody elsewhere than in a matter: calls and letters, and the business of her station. Counted out of
/// the tables of others, so that the page "today" does not say that nothing waits while something does.
struct WaitingBeside: Sendable {
    /// In the order in which the page tells them.
    enum Kind: Int, CaseIterable, Sendable {
        case calls, letters, records, schedules, entries, duty, texts
    }

    private var counts: [Kind: Int] = [:]

    var isEmpty: Bool { counts.isEmpty }

    subscript(kind: Kind) -> Int { counts[kind] ?? 0 }

    init() {}

    /// One statement, none for whom nothing of it is.
    init(of signed: Principal.Signed, on today: Day, in db: Transaction) throws {
        let places = Places(signed)
        guard !places.isEmpty else { return }
        let parts = places.toTell + places.toWrite(today) + places.toReview(today)
        for row in try db.rows(parts.joined(by: " UNION ALL ")) {
            guard let kind = Kind(rawValue: try row[0]) else { continue }
            let count: Int = try row[1]
            if count > 0 { counts[kind, default: 0] += count }
        }
    }
}

/// Where somebody works, and what is counted there.
private struct Places {
    /// As head or clerk, and as head alone.
    private var stations: Set<StationID> = []
    private var headed: Set<StationID> = []
    private var organs: Set<OrganID> = []

    var isEmpty: Bool { stations.isEmpty && organs.isEmpty }

    init(_ signed: Principal.Signed) {
        for grant in signed.grants {
            switch (grant.role, grant.place) {
            case (.stationHead, .station(let id)):
                stations.insert(id)
                headed.insert(id)
            case (.stationClerk, .station(let id)): stations.insert(id)
            case (.petitionOffice, .organ(let id)): organs.insert(id)
            case (.stationHead, _), (.stationClerk, _), (.petitionOffice, _), (.deputy, _), (.liaisonOfficer, _),
                (.assigningOffice, _), (.distributor, _), (.handler, _), (.systemAdmin, _), (.securityAdmin, _),
                (.auditor, _):
                break
            }
        }
    }

    /// As `/calls` lists them: once the petition department has a matter no station sees it any more.
    var toTell: [SQL] {
        let kind: SQL = """
            SELECT CASE WHEN s.channel = 'letter' THEN \(WaitingBeside.Kind.letters.rawValue)
              ELSE \(WaitingBeside.Kind.calls.rawValue) END, 1 FROM sending s
            """
        var parts: [SQL] = []
        if !stations.isEmpty {
            parts.append(
                kind + """
                     JOIN message g ON g.id = s.message LEFT JOIN matter t ON t.id = g.matter
                    WHERE s.station IN \(list: stations.sorted()) AND s.state = 'byHand' AND t.petition_office IS NULL
                    """)
        }
        if !organs.isEmpty {
            parts.append(kind + " WHERE s.organ IN \(list: organs.sorted()) AND s.state = 'byHand'")
        }
        return parts
    }

    /// 接待记录 of the last month that nobody has written.
    func toWrite(_ today: Day) -> [SQL] {
        guard !stations.isEmpty else { return [] }
        return [
            """
            SELECT \(WaitingBeside.Kind.records.rawValue), count(*)
            FROM reception r LEFT JOIN reception_record c ON c.reception = r.id
            WHERE r.station IN \(list: stations.sorted())
              AND r.day BETWEEN \(today.adding(days: -31).number) AND \(today.number)
              AND r.kind = 'reception' AND r.cancelled = 0 AND c.reception IS NULL
            """
        ]
    }

    /// What a head confirms, verifies, or publishes under her name.
    func toReview(_ today: Day) -> [SQL] {
        guard !headed.isEmpty else { return [] }
        let here = headed.sorted()
        let texts = WaitingBeside.Kind.texts.rawValue
        return [
            """
            SELECT \(WaitingBeside.Kind.schedules.rawValue), count(*) FROM reception_schedule
            WHERE station IN \(list: here) AND state = 'waiting'
            """,
            """
            SELECT \(WaitingBeside.Kind.entries.rawValue), count(*) FROM entry_time
            WHERE station IN \(list: here) AND day >= \(today.number) AND state = 'requested'
            """,
            """
            SELECT \(WaitingBeside.Kind.duty.rawValue), count(*) FROM duty_event
            WHERE station IN \(list: here) AND withdrawn_at IS NULL
              AND (verified_at IS NULL OR (objected_at IS NOT NULL AND settled_at IS NULL))
            """,
            "SELECT \(texts), count(*) FROM station_post WHERE station IN \(list: here) AND published_at IS NULL",
            """
            SELECT \(texts), count(*) FROM station_profile
            WHERE station IN \(list: here) AND draft_location IS NOT NULL
            """,
            // What a confirmed rhythm planned is announced by itself.
            """
            SELECT \(texts), count(*) FROM reception
            WHERE station IN \(list: here) AND day >= \(today.number) AND published_at IS NULL AND cancelled = 0
              AND (schedule IS NULL OR edited = 1)
            """,
        ]
    }
}
