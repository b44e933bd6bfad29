/// One act being decided: what it looks at, and what it has changed so far.
struct Decision {
    let before: Matter
    let act: Act
    let relations: Set<Relation>
    let around: Surroundings
    let rules: Rules
    let now: Instant

    var matter: Matter
    var event: String
    var facts: [MatterChange.Fact] = []
    var words: [MatterChange.Words] = []

    var today: Day { Day(of: now) }

    // MARK: what happens

    /// Moves to a state with a new holder and the first clock of that state; clocks of the old state end.
    mutating func enter(
        _ state: MatterState, _ holder: Holder?, onDuty: OnDuty = .station, clocks: Clock...
    ) {
        let ended = Set(matter.state.mainClocks)
        matter.clocks.removeAll { ended.contains($0.kind) }
        for clock in clocks { start(clock) }
        matter.state = state
        matter.holder = holder
        matter.onDuty = onDuty
        if state != .merged { matter.stateBeforeMerger = nil }
        if state.isFinal {
            matter.clocks = []
            matter.closedOn = today
        }
    }

    mutating func start(_ clock: Clock) {
        stop(clock.kind, organ: clock.organ)
        matter.clocks.append(clock)
    }

    mutating func stop(_ kind: ClockKind, organ: OrganID? = nil) {
        matter.clocks.removeAll { $0.kind == kind && $0.organ == organ }
    }

    /// A clock by policy, starting today.
    func clock(_ kind: ClockKind, _ key: PolicyKey, organ: OrganID? = nil) -> Clock {
        let (deadline, policy) = rules.deadline(key, from: today)
        return Clock(kind, deadline, policy: key, version: policy.version, organ: organ)
    }

    /// A clock that ends on a day somebody named.
    func clock(_ kind: ClockKind, on day: Day) -> Clock {
        Clock(kind, rules.calendar.deadline(.on(day), from: today))
    }

    mutating func note(_ key: String, _ number: Int64) {
        facts.append(.init(key: key, value: .integer(number)))
    }

    mutating func note(_ key: String, _ code: String) {
        facts.append(.init(key: key, value: .code(code)))
    }

    mutating func note(_ key: String, _ day: Day) {
        note(key, Int64(day.number))
    }

    mutating func say(_ kind: String, _ text: String) {
        if !text.isEmpty { words.append(.init(kind: kind, text: text)) }
    }

    // MARK: what must hold

    /// A reason that says something (row 52: an empty or short one is refused).
    mutating func reason(_ text: String) throws(Refusal) {
        try long(text, "reason", "理由", .reasonMinimum)
        say("reason", text)
    }

    func long(_ text: String, _ code: String, _ what: String, _ key: PolicyKey) throws(Refusal) {
        let least = rules.number(key)
        guard text.count(where: { !$0.isWhitespace }) >= least else { throw .tooShort(code, what, least) }
    }

    func require(_ holds: Bool, _ refusal: Refusal) throws(Refusal) {
        guard holds else { throw refusal }
    }

    var stationHolder: Holder { .station(matter.station) }

    func change() -> MatterChange {
        var after = matter
        after.version += 1
        return MatterChange(before: before, matter: after, event: event, facts: facts, words: words)
    }
}
