import Domain
import Record

/// What the record of a matter says of steps done in somebody's name.
struct RecordedDisputes {
    /// Events that were decided not to be hers, by their place in the chain.
    let disowned: Set<Int64>
    /// How many disputes wait for a decision.
    let undecided: Int
    let hasBehalfActs: Bool

    init(_ events: [RecordedEvent]) {
        func about(_ name: MatterEvent) -> [RecordedEvent] { events.filter { $0.name == name.rawValue } }
        let disputed = Set(about(.disputed).compactMap { $0.facts.integer("event") })
        let decided = about(.disputeDecided)
        disowned = Set(decided.filter { $0.facts.integer("upheld") == 1 }.compactMap { $0.facts.integer("event") })
        undecided = disputed.subtracting(decided.compactMap { $0.facts.integer("event") }).count
        let speakers: [Attestation.Speaker] = [.deputy, .handler]
        hasBehalfActs = events.contains { event in speakers.contains { $0.rawValue == event.author.onBehalf } }
    }
}
