import Database
import Directory
import Domain
import Record

/// What waits for a signed-in person, soonest first.
struct Today: Sendable {
    struct Row: Hashable, Sendable {
        var number: MatterNumber
        var title: String
        var state: MatterState
        var division: String
        /// Who has it now.
        var holder: String
        /// The one next act that is this person's; nil while others have it.
        var next: Act?
        /// Why it stands here, one sentence.
        var why: String
        /// The end of the clock that the row is about.
        var dueOn: Day?
        var isOverdue: Bool
    }

    /// Overdue, or due today.
    var dueNow: [Row] = []
    /// Mine, due within the seven days from today.
    var thisWeek: [Row] = []
    /// Mine, due later.
    var later: [Row] = []
    /// Others have it; this person looks after it or waits for it.
    var waiting: [Row] = []
    /// What she wrote down for others as a liaison officer and is not asked for now, the newest first, ended or not.
    var own: [Row] = []
    /// There is more than these pages show; the list has the rest.
    var isCut = false
    /// What waits elsewhere than in a matter.
    var beside = WaitingBeside()
}

/// Fills `Today` out of the indexed holder columns: each way in which a person comes to a matter has an index that
/// ends with the due time, so the soonest are found first, whatever else there is.
enum TodayQuery {
    /// Matters looked at for each way; who has more is shown the soonest, as many as a list has on a page.
    private static let most = MatterListQuery.limit

    static func run(
        _ db: Transaction, by signed: Principal.Signed, at now: Instant, in installation: Installation
    ) throws -> Today {
        let snapshot = try installation.snapshot(in: db)
        let (found, isCut) = try matters(of: signed, in: db)
        var own: [(key: Int64, row: Today.Row)] = []
        let drawing = TodayDrawing(signed: signed, snapshot: snapshot, now: now)
        var today = Today()
        today.isCut = isCut
        today.beside = try WaitingBeside(of: signed, on: Day(of: now), in: db)
        for (stored, title) in found {
            guard let (group, row) = drawing.row(stored, title: title) else { continue }
            switch group {
            case .now: today.dueNow.append(row)
            case .week: today.thisWeek.append(row)
            case .later: today.later.append(row)
            case .waiting: today.waiting.append(row)
            case .own: own.append((stored.sortKey, row))
            }
        }
        today.own = own.sorted { $0.key > $1.key }.map(\.row)
        return today
    }

    /// Open matters of this person, soonest first, each once.
    private static func matters(
        of signed: Principal.Signed, in db: Transaction
    ) throws -> (found: [(StoredMatter, String)], isCut: Bool) {
        var seen: Set<MatterID> = []
        var isCut = false
        for way in Set(signed.grants.flatMap { ways(of: $0, signed) }) {
            let ids: [MatterID] = try db.rows("SELECT id FROM matter WHERE \(condition(way)) LIMIT \(most)")
                .map { try $0[0] }
            isCut = isCut || (ids.count == most && !way.isRegistrar)
            seen.formUnion(ids)
        }
        let rows = try db.rows(
            """
            SELECT \(StoredMatter.columns), (SELECT title FROM matter_words WHERE matter = id) FROM matter
            WHERE id IN \(list: seen.sorted()) ORDER BY due_at, id
            """)
        let clocks = try ClockTable.clocks(of: Array(seen), in: db)
        let found = try rows.map { row in
            var stored = try StoredMatter(row: row)
            stored.matter.clocks = clocks[stored.matter.id] ?? []
            return (stored, try row[row.count - 1] as String)
        }
        return (found, isCut)
    }

    private enum Way: Hashable {
        case station(StationID), holder(OrganID), office(OrganID), coHandler(OrganID), supervisor(PersonID)
        /// Wrote it down for somebody; what has ended counts too.
        case registrar(AccountID)

        var isRegistrar: Bool {
            switch self {
            case .registrar: true
            case .station, .holder, .office, .coHandler, .supervisor: false
            }
        }
    }

    private static func ways(of grant: Grant, _ signed: Principal.Signed) -> [Way] {
        switch (grant.role, grant.place) {
        case (.stationHead, .station(let id)), (.stationClerk, .station(let id)): [.station(id)]
        case (.deputy, _): [.supervisor(signed.person)]
        case (.assigningOffice, .organ(let id)): [.holder(id), .office(id)]
        case (.distributor, .organ(let id)), (.petitionOffice, .organ(let id)): [.holder(id)]
        case (.handler, .organ(let id)): [.holder(id), .coHandler(id)]
        case (.liaisonOfficer, _): [.registrar(signed.account)]
        case (.stationHead, _), (.stationClerk, _), (.assigningOffice, _), (.distributor, _), (.petitionOffice, _),
            (.handler, _), (.systemAdmin, _), (.securityAdmin, _), (.auditor, _):
            []
        }
    }

    /// With the order in which they are looked at.
    private static func condition(_ way: Way) -> SQL {
        switch way {
        case .station(let id): open("station = \(id)")
        case .holder(let id): open("holder_organ = \(id)")
        case .office(let id): open("assigning_office = \(id)")
        case .coHandler(let id): open("id IN (SELECT matter FROM matter_co_handler WHERE organ = \(id))")
        case .supervisor(let id): open("supervisor = \(id)")
        case .registrar(let id): "registered_by = \(id) ORDER BY sort_key DESC"
        }
    }

    private static func open(_ condition: SQL) -> SQL {
        "due_at IS NOT NULL AND " + condition + " ORDER BY due_at, id"
    }
}
