/// What time does by itself: it reminds, marks, and hands on what nobody took up.
extension Decision {
    /// Once a clock, some working days before its end; an unstated date is reminded of when it is overdue (row 90).
    mutating func remind(_ kind: ClockKind) throws(Refusal) {
        guard let index = matter.clocks.firstIndex(where: { $0.kind == kind && $0.remindedOn == nil }) else {
            throw .notNow(act, matter.state)
        }
        matter.clocks[index].remindedOn = today
        note("clock", kind.rawValue)
        note("due", matter.clocks[index].deadline.dueOn)
    }

    mutating func markOverdue(_ kind: ClockKind) throws(Refusal) {
        guard
            let index = matter.clocks.firstIndex(where: {
                $0.kind == kind && $0.overdueMarkedOn == nil && $0.isOverdue(at: now)
            })
        else { throw .notDueYet }
        note("clock", kind.rawValue)
        note("due", matter.clocks[index].deadline.dueOn)
        if kind.isOnlyARight {
            event = "rightEnded"
            matter.clocks.remove(at: index)
            return
        }
        matter.clocks[index].overdueMarkedOn = today
        if !hasSilence(kind) { matter.clocks[index].silencePassedOn = today }
    }

    /// A clock beside the main one is only marked: nobody else takes over for it.
    private func hasSilence(_ kind: ClockKind) -> Bool {
        guard matter.state.mainClocks.contains(kind) else { return false }
        return switch silenceRule(of: kind) {
        case .centralStation, .head, .officeAbove, .countsAsAccepted, .ladder, .headReminds, .closes: true
        case .asLead, .markOnly, .nothing: false
        }
    }

    /// The state's own rule for silence, once for each clock.
    mutating func passSilence() throws(Refusal) {
        guard let main = matter.mainClock, main.isOverdue(at: now), main.silencePassedOn == nil else {
            throw .notDueYet
        }
        note("clock", main.kind.rawValue)
        let silence = silenceRule(of: main.kind)
        note("silence", silence.rawValue)
        markSilent(main.kind)
        switch silence {
        case .centralStation: moveToCentralStation()
        case .head: moveToHead(restarting: main)
        case .officeAbove: moveUp(restarting: main)
        case .countsAsAccepted: takeUp()
        case .ladder:
            matter.handling.supervisionLevel += 1
            note("supervision-level", Int64(matter.handling.supervisionLevel))
        case .closes:
            matter.closure = .notContested
            enter(.closed, nil)
        case .headReminds, .asLead, .markOnly, .nothing: break
        }
    }

    private func silenceRule(of main: ClockKind) -> SilenceRule {
        if main == .contestWindow { return .closes }
        // A merged matter that has its lead's answer is the station's own again.
        if matter.state == .merged, main != .asLead { return .head }
        return matter.state.silenceRule
    }

    private mutating func markSilent(_ kind: ClockKind) {
        guard let index = matter.clocks.firstIndex(where: { $0.kind == kind }) else { return }
        matter.clocks[index].silencePassedOn = today
    }

    /// To the county's central station, and from there to the next; at the top it stays and is marked.
    private mutating func moveToCentralStation() {
        guard let central = around.centralStation(above: matter.station) else { return }
        matter.station = central.id
        note("station", central.id)
        enter(.registered, .station(central.id), clocks: clock(.triage, .triage))
    }

    private mutating func moveToHead(restarting main: Clock) {
        guard matter.onDuty != .head else { return }
        enter(matter.state, stationHolder, onDuty: .head, clocks: again(main))
    }

    private mutating func moveUp(restarting main: Clock) {
        guard let office = around.office(above: matter.level) else { return }
        hold(office)
        enter(matter.state, .organ(office.id), clocks: again(main))
    }

    /// The same clock anew for whoever has it now.
    func again(_ main: Clock) -> Clock {
        main.policy.map { clock(main.kind, $0) } ?? self.clock(main.kind, on: today.adding(days: 5))
    }

