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
        matter.clocks[index].overdueMarkedOn = today
        if !hasSilence(kind) { matter.clocks[index].silencePassedOn = today }
        note("clock", kind.rawValue)
        note("due", matter.clocks[index].deadline.dueOn)
    }

    /// A clock beside the main one is only marked: nobody else takes over for it.
    private func hasSilence(_ kind: ClockKind) -> Bool {
        guard matter.state.mainClocks.contains(kind) else { return false }
        if kind == .contestWindow { return true }
        return switch matter.state.silenceRule {
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
        note("silence", silenceRule(of: main).rawValue)
        markSilent(main.kind)
        switch silenceRule(of: main) {
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

    private func silenceRule(of main: Clock) -> SilenceRule {
        main.kind == .contestWindow ? .closes : matter.state.silenceRule
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
        matter.assigningOffice = office.id
        matter.level = office.level
        note("office", office.id)
        enter(matter.state, .organ(office.id), clocks: again(main))
    }

    /// The same clock anew for whoever has it now.
    private func again(_ main: Clock) -> Clock {
        main.policy.map { clock(main.kind, $0) } ?? self.clock(main.kind, on: today.adding(days: 5))
    }

    /// A new calendar or policy moves open deadlines; a date already told is never brought forward.
    mutating func recompute() {
        for index in matter.clocks.indices {
            let old = matter.clocks[index]
            guard let key = old.policy else { continue }
            let (deadline, policy) = rules.deadline(key, from: old.deadline.startedOn)
            let isLater = deadline.dueOn >= old.deadline.dueOn
            guard deadline != old.deadline, isLater || old.deadline.isProvisional == false else {
                matter.clocks[index].deadline.isProvisional = deadline.isProvisional
                continue
            }
            guard isLater else { continue }
            note("clock", old.kind.rawValue)
            note("old-due", old.deadline.dueOn)
            note("due", deadline.dueOn)
            matter.clocks[index].deadline = deadline
            matter.clocks[index].policyVersion = policy.version
        }
    }

    /// Nobody at the holder can be reached any more: the next one above who can.
    mutating func moveUnreachable() throws(Refusal) {
        switch matter.holder {
        case .station(let id):
            guard around.stations.first(where: { $0.id == id })?.isReachable != true else { throw .stillReachable }
            guard let central = around.centralStation(above: id) else { throw .noReachableOffice }
            matter.station = central.id
            matter.holder = .station(central.id)
            note("station", central.id)
        case .organ(let id):
            guard around.holder?.isReachable != true else { throw .stillReachable }
            try leaveOrgan(id)
        case nil: throw .notNow(act, matter.state)
        }
    }

    private mutating func leaveOrgan(_ organ: OrganID) throws(Refusal) {
        note("left", organ)
        switch matter.state {
        case .assigned, .inHandling:
            try putBack()
        case .promised, .rework:
            // The promise stands; the office that assigned it answers for it until somebody can be found.
            guard let office = around.office(from: matter.level) else { throw .noReachableOffice }
            matter.holder = .organ(office.id)
            note("office", office.id)
        case .referred: throw .noReachableOffice
        case .accepted, .submittedUp, .objected, .rated, .jointReview, .contested:
            guard let office = around.office(above: matter.level) else { throw .noReachableOffice }
            matter.assigningOffice = office.id
            matter.level = office.level
            matter.holder = .organ(office.id)
            note("office", office.id)
        case .registered, .answeredOnSpot, .replied, .answered, .redirected, .rejected, .merged, .withdrawn, .closed:
            throw .notNow(act, matter.state)
        }
    }
}
