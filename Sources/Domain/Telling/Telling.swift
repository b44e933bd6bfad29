/// Somebody is told that something happened to a matter (告知). Which words and which way is not said here.
package struct Telling: Hashable, Sendable {
    /// What it is about. The raw values are those of the messages and stored with them: never renamed.
    package enum Kind: String, CaseIterable, Sendable {
        case receipt, accepted, merged, assigned, submittedUp, dateStated, delayed, overdue, answered, promiseDue
        case revisitAsked, referred, redirected, rejected, closed
        case supervisorNamed, supervisorWaits, handlerAssigned, handlerDueSoon, handlerDueToday, handlerOverdue
        case holderWaits, silencePassed
    }

    package enum Listener: Hashable, Sendable {
        case reporter
        /// 督办代表.
        case supervisor(PersonID)
        case organ(OrganID)
        /// Head and clerk of a station.
        case station(StationID)
        case head(StationID)
    }

    package var kind: Kind
    package var to: Listener
    /// The day that matters: until when somebody must act, or which day has passed.
    package var day: Day?
    /// Who has the matter now.
    package var holder: Holder?
    /// The time limit it is about, where it is about one.
    package var clock: Clock?
    /// However often that clock is looked at, it is told of once.
    package var isOnceForClock: Bool

    init(
        _ kind: Kind, to listener: Listener, day: Day? = nil, holder: Holder? = nil, clock: Clock? = nil,
        isOnceForClock: Bool = false
    ) {
        self.kind = kind
        to = listener
        self.day = day
        self.holder = holder
        self.clock = clock
        self.isOnceForClock = isOnceForClock
    }
}

extension MatterChange {
    /// Who is told of a change, and of what: everybody it concerns, nobody who asked to know nothing. `act` is nil for a
    /// registration and for a merged matter that goes with its lead. Whether somebody may know of the matter at all is
    /// settled by who holds it; a petition is told of by number and day only.
    package func tellings(of act: Act?, under rules: Rules, at now: Instant) -> [Telling] {
        let contest = rules.deadline(.contestWindow, from: Day(of: now)).0.dueOn
        let told = ReporterTelling(change: self, act: act, contestUntil: contest).telling
        let asked = HolderTelling(change: self, act: act).tellings
        return [told].compactMap(\.self) + asked
    }

    /// The clock that this change reminded of or marked.
    var touchedClock: Clock? {
        guard let before else { return nil }
        return matter.clocks.first { !before.clocks.contains($0) }
    }

    /// Code of a fact of its event.
    func code(_ key: String) -> String? {
        facts.lazy.compactMap { fact -> String? in
            guard fact.key == key, case .code(let code) = fact.value else { return nil }
            return code
        }.first
    }

    /// Whether its event says so by a one.
    func isNoted(_ key: String) -> Bool { facts.contains { $0.key == key && $0.value == .integer(1) } }
}
