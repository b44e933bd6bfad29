import TestSupport

@testable import Domain

/// Three matters of one town, and everything that people, time and policy may do to them, in any order.
struct RandomHistory {
    private(set) var lives: [Life]
    /// Every change that was allowed, in order.
    private(set) var changes: [MatterChange] = []
    var numbers: SeededNumbers

    init(seed: UInt64) throws {
        numbers = SeededNumbers(state: seed)
        let isBypassed = numbers.oneIn(6)
        let hasTelephone = !numbers.oneIn(3)
        lives = try (1...3).map { try Life(id: $0, isBypassed: isBypassed, hasTelephone: hasTelephone) }
        // Half begin somewhere on the way, so that the far end is reached as often as the beginning.
        guard !isBypassed else { return }
        for index in lives.indices where numbers.oneIn(2) { try beginOnTheWay(index) }
        if lives[0].matter.state != .registered, numbers.oneIn(3) { try mergeLast() }
    }

    mutating func step() {
        switch Int.random(in: 0..<100, using: &numbers) {
        case ..<12: letDaysPass(numbers.oneIn(5) ? 40 : Int.random(in: 0...15, using: &numbers))
        case ..<16: toggleReach()
        case ..<19: changePolicy()
        case ..<20: changeCalendar()
        default: actAtRandom()
        }
        settle()
    }

    private mutating func beginOnTheWay(_ index: Int) throws {
        let state = RandomHistory.onTheWay.randomElement(using: &numbers)!
        try lives[index].bring(to: state)
        if state == .accepted || state == .submittedUp { try lives[index].act(Say.deputy(), as: .head) }
        if state == .submittedUp, numbers.oneIn(2) {
            let organs = [LifecycleGround.waterBureau, LifecycleGround.transportBureau].map { lives[index].organ($0) }
            try lives[index].act(Say.assign(organs[0], with: [organs[1]]), as: .assigningOffice)
        }
    }

    private mutating func mergeLast() throws {
        guard lives[2].matter.state == .registered else { return }
        try lives[2].act(Say.triage(.common, .merge), as: .head)
        let lead = LeadMatter(lives[0].matter)
        apply(2) { (life: inout Life) in try? life.act(.merge(into: lead, reason: Say.reason), as: .head) }
        let told = MatterAction.deliver(.phone, words: Say.reason)
        apply(2) { (life: inout Life) in try? life.act(told, as: .clerk) }
    }

    private static let onTheWay: [MatterState] = [
        .accepted, .submittedUp, .assigned, .inHandling, .replied, .promised, .answered, .rated, .rework, .jointReview,
        .referred, .rejected, .redirected, .objected,
    ]

    // MARK: what may happen

    private mutating func actAtRandom() {
        let index = lives.indices.randomElement(using: &numbers)!
        let life = lives[index]
        guard let (act, relation) = numbers.oneIn(10) ? anything() : something(sensibleOn: life) else { return }
        let action = action(act, on: life)
        apply(index) { (life: inout Life) in try? life.act(action, as: relation) }
    }

    private mutating func anything() -> (Act, Relation)? {
        (Act.allCases.randomElement(using: &numbers)!, Relation.allCases.randomElement(using: &numbers)!)
    }

    /// What a button would offer; mostly something that brings the matter on.
    private mutating func something(sensibleOn life: Life) -> (Act, Relation)? {
        let isAnyGood = numbers.oneIn(6)
        for relation in Relation.allCases.shuffled(using: &numbers) {
            let offered = life.matter.acts(for: [relation], at: life.now)
                .filter { isAnyGood || !RandomHistory.idle.contains($0) }
            guard let act = offered.randomElement(using: &numbers) else { continue }
            return numbers.oneIn(RandomHistory.rarely[act] ?? 1) ? (act, relation) : nil
        }
        return nil
    }

    /// Acts that anybody may do at any time and that would cut every other history short: once in so many times.
    private static let rarely: [Act: Int] = [.withdraw: 20, .rate: 4, .unmerge: 8]

    /// Acts that leave the matter where it is.
    private static let idle: Set<Act> = [
        .remark, .support, .reportRelapse, .publish, .unpublish, .seeReporter, .remind, .markOverdue, .recompute,
        .moveUnreachable, .passSilence,
    ]

    private mutating func letDaysPass(_ days: Int) {
        for index in lives.indices { lives[index].wait(days: days) }
    }

    private mutating func toggleReach() {
        let places = LifecycleGround.stations.map(\.id) + LifecycleGround.organs.map(\.id)
        let place = places.randomElement(using: &numbers)!
        for index in lives.indices { lives[index].unreachable.formSymmetricDifference([place]) }
    }

    private mutating func changePolicy() {
        let clocks = PolicyKey.allCases.filter { if case .rule = $0.defaultValue { true } else { false } }
        let entry = PolicyEntry(
            id: Int64(changes.count + 1), key: clocks.randomElement(using: &numbers)!, area: LifecycleGround.county,
            validFrom: lives[0].today.adding(days: Int.random(in: -20...0, using: &numbers)),
            value: .rule(.workingDays(Int.random(in: 1...12, using: &numbers))), decidedBy: "县人大常委会")
        for index in lives.indices { lives[index].policies.append(entry) }
        recompute()
    }

    /// A notice names three more days off.
    private mutating func changeCalendar() {
        var exceptions = Notices.exceptions
        for _ in 0..<3 { exceptions[lives[0].today.adding(days: Int.random(in: 1...20, using: &numbers))] = false }
        let calendar = WorkCalendar(exceptions: exceptions, coveredYears: 2025...2027, names: Notices.names)
        for index in lives.indices { lives[index].calendar = calendar }
        recompute()
    }

    private mutating func recompute() {
        for index in lives.indices {
            apply(index) { (life: inout Life) in try? life.act(.recompute, as: .system) }
        }
    }

    // MARK: what follows by itself

    /// What the worker does until nothing is left: clocks, holders, merged matters.
    private mutating func settle() {
        for _ in 0..<12 {
            let before = lives.map(\.matter)
            for index in lives.indices {
                for _ in 0..<40 {
                    let life = lives[index]
                    guard let due = life.matter.dueAct(under: life.rules, at: life.now) else { break }
                    guard apply(index, { (life: inout Life) in try? life.act(due, as: .system) }) else { break }
                }
                while apply(index, { (life: inout Life) in try? life.act(.moveUnreachable, as: .system) }) {}
            }
            if lives.map(\.matter) == before { return }
        }
    }

    /// Does it, and lets merged matters follow. False when it was refused.
    @discardableResult
    private mutating func apply(_ index: Int, _ act: (inout Life) -> MatterChange?) -> Bool {
        guard let change = act(&lives[index]) else { return false }
        changes.append(change)
        follow(LeadMatter(change.matter))
        return true
    }

    private mutating func follow(_ lead: LeadMatter) {
        for index in lives.indices where lives[index].matter.lead == lead.id {
            let life = lives[index]
            guard let change = life.matter.following(lead, under: life.rules, at: life.now) else { continue }
            lives[index].matter = change.matter
            changes.append(change)
        }
    }

    /// The matter into which one was merged.
    func lead(of matter: Matter) -> Matter? {
        lives.first { $0.matter.id == matter.lead }?.matter
    }
}

extension SeededNumbers {
    mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}
