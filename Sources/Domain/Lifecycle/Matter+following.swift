extension Matter {
    /// What a merged matter becomes when its lead moves: the same holder and the same end while the lead is being
    /// dealt with. When the lead's people have been told, or the lead was taken back, this one is the station's again:
    /// it must get its own answer, or go its own way. Nil when nothing changes.
    package func following(_ lead: LeadMatter, under rules: Rules, at now: Instant) -> MatterChange? {
        guard state == .merged, !answering.isDelivered else { return nil }
        var decision = Decision(
            before: self, act: .merge, relations: [.system],
            around: Surroundings(stations: [], offices: [], petitionOffice: nil),
            rules: rules, now: now, matter: self, event: "followed")
        // The lead was merged in its turn: from now on this one follows where that one went.
        if let further = lead.lead, lead.state == .merged { decision.matter.lead = further }
        decision.stand(with: lead)
        guard decision.matter != self else { return nil }
        return decision.change()
    }
}

extension Decision {
    /// 并案: as the lead stands, so stands what was merged into it.
    mutating func stand(with lead: LeadMatter) {
        switch lead.state {
        case .withdrawn, .referred, .redirected, .rejected:
            goOwnWay()
        case .answered, .promised, .rated, .closed, .answeredOnSpot: awaitOwnAnswer()
        // Merged in its turn into one that has been answered: there is something to tell here too.
        case .merged where lead.mainClock?.kind != .asLead: awaitOwnAnswer()
        case .registered, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied, .rework, .jointReview,
            .contested, .merged:
            guard let main = lead.mainClock, let holder = lead.holder else { return }
            let clock = Clock(.asLead, main.deadline, policy: main.policy, version: main.policyVersion)
            let isSame =
                matter.state == .merged && matter.holder == holder && matter.clock(.asLead)?.isAs(clock) == true
            if !isSame { enter(.merged, holder, clocks: clock) }
        }
    }

    private mutating func awaitOwnAnswer() {
        guard matter.state != .merged || matter.clock(.delivery) == nil else { return }
        enter(.merged, stationHolder, clocks: clock(.delivery, .delivery))
    }

    /// Out of the merger, back to its own station, to be looked at again.
    mutating func goOwnWay() {
        matter.lead = nil
        matter.triage?.isConfirmed = false
        beginAgain()
        enter(.registered, stationHolder, clocks: clock(.triage, .triage))
    }
}

extension LeadMatter {
    var mayTakeIn: Bool { state.takesInOthers && holder != nil && mainClock != nil }
}

extension MatterState {
    /// Others may be merged into it: still being dealt with, or at least answered so that there is something to tell.
    package var takesInOthers: Bool {
        switch self {
        case .registered, .answeredOnSpot, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied,
            .promised, .answered, .rated, .rework, .jointReview, .contested:
            true
        case .referred, .redirected, .rejected, .merged, .withdrawn, .closed: false
        }
    }
}

extension Clock {
    /// The same time limit, whatever was marked on it.
    fileprivate func isAs(_ other: Clock) -> Bool {
        kind == other.kind && deadline == other.deadline
    }
}
