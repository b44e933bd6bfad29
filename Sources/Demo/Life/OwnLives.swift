import Directory
import Domain
import Matters

/// The lives of the demo's own matters.
struct OwnLives: LifeStage {
    /// How many working days before the end a matter may begin that is left lying somewhere: the first that fits.
    private static let beginnings = [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 17, 20, 24, 28]

    let groups: LifeGroups
    let writer: GroupWriter
    let snapshot: Snapshot
    let matters: Int

    init(_ count: Int, writer: GroupWriter, snapshot: Snapshot) {
        groups = LifeGroups(count, until: writer.end, seed: writer.seed)
        self.writer = writer
        self.snapshot = snapshot
        matters = count
    }

    func batches(of matters: Int) -> [[Int]] { groups.batches(of: matters).map(Array.init) }

    func numbers(_ group: Int) -> [(area: DivisionID, day: Day)] { writer.numbers(groups.groups[group]) }

    func play(_ group: Int, _ tools: MatterReplay.Tools) throws -> Player {
        let group = groups.groups[group]
        guard let state = group.stopsIn else { return try play(group, daysAgo: 0, attempt: 0, tools) }
        var last: Player?
        for (attempt, daysAgo) in OwnLives.beginnings.enumerated() {
            let player = try play(group, daysAgo: daysAgo, attempt: attempt, tools)
            if player.replay.count == group.size, player.replay.matter(group.size - 1).state == state { return player }
            last = player
        }
        return try last ?? play(group, daysAgo: 1, attempt: 0, tools)
    }

    private func play(
        _ group: LifeGroup, daysAgo: Int, attempt: Int, _ tools: MatterReplay.Tools
    ) throws -> Player {
        var player = Player(
            writer.parts(group, daysAgo: daysAgo, attempt: attempt), in: MatterReplay(snapshot, tools),
            timetable: writer.timetable, until: writer.end, dice: Dice(seed: writer.seed &+ 7, for: group.index))
        try player.play()
        return player
    }
}
