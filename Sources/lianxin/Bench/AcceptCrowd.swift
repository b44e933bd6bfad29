import App
import Database
import Directory
import Domain
import Matters

/// Opinions that are accepted at the same moment, each in a write of its own: how often they stand in each other's way,
/// and what that costs. All of one city draw their numbers from one row.
struct AcceptCrowd {
    private static let sizes = [8, 32]
    /// How many write at the same moment in one process.
    private static let writers = PostgresOptions().writers

    private struct Outcome: Sendable {
        var seconds: [Double] = []
        var refused = 0
    }

    private let senders: Int
    private let isOneCity: Bool
    private let outcome: Outcome
    private let wall: Double
    private let conflicts: Int

    /// Each sender has a connection to write with. Several applications over one database are as good as processes:
    /// each has connections, ids and a memory of its own.
    static func measure(_ ground: BenchGround, in place: BenchPlace, count: Int) async throws -> [AcceptCrowd] {
        var crowds: [AcceptCrowd] = []
        for senders in sizes {
            try await withApplications(senders / writers, place.settings) { applications in
                for isOneCity in [false, true] {
                    let codes = isOneCity ? ground.divisionsOfOneCity : ground.divisions
                    let atlas = try await applications[0].snapshot().atlas
                    let areas = codes.compactMap { atlas.division(code: $0)?.id }
                    crowds.append(try await measure(senders, isOneCity, areas, applications, count: count))
                }
            }
        }
        return crowds
    }

    private static func withApplications(
        _ count: Int, _ settings: Settings, _ open: [Installation] = [], _ body: ([Installation]) async throws -> Void
    ) async throws {
        guard open.count < count else { return try await body(open) }
        try await run(build(settings)) { app in
            try await withApplications(count, settings, open + [app.installation], body)
        }
    }

    private static func measure(
        _ senders: Int, _ isOneCity: Bool, _ areas: [DivisionID], _ applications: [Installation], count: Int
    ) async throws -> AcceptCrowd {
        Terminal.say("bench: accepting opinions, \(senders) at the same moment")
        // Before the clock runs: all connections are open, the statements are prepared.
        _ = try await send(4 * senders, by: senders, in: areas, to: applications)
        let before = conflicts(in: applications)
        let clock = ContinuousClock()
        let began = clock.now
        let outcome = try await send(count, by: senders, in: areas, to: applications)
        return AcceptCrowd(
            senders: senders, isOneCity: isOneCity, outcome: outcome, wall: (clock.now - began).seconds,
            conflicts: conflicts(in: applications) - before)
    }

    private static func conflicts(in applications: [Installation]) -> Int {
        applications.reduce(0) { $0 + $1.database.figures.conflicts }
    }

    /// Everybody one after the other, all beside each other.
    private static func send(
        _ count: Int, by senders: Int, in areas: [DivisionID], to applications: [Installation]
    ) async throws -> Outcome {
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            for sender in 0..<senders {
                let installation = applications[sender % applications.count]
                group.addTask {
                    var outcome = Outcome()
                    for number in stride(from: sender, to: count, by: senders) {
                        let area = areas[number % areas.count]
                        if let seconds = try await Self.accept(AcceptRate.opinion(number, in: area), installation) {
                            outcome.seconds.append(seconds)
                        } else {
                            outcome.refused += 1
                        }
                    }
                    return outcome
                }
            }
            var all = Outcome()
            for try await outcome in group {
                all.seconds += outcome.seconds
                all.refused += outcome.refused
            }
            return all
        }
    }

    /// How long it took; nil when others were in its way until the time to wait was over.
    private static func accept(_ draft: OpinionDraft, _ installation: Installation) async throws -> Double? {
        let clock = ContinuousClock()
        let began = clock.now
        do {
            let leased = try await installation.ids.take()
            let now = Instant.current
            _ = try await installation.database.write { db in
                var ids = leased
                return try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation)
            }
            return (clock.now - began).seconds
        } catch DatabaseError.busy {
            return nil
        }
    }

    static func table(_ crowds: [AcceptCrowd]) -> BenchTable {
        var table = BenchTable(
            "Accepting opinions at the same moment, PostgreSQL",
            [
                "at the same moment", "in", "opinions per second", "median, ms", "99th of 100, ms", "worst, ms",
                "conflicts per opinion", "refused as busy",
            ])
        for crowd in crowds {
            let times = WaitingTimes(crowd.outcome.seconds.map { $0 * 1000 })
            let accepted = Double(crowd.outcome.seconds.count)
            table.add([
                "\(crowd.senders)", crowd.isOneCity ? "one city" : "all cities", (accepted / crowd.wall).short,
                times.part(0.5).short, times.part(0.99).short, times.part(1).short,
                (Double(crowd.conflicts) / max(1, accepted)).short, "\(crowd.outcome.refused)",
            ])
        }
        table.note = """
            In one process; for every \(writers) senders an application of its own with \(writers) connections to \
            write with, as in production. A conflict is one transaction run again because another stood in its way.
            """
        return table
    }
}