    /// A new calendar or policy moves open deadlines; a date already told is never brought forward.
    mutating func recompute() {
        for index in matter.clocks.indices {
            let old = matter.clocks[index]
            guard let (deadline, policy) = countAgain(old), deadline != old.deadline else { continue }
            guard deadline.dueOn >= old.deadline.dueOn else {
                matter.clocks[index].deadline.isProvisional = deadline.isProvisional
                continue
            }
            matter.clocks[index].deadline = deadline
            matter.clocks[index].policy = policy.key
            matter.clocks[index].policyVersion = policy.version
            guard deadline.dueOn > old.deadline.dueOn else { continue }
            if deadline.dueAt >= now {
                // It runs again, and its new end counts like any other.
                matter.clocks[index].overdueMarkedOn = nil
                matter.clocks[index].silencePassedOn = nil
            }
            note("clock", old.kind.rawValue)
            note("old-due", old.deadline.dueOn)
            note("due", deadline.dueOn)
        }
    }

    /// Counted as it was when it started, with the same cap. A named date stands; a lead's clock is counted there.
    private func countAgain(_ clock: Clock) -> (Deadline, ResolvedPolicy)? {
        guard let key = clock.policy, clock.kind != .asLead else { return nil }
        let start = clock.deadline.startedOn
        if clock.kind == .reporterNotice {
            return rules.deadline(.reporterNotice, from: start, cappedBy: .reporterNoticeCap)
        }
        // The short time after a returned reply is no handling time of its own.
        guard clock.kind == .handling, key != .handlerAccept else { return rules.deadline(key, from: start) }
        let isCapped = key == .handleCap || key == .handleCapWide
        let own: PolicyKey = isCapped ? (matter.level == .township ? .handleTownship : .handleCounty) : key
        return rules.deadline(own, from: start, cappedBy: matter.handlingCap)
    }

    /// Nobody at the holder can be reached any more: the next one who can, above rather than below. While an organ
    /// holds it, the station must still be reachable: its head names the supervising deputy, its clerk tells the
    /// reporter.
    mutating func moveUnreachable() throws(Refusal) {
        // A merged one goes where its lead goes.
        guard matter.clock(.asLead) == nil else { throw .notNow(act, matter.state) }
        switch matter.holder {
        case .station:
            try require(!isStationReachable, .stillReachable)
            try moveStation()
            matter.holder = stationHolder
        case .organ(let id):
            if let holder = around.holder, holder.id == id, holder.isReachable {
                try require(!isStationReachable, .stillReachable)
                return try moveStation()
            }
            note("left", id)
            try leaveOrgan()
        case nil: throw .notNow(act, matter.state)
        }
    }

    private var isStationReachable: Bool {
        around.stations.first { $0.id == matter.station }?.isReachable == true
    }

    private mutating func moveStation() throws(Refusal) {
        guard let station = around.station(insteadOf: matter.station, notBelow: matter.lowestLevel) else {
            throw .noOpenPlace
        }
        matter.station = station.id
        note("station", station.id)
    }

    private mutating func leaveOrgan() throws(Refusal) {
        switch matter.state {
        case .assigned, .inHandling, .promised, .rework:
            try putBack(to: decidingOffice)
        case .referred:
            // The slip stays with the department; the station sees to it that somebody there takes it up.
            if !isStationReachable { try moveStation() }
            matter.holder = stationHolder
        case .accepted, .submittedUp, .objected, .rated, .jointReview, .contested:
            let above = around.office(above: matter.level)
            guard let office = above ?? around.office(near: matter.level, notBelow: matter.lowestLevel) else {
                throw .noReachableOffice
            }
            hold(office)
            matter.holder = .organ(office.id)
        case .merged, .registered, .answeredOnSpot, .replied, .answered, .redirected, .rejected, .withdrawn, .closed:
            throw .notNow(act, matter.state)
        }
    }
}
