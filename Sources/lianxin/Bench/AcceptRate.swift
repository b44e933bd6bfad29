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

    private let engine: EngineKind
    private let opinions: Int
    private var writingStatements = 0
    private var accepting = Duration.zero
    private var replaying = Duration.zero

    static func measure(
        _ ground: BenchGround, in place: BenchPlace, beside replayed: BenchPlace, count: Int
    ) async throws -> AcceptRate {
        let log = StatementLog()
        var settings = place.settings
        settings.statementLog = log
        let engine = try replayed.settings.database.open()
        let rate = try await run(build(settings)) { app in
            var rate = AcceptRate(ground.engine, opinions: count)
            try await rate.measure(app.installation, ground.divisions, log, engine)
            return rate
        }
        try await engine.close()
        return rate
    }

    private init(_ engine: EngineKind, opinions: Int) {
        self.engine = engine
        self.opinions = opinions
    }

    private mutating func measure(
        _ installation: Installation, _ divisions: [String], _ log: StatementLog, _ engine: any DatabaseEngine
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

    static func opinion(_ number: Int, in area: DivisionID) -> OpinionDraft {
        OpinionDraft(
            area: area, words: BenchWords.opinion(number), place: "村口第 \(number) 号机井", channel: .web,
            reporter: ReporterDraft(name: Sensitive("张秀英"), phone: Sensitive(BenchWords.phone(number))))
    }

    static func table(_ rates: [AcceptRate]) -> BenchTable {
        let hold = Hold.atLeast(0.5)
        var table = BenchTable(
            "Accepting opinions, one after the other",
            ["engine", "opinions per second", "the engine alone", "writing statements of each", "ratio", "hold", ""])
        for rate in rates {
            let opinions = Double(rate.opinions)
            let (accepted, alone) = (opinions / rate.accepting.seconds, opinions / rate.replaying.seconds)
            let statements = Double(rate.writingStatements) / opinions
            table.add(
                [rate.engine.name, accepted.short, alone.short, statements.short] + hold.cells(accepted / alone))
        }
        table.note = """
            Each in a write that survives a power cut: on SQLite `synchronous = FULL`, on PostgreSQL as its server is \
            set. The engine alone: the writing statements of each opinion, with their values, one by one in one write \
            on another copy of the same database. The two take turns.
            """
        return table
    }
}
