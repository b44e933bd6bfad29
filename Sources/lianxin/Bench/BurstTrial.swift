import Database

/// 92,000 deputies are told at once and sign in, while opinions come in as on any day.
struct BurstTrial {
    private static let signInsPerSecond = 150.0
    private static let opinionsPerSecond = 10.0
    private static let minutes = 10
    /// Of what one process answers: so much can come for ever.
    private static let bearable = 0.8

    private let engine: EngineKind
    private let accounts: Int
    private let seconds: Int
    /// Sign-ins a second that one process answers when four are always asked for.
    private let most: Double
    private let phases: [BurstPhase]

    static func measure(_ ground: BenchGround, _ effort: BenchEffort) async throws -> BurstTrial {
        try await ground.place.withCopy("burst") { place -> BurstTrial in
            var crowd = try await BurstCrowd(ground, in: place)
            let served = try await ServedChild.serve(place)
            // It may have a queue before it, in which nobody waits any more.
            defer { served.child.kill() }
            Terminal.say("bench: a burst of sign-ins, \(ground.engine.name)")
            let most = try await Self.most(&crowd, served.http, seconds: min(5, Double(effort.burstSeconds)))
            // What can be borne comes first: afterwards there is the queue.
            let bearable = most * Self.bearable
            let paces = (bearable < signInsPerSecond ? [bearable] : []) + [signInsPerSecond]
            var phases: [BurstPhase] = []
            for pace in paces {
                phases.append(
                    try await BurstPhase.run(
                        signIns: pace, opinions: opinionsPerSecond, seconds: effort.burstSeconds,
                        patience: effort.patience, &crowd, on: served))
            }
            return BurstTrial(
                engine: ground.engine, accounts: crowd.accounts, seconds: effort.burstSeconds, most: most,
                phases: phases)
        }
    }

    private static func most(_ crowd: inout BurstCrowd, _ http: PlainHTTP, seconds: Double) async throws -> Double {
        var shares: [[[UInt8]]] = []
        for _ in 0..<4 { shares.append(try (0..<100).map { _ in try crowd.signIn() }) }
        let clock = ContinuousClock()
        let began = clock.now
        let answered = await withTaskGroup(of: Int.self) { group -> Int in
            for share in shares {
                group.addTask {
                    var answered = 0
                    for message in share where (clock.now - began).seconds < seconds {
                        if await http.send(message)?.status == 201 { answered += 1 }
                    }
                    return answered
                }
            }
            return await group.reduce(0, +)
        }
        return Double(answered) / (clock.now - began).seconds
    }
}

// MARK: Tables

extension BurstTrial {
    static func table(_ trials: [BurstTrial]) -> BenchTable {
        var table = BenchTable(
            "92,000 deputies told at once",
            [
                "engine", "what", "asked / s", "answered / s", "median, s", "95th of 100", "99th of 100", "worst",
                "not answered well",
            ])
        for trial in trials {
            for phase in trial.phases {
                for stream in phase.streams { table.add(trial.cells(of: stream, in: phase)) }
            }
        }
        table.note = note(trials)
        return table
    }

    private func cells(of stream: BurstPhase.Stream, in phase: BurstPhase) -> [String] {
        let times = stream.times
        let parts = [0.5, 0.95, 0.99, 1].map { share in
            let time = times.part(share)
            return time >= phase.patience ? "> \(phase.patience.short)" : time.short
        }
        let rates = [stream.perSecond.short, stream.answeredPerSecond.short]
        return [engine.name, stream.name] + rates + parts + [stream.troubles]
    }

    private static func note(_ trials: [BurstTrial]) -> String {
        let seconds = trials.first?.seconds ?? 0
        let patience = trials.first?.phases.first?.patience ?? 0
        let all = Int(signInsPerSecond) * minutes * 60
        let most = trials.map { "\($0.engine.name) \($0.most.short)" }.joined(separator: ", ")
        let accounts = trials.map { "\($0.accounts)" }.joined(separator: " and ")
        return """
            \(signInsPerSecond.short) sign-ins a second for \(minutes) minutes would be \(all); here that rate lasts \
            \(seconds) s (\((Double(seconds) / Double(minutes * 60)).short) of it), with \(opinionsPerSecond.short) \
            opinions a second. Open loop: a time counts from the moment at which a request was due, and who has no \
            answer after \(patience.short) s is gone and counts as that long. Each sign-in is another of \(accounts) \
            accounts and its first of the day, until all have come. One process; the load runs on the same cores. \
            What a sign-in costs is its password: scrypt, slow on purpose (`PasswordCost.standard`), on all processors \
            but one, so that pages go on; who would wait for more than about ten seconds is told so at once, with 503 \
            (`PasswordWork`). With four always asked for, one process answers \(most) a second; where that is less, \
            four fifths of it are asked for first.
            """
    }

    /// Whose processor time it was.
    static func cpuTable(_ trials: [BurstTrial]) -> BenchTable {
        var table = BenchTable(
            "Processor time in the burst",
            [
                "engine", "sign-ins asked / s", "s by the clock", "serving process, CPU s", "database server, CPU s",
                "CPU s per second",
            ])
        for trial in trials {
            for phase in trial.phases {
                table.add(
                    trial.engine.name, phase.streams[0].perSecond.short, phase.wall.short, phase.cpu.serving.short,
                    phase.cpu.database.short, (phase.cpu.total / phase.wall).short)
            }
        }
        table.note = "SQLite runs in the serving process."
        return table
    }
}
