import App
import Database
import Directory
import Domain
import Matters

/// How fast opinions are accepted, one after the other, each in a write of its own that survives a power cut; and how
/// fast the engine alone takes the same rows on another copy of the same database. The two take turns, so that what
/// else goes on in the machine slows down both.
struct AcceptRate {
    /// Before the clocks run: the statements are compiled, the pages are in memory.
    private static let warming = 100

    private let opinions: Int
    private var writingStatements = 0
    private var accepting = Duration.zero
    private var replaying = Duration.zero

    static func measure(_ ground: BenchGround, in folder: String, count: Int) async throws -> AcceptRate {
        try ground.copy(to: folder + "/accept")
        try ground.copy(to: folder + "/replay")
        let log = StatementLog()
        var settings = Settings(dataDirectory: folder + "/accept")
        settings.statementLog = log
        let engine = try SQLiteEngine(path: Settings(dataDirectory: folder + "/replay").databaseFile)
        let rate = try await run(build(settings)) { app in
            var rate = AcceptRate(opinions: count)
            try await rate.measure(app.installation, ground.divisions, log, engine)
            return rate
        }
        try await engine.close()
        return rate
    }

    private init(opinions: Int) {
        self.opinions = opinions
    }

    private mutating func measure(
        _ installation: Installation, _ divisions: [String], _ log: StatementLog, _ engine: SQLiteEngine
    ) async throws {
        let atlas = try await installation.snapshot().atlas
        let places = divisions.compactMap { atlas.division(code: $0)?.id }
        let clock = ContinuousClock()
        for number in 0..<(Self.warming + opinions) {
            let draft = Self.opinion(number, in: places[number % places.count])
            // A new block of ids is leased now and then; its row is none of the opinion's.
            let leased = try await installation.ids.take()
            let now = Instant.current
            _ = log.take()
            let accepted = try await clock.measure {
                _ = try await installation.database.write { db in
                    var ids = leased
                    return try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation)
                }
            }
            let statements = log.take().filter { !$0.text.hasPrefix("SELECT") }
            let replayed = try await clock.measure {
                try await engine.write { db in
                    for statement in statements { try db.run(statement) }
                }
            }
            guard number >= Self.warming else { continue }
            accepting += accepted
            replaying += replayed
            writingStatements += statements.count
        }
    }

    private static func opinion(_ number: Int, in area: DivisionID) -> OpinionDraft {
        OpinionDraft(
            area: area, words: BenchWords.opinion(number), place: "村口第 \(number) 号机井", channel: .web,
            reporter: ReporterDraft(name: Sensitive("张秀英"), phone: Sensitive(BenchWords.phone(number))))
    }

    var table: BenchTable {
        let accepted = Double(opinions) / accepting.seconds
        let engine = Double(opinions) / replaying.seconds
        let hold = Hold.atLeast(0.5)
        var table = BenchTable(
            "Accepting opinions", ["opinions per second", "the engine alone", "ratio", "hold", ""])
        table.add(accepted.short, engine.short, (accepted / engine).short, hold.text, hold.verdict(accepted / engine))
        table.note = """
            One after the other, each in a write that survives a power cut (synchronous FULL). The engine alone: the \
            \((Double(writingStatements) / Double(opinions)).short) writing statements of each opinion, with their \
            values, on another copy of the same database. The two take turns.
            """
        return table
    }
}
