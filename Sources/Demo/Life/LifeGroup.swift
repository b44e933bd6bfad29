import Domain

/// Matters that have to do with each other, before anything of them is drawn: enough to put them in order.
struct LifeGroup: Sendable {
    let index: Int
    let at: Instant
    let size: Int
    /// Left lying in a state, to be there at the end.
    let stopsIn: MatterState?
    /// One of the few in 北关街道, so that its people find one in every state.
    let isShown: Bool
}

/// Divides the matters of a demo into groups over three years, the earliest first.
struct LifeGroups {
    private static let years = 3
    /// Of so many matters one is left lying in each state.
    private static let share = 1_500
    private static let shown = 2

    let groups: [LifeGroup]

    init(_ count: Int, until end: Instant, seed: UInt64) {
        var groups: [LifeGroup] = []
        var left = count
        for state in MatterState.allCases {
            for number in 0..<max(1, count / LifeGroups.share) where left > 0 {
                let size = state == .merged && left > 1 ? 2 : 1
                left -= size
                groups.append(
                    LifeGroup(
                        index: groups.count, at: end, size: size, stopsIn: state,
                        isShown: number < LifeGroups.shown))
            }
        }
        // In milliseconds: see Timetable.moment.
        let span = Int64(LifeGroups.years) * 365 * 86_400_000
        while left > 0 {
            var dice = Dice(seed: seed, for: groups.count)
            let size = min(left, dice.weighed([(1, 93), (2, 4), (3, 2), (4, 1)]))
            left -= size
            let at = Instant(ms: end.ms - 3_600_000 - Int64(dice.below(Int(span))))
            groups.append(LifeGroup(index: groups.count, at: at, size: size, stopsIn: nil, isShown: false))
        }
        self.groups = groups.sorted { ($0.at, $0.index) < ($1.at, $1.index) }
    }

    /// So many groups that a transaction is neither long nor small.
    func batches(of matters: Int) -> [Range<Int>] {
        var batches: [Range<Int>] = []
        var start = 0
        var size = 0
        for (index, group) in groups.enumerated() {
            size += group.size
            guard size >= matters || index == groups.count - 1 else { continue }
            batches.append(start..<index + 1)
            start = index + 1
            size = 0
        }
        return batches
    }
}
