import Directory
import Domain
import Matters
import Record

/// Where lives come from: the demo's own texts, or real messages. Groups are known by their place in a list.
protocol LifeStage: Sendable {
    /// How many matters there will be.
    var matters: Int { get }
    /// The groups in the order of their beginning, so many matters at a time.
    func batches(of matters: Int) -> [[Int]]
    /// The places and days for which numbers are needed.
    func numbers(_ group: Int) -> [(area: DivisionID, day: Day)]
    /// One group from beginning to end.
    func play(_ group: Int, _ tools: MatterReplay.Tools) throws -> Player
}

/// Groups that were played and wait to be written.
struct PlayedBatch: Sendable {
    var replays: [MatterReplay] = []
    var refusals: [String] = []
    var ids: IDs
}

extension LifeStage {
    func play(_ batch: [Int], _ tools: MatterReplay.Tools) throws -> PlayedBatch {
        var tools = tools
        var played = PlayedBatch(ids: tools.ids)
        for group in batch {
            let player = try play(group, tools)
            tools = player.replay.tools
            played.replays.append(player.replay)
            played.refusals += player.refusals
        }
        played.ids = tools.ids
        return played
    }
}
