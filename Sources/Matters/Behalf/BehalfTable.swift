import Database
import Domain

/// What a clerk wrote down in a deputy's or a handling organ's name, and what came of it.
struct BehalfAct: Hashable, Sendable {
    var id: Int64
    var matter: MatterID
    /// Its event, by its place in the matter's chain.
    var sequence: Int64
    var act: Act
    /// In whose name: the deputy, or the people of the organ.
    var person: PersonID?
    var organ: OrganID?
    var enteredBy: AccountID
    var enteredAt: Instant
    /// The last day on which it may be disputed.
    var lastDay: Day
    var attempt: RevisitTry?
    var disputedAt: Instant?
    var decidedAt: Instant?
    var wasUpheld: Bool?

    /// Whether it was done in this person's name.
    func isOf(_ signed: Principal.Signed) -> Bool {
        if let person { return signed.person == person }
        return signed.grants.contains { grant in
            grant.role == .handler && organ.map { grant.place == .organ($0) } ?? false
        }
    }

    var isOpen: Bool { disputedAt != nil && decidedAt == nil }

    func mayBeDisputed(on day: Day) -> Bool { disputedAt == nil && day <= lastDay }
}

enum BehalfTable {
    private static let columns: SQL = """
        id, matter, sequence, act, person, organ, entered_by, entered_at, last_day, try_day, try_channel, try_reached,
        disputed_at, decided_at, was_upheld
        """

    static func insert(_ act: BehalfAct, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO behalf_act (id, matter, sequence, act, person, organ, entered_by, entered_at, last_day, try_day,
              try_channel, try_reached)
            VALUES (\(act.id), \(act.matter), \(act.sequence), \(act.act.rawValue), \(act.person), \(act.organ),
              \(act.enteredBy), \(act.enteredAt), \(act.lastDay), \(act.attempt?.day), \(act.attempt?.channel.rawValue),
              \(act.attempt?.wasReached))
            """)
    }

    static func find(_ id: Int64, in db: Transaction) throws -> BehalfAct? {
        try db.row("SELECT \(columns) FROM behalf_act WHERE id = \(id)").map(act)
    }

    /// Of one matter, oldest first.
    static func all(of matter: MatterID, in db: Transaction) throws -> [BehalfAct] {
        try db.rows("SELECT \(columns) FROM behalf_act WHERE matter = \(matter) ORDER BY sequence").map(act)
    }

    /// False when somebody of the organ was quicker.
    static func dispute(_ act: BehalfAct, by account: AccountID, at now: Instant, in db: Transaction) throws -> Bool {
        try db.changed(
            """
            UPDATE behalf_act SET disputed_at = \(now), disputed_by = \(account)
            WHERE id = \(act.id) AND disputed_at IS NULL
            """) == 1
    }

    /// False when somebody else has decided.
    static func decide(
        _ act: BehalfAct, isUpheld: Bool, by account: AccountID, at now: Instant, in db: Transaction
    ) throws -> Bool {
        try db.changed(
            """
            UPDATE behalf_act SET decided_at = \(now), decided_by = \(account), was_upheld = \(isUpheld)
            WHERE id = \(act.id) AND disputed_at IS NOT NULL AND decided_at IS NULL
            """) == 1
    }

    private static func act(_ row: Row) throws -> BehalfAct {
        guard let act = Act(rawValue: try row[3]) else { throw DatabaseError.corrupt("behalf_act") }
        var attempt: RevisitTry?
        if let day: Day = try row[9], let channel = (try row[10] as String?).flatMap(Channel.init) {
            attempt = RevisitTry(day: day, channel: channel, wasReached: try row[11])
        }
        return BehalfAct(
            id: try row[0], matter: try row[1], sequence: try row[2], act: act, person: try row[4], organ: try row[5],
            enteredBy: try row[6], enteredAt: try row[7], lastDay: try row[8], attempt: attempt,
            disputedAt: try row[12], decidedAt: try row[13], wasUpheld: try row[14])
    }
}

/// Disputes that wait for a decision, at the station and the office that decide. A queue: a row goes with its decision.
enum OpenDisputeTable {
    static func insert(_ act: BehalfAct, of matter: Matter, at now: Instant, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO open_dispute (behalf_act, matter, number, station, office, since)
            VALUES (\(act.id), \(matter.id), \(matter.number.text), \(matter.station), \(matter.assigningOffice), \(now))
            """)
    }

    static func delete(_ act: BehalfAct, in db: Transaction) throws {
        try db.run("DELETE FROM open_dispute WHERE behalf_act = \(act.id)")
    }

    /// They go where their matter goes.
    static func follow(_ before: Matter, _ after: Matter, in db: Transaction) throws {
        guard before.station != after.station || before.assigningOffice != after.assigningOffice else { return }
        try db.run(
            """
            UPDATE open_dispute SET station = \(after.station), office = \(after.assigningOffice)
            WHERE matter = \(after.id)
            """)
    }

    /// Numbers of the matters in which this person has to decide, the longest waiting first.
    static func numbers(for signed: Principal.Signed, in db: Transaction) throws -> [MatterNumber] {
        var stations: [StationID] = []
        var offices: [OrganID] = []
        for grant in signed.grants {
            if grant.role == .stationHead, case .station(let id) = grant.place { stations.append(id) }
            if grant.role == .assigningOffice, case .organ(let id) = grant.place { offices.append(id) }
        }
        guard !stations.isEmpty || !offices.isEmpty else { return [] }
        let rows = try db.rows(
            """
            SELECT number, since FROM open_dispute WHERE station IN \(list: stations)
            UNION SELECT number, since FROM open_dispute WHERE office IN \(list: offices)
            ORDER BY since LIMIT 50
            """)
        var seen: Set<String> = []
        return try rows.compactMap { row in
            let text: String = try row[0]
            return seen.insert(text).inserted ? MatterNumber(stored: text) : nil
        }
    }
}
