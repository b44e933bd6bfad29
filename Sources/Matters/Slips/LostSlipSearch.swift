import Database
import Directory
import Domain
import Record
import Secrets
import Web

/// Finds the matter of somebody who lost her slip, among those of the clerk's own station. Asked with a reason, counted,
/// and written down.
///
/// A telephone has its blind index. Names have none: two equal names would show as equal to whoever gets hold of the
/// rows, and people remember half a name. So the sealed names of some weeks are opened one by one, a few hundred at most.
struct LostSlipSearch: Sendable {
    static let mostNames = 400
    static let mostDays = 92
    private static let mostFound = 30

    enum Trace: Sendable {
        case telephone(Sensitive<String>)
        case name(Sensitive<String>, from: Day, to: Day)
    }

    struct Found: Sendable {
        let number: MatterNumber
        let version: Int64
        let title: String
        let saidOn: Day
        let state: MatterState
        let name: Sensitive<String>?
    }

    struct Result: Sendable {
        var found: [Found]
        /// More was said in those weeks than is looked through.
        var isCut: Bool
    }

    let trace: Trace
    let reason: String
    let duty: SlipDuty

    func run(
        _ db: Transaction, at now: Instant, ids: inout IDs, in installation: Installation
    ) throws -> Result {
        let most = try installation.snapshot(in: db).rules(on: Day(of: now)).number(.slipSearchesPerHour)
        let rule = RateRule("slip.search", most: most, seconds: 3600)
        let verdict = try installation.limits.take(rule, key: String(duty.signed.account), at: now, in: db)
        if case .exceeded(let seconds) = verdict { throw TooMany(retryAfter: seconds) }
        let result = try search(db, installation.keys)
        try record(result, db, at: now, ids: &ids, installation.log)
        return result
    }

    /// One that was found before, for a form that comes back: it is no other search.
    static func again(
        _ number: MatterNumber, by signed: Principal.Signed, atlas: Atlas, in db: Transaction, keys: KeyRing
    ) throws -> (duty: SlipDuty, found: Found) {
        let row = try db.row(
            """
            SELECT \(columns), m.station FROM matter m JOIN reporter r ON r.matter = m.id
            JOIN matter_words w ON w.matter = m.id WHERE m.number = \(number.text)
            """)
        guard let row, let station = atlas.station(try row[row.count - 1]) else { throw NotFound() }
        return (try SlipDuty(station, signed), try found(row, keys))
    }

    private func record(
        _ result: Result, _ db: Transaction, at now: Instant, ids: inout IDs, _ log: EventLog
    ) throws {
        let by =
            switch trace {
            case .telephone: "telephone"
            case .name: "name"
            }
        let draft = EventDraft(
            stream: Stream(kind: .station, id: duty.station.id), name: "slipSought", author: duty.author, at: now,
            facts: [Fact("by", code: by), Fact("found", Int64(result.found.count))],
            texts: [TextPart(kind: "reason", text: reason)])
        try log.append(draft, in: db, ids: &ids)
    }

    private func search(_ db: Transaction, _ keys: KeyRing) throws -> Result {
        switch trace {
        case .telephone(let phone):
            let rows = try db.rows(
                """
                SELECT \(Self.columns) FROM reporter r JOIN matter m ON m.id = r.matter
                JOIN matter_words w ON w.matter = m.id
                WHERE r.phone_index = \(keys.blindIndex("phone", phone.opened)) AND m.station = \(duty.station.id)
                ORDER BY m.sort_key DESC LIMIT \(Self.mostFound + 1)
                """)
            let found = try rows.map { try Self.found($0, keys) }
            return Result(found: Array(found.prefix(Self.mostFound)), isCut: found.count > Self.mostFound)
        case .name(let name, let first, let last):
            let rows = try db.rows(
                """
                SELECT \(Self.columns) FROM matter m JOIN reporter r ON r.matter = m.id
                JOIN matter_words w ON w.matter = m.id
                WHERE m.station = \(duty.station.id) AND m.sort_key >= \(first.start.ms << 20)
                  AND m.sort_key < \(last.adding(days: 1).start.ms << 20)
                ORDER BY m.sort_key DESC LIMIT \(Self.mostNames + 1)
                """)
            let found = try rows.prefix(Self.mostNames).map { try Self.found($0, keys) }
                .filter { $0.name?.opened.contains(name.opened) ?? false }
            return Result(found: Array(found.prefix(Self.mostFound)), isCut: rows.count > Self.mostNames)
        }
    }

    private static let columns: SQL = """
        m.id, m.number, m.version, m.registered_at, m.state, m.closure, w.title, r.name_sealed
        """

    private static func found(_ row: Row, _ keys: KeyRing) throws -> Found {
        let matter: MatterID = try row[0]
        guard let number = MatterNumber(stored: try row[1]), let state = MatterState(rawValue: try row[4]) else {
            throw DatabaseError.corrupt("matter")
        }
        let closure: String? = try row[5]
        let isPetition = state == .referred || closure == Closure.petitionAnswered.rawValue
        let name = try (row[7] as [UInt8]?).map {
            Sensitive(try keys.openText($0, table: "reporter", column: "name", row: matter))
        }
        return Found(
            number: number, version: try row[2], title: isPetition ? "信访事项" : try row[6],
            saidOn: Day(of: try row[3]), state: state, name: isPetition ? nil : name)
    }
}
