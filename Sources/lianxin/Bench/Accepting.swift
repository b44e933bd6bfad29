import Database

/// What accepting an opinion costs on one engine, and how fast it goes. On copies, which are gone afterwards.
struct Accepting {
    let engine: EngineKind
    /// Over the API, for a thousand.
    let create: CPUTime
    let rate: AcceptRate
    /// Where several can write at the same moment.
    let crowds: [AcceptCrowd]

    static func measure(_ ground: BenchGround, _ effort: BenchEffort) async throws -> Accepting {
        try await ground.place.withCopy("accept") { place -> Accepting in
            Terminal.say("bench: accepting opinions, \(ground.engine.name)")
            let rate = try await ground.place.withCopy("replay") { replayed in
                try await AcceptRate.measure(ground, in: place, beside: replayed, count: effort.opinions)
            }
            let crowds = try await Self.crowds(ground, place, effort)
            let served = try await ServedChild.serve(place)
            defer { served.child.stop() }
            let create = try await effort.load.cost(.opinions(divisions: ground.divisions), on: served)
            return Accepting(engine: ground.engine, create: create, rate: rate, crowds: crowds)
        }
    }

    private static func crowds(
        _ ground: BenchGround, _ place: BenchPlace, _ effort: BenchEffort
    ) async throws -> [AcceptCrowd] {
        switch ground.engine {
        // One writes at a time, whoever asks.
        case .sqlite: []
        case .postgres: try await AcceptCrowd.measure(ground, in: place, count: effort.opinions)
        }
    }
}
