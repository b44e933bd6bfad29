import Domain
import Matters

/// What came of all lives.
package struct LifeReport: Sendable {
    /// Receipts kept for each state.
    private static let receiptsEach = 3

    /// How many there are.
    package private(set) var matters = 0
    /// All events together.
    package private(set) var events = 0
    /// How many stand in each state.
    package private(set) var states: [MatterState: Int] = [:]
    /// How often each thing happened.
    package private(set) var eventNames: [String: Int] = [:]
    /// What the rules did not allow: none, or the director has a fault.
    package private(set) var refusals: [String: Int] = [:]
    private(set) var receipts: [MatterState: [DemoNotes.Receipt]] = [:]
    private var bodies: Set<Int> = []

    /// How many different texts.
    package var distinctBodies: Int { bodies.count }

    mutating func add(_ batch: PlayedBatch) {
        for refusal in batch.refusals { refusals[refusal, default: 0] += 1 }
        for replay in batch.replays {
            for name in replay.eventNames { eventNames[name, default: 0] += 1 }
            events += replay.eventCount
            for index in 0..<replay.count {
                matters += 1
                bodies.insert(replay.words(index).hashValue)
                keep(replay.matter(index), replay.code(index))
            }
        }
    }

    /// The newest of each state: matters of 北关街道, which are written last, push out older ones.
    private mutating func keep(_ matter: Matter, _ code: QueryCode) {
        states[matter.state, default: 0] += 1
        var kept = receipts[matter.state] ?? []
        kept.insert(
            DemoNotes.Receipt(number: matter.number.text, code: code.digits, state: matter.state.rawValue), at: 0)
        receipts[matter.state] = Array(kept.prefix(LifeReport.receiptsEach))
    }
}
