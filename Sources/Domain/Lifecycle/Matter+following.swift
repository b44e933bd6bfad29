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
        switch lead.state {
        case .withdrawn, .referred, .redirected, .rejected:
            decision.matter.lead = nil
            decision.matter.stateBeforeMerger = nil
            decision.enter(.registered, .station(station), clocks: decision.clock(.triage, .triage))
        case .answered, .promised, .rated, .closed, .answeredOnSpot:
            guard holder != .station(station) || clock(.delivery) == nil else { return nil }
            decision.enter(.merged, .station(station), clocks: decision.clock(.asLead, .delivery))
        case .registered, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied, .rework, .jointReview,
            .contested, .merged:
            guard let clock = lead.mainClock else { return nil }
            decision.enter(.merged, lead.holder, clocks: decision.following(clock))
        }
        guard decision.matter != self else { return nil }
        return decision.change()
    }
}
