/// 督办代表、提交、交办: who looks after it, who decides, who does it.
extension Decision {
    mutating func nameSupervisor(_ candidate: Candidate) throws(Refusal) {
        try require(candidate.belongsToStation, .notOfStation)
        let concerned = Set(
            ([matter.handling.lead, matter.handling.distributor] + matter.handling.coHandlers).compactMap { $0 })
        let isFree = !candidate.isKin && !candidate.isParty && candidate.organsLed.isDisjoint(with: concerned)
        try require(isFree, .ledBySupervisor)
        matter.supervisor = candidate.person
        note("supervisor", candidate.person)
        start(clock(.supervisorDecline, .supervisorDecline))
        if matter.state.holderRule == .supervisorAtStation { giveDuty() }
    }

    /// To the deputy just named, who has the time anew when it was used up, or nobody would take over from a deputy
    /// that stays silent too.
    private mutating func giveDuty() {
        guard let main = matter.mainClock, main.silencePassedOn != nil else {
            matter.onDuty = .supervisor
            return
        }
        enter(matter.state, stationHolder, onDuty: .supervisor, clocks: again(main))
    }

    mutating func declineSupervision(_ reason: String) throws(Refusal) {
        guard let window = matter.clock(.supervisorDecline), !window.isOverdue(at: now) else { throw .declineOver }
        try self.reason(reason)
        stop(.supervisorDecline)
        matter.supervisor = nil
        if matter.state.holderRule == .supervisorAtStation {
            matter.onDuty = matter.state == .replied ? .head : .station
        }
    }

    /// Row 49: one level at a time; skipping needs an emergency or a conflict of interest, with the reason shown.
    mutating func elevate(_ level: Level, _ reason: String, _ skip: SkipGround?) throws(Refusal) {
        try self.reason(reason)
        try require(level > matter.level, .notHigher)
        try require(level == matter.level.next || skip != nil, .skipping)
        guard let office = around.office(from: level) else { throw .noReachableOffice }
        if let skip { note("skip", skip.rawValue) }
        note("from-level", Int64(matter.level.rawValue))
        note("to-level", Int64(office.level.rawValue))
        hold(office)
        enter(.submittedUp, .organ(office.id), clocks: clock(.elevationDecision, .elevationDecision))
    }

    mutating func hold(_ office: OrganPlace) {
        matter.assigningOffice = office.id
        matter.level = office.level
        note("office", office.id)
    }

    mutating func returnDown(_ reason: String) throws(Refusal) {
        try self.reason(reason)
        let below = around.offices.last {
            $0.level < matter.level && $0.isReachable && $0.level >= matter.lowestLevel
        }
        guard let below else { throw .noLowerOffice }
        hold(below)
        enter(.accepted, .organ(below.id), clocks: clock(.assign, .assign))
    }

    /// The office that decides on it, or the nearest that can be reached.
    var decidingOffice: OrganPlace? {
        if let office = matter.assigningOffice.flatMap(around.office), office.isReachable { return office }
        return around.office(near: firstDecidingLevel, notBelow: matter.lowestLevel)
    }

    /// The office it belongs to though nobody there can be reached just now: what a resident says is never refused
    /// for that. Timed work moves it on as soon as somebody can.
    var officeWhoever: OrganPlace? {
        matter.assigningOffice.flatMap(around.office) ?? around.offices.first { $0.level >= firstDecidingLevel }
    }

    /// Rows 45, 47, 48: triaged, supervised, and to an organ of the deciding office's own level.
    mutating func assign(_ assignment: Assignment) throws(Refusal) {
        guard let triage = matter.triage, triage.isConfirmed else { throw .noTriage }
        try require(triage.commonality == .common, .personal)
        try require(matter.supervisor != nil, .noSupervisor)
        try fit([assignment.lead] + assignment.coHandlers)
        matter.handling.isWide = assignment.isWide
        matter.handling.coHandlers = []
        for organ in assignment.coHandlers where !matter.handling.coHandlers.contains(organ.id) {
            matter.handling.coHandlers.append(organ.id)
            start(clock(.coHandlerOpinion, .coHandlerOpinion, organ: organ.id))
            note("co-handler", organ.id)
        }
        say("note", assignment.note)
        handOver(to: assignment.lead)
    }

    /// A fresh assignment: the handler's time to accept and the written deadline start together.
    private mutating func handOver(to organ: OrganPlace) {
        lead(by: organ)
        matter.handling.distributor = organ.kind == .governmentOffice ? organ.id : nil
        matter.handling.assignedOn = today
        endHandlersDates()
        matter.handling.extension = .none
        enter(.assigned, .organ(organ.id), clocks: clock(.handlerAccept, .handlerAccept))
        start(handlingClock())
    }

    /// Who leads does not also assist.
    private mutating func lead(by organ: OrganPlace) {
        matter.handling.lead = organ.id
        matter.handling.coHandlers.removeAll { $0 == organ.id }
        stop(.coHandlerOpinion, organ: organ.id)
        note("handler", organ.id)
    }

    /// Town 15 working days, county and above 30, never over 3 (6) months (代表法 51).
    func handlingClock() -> Clock {
        let key: PolicyKey = matter.level == .township ? .handleTownship : .handleCounty
        let (deadline, policy) = rules.deadline(key, from: today, cappedBy: matter.handlingCap)
        return Clock(.handling, deadline, policy: policy.key, version: policy.version)
    }

    private func fit(_ organs: [OrganPlace]) throws(Refusal) {
        guard let office = matter.assigningOffice.flatMap(around.office) else { throw .wrongHandler }
        for organ in organs {
            try require(office.mayAssign(to: organ), .wrongHandler)
            try require(organ.isReachable, .unreachable)
            try require(!around.organsLedBySupervisor.contains(organ.id), .ledBySupervisor)
        }
    }

    /// The distributor passes it on; the first clock is not restarted.
    mutating func subAssign(_ organ: OrganPlace, _ note: String) throws(Refusal) {
        guard let sender = around.holder else { throw .wrongHandler }
        try require(sender.mayDistribute(to: organ), .wrongHandler)
        try require(organ.isReachable, .unreachable)
        try require(!around.organsLedBySupervisor.contains(organ.id), .ledBySupervisor)
        matter.handling.distributor = sender.id
        lead(by: organ)
        matter.holder = .organ(organ.id)
        say("note", note)
    }

    mutating func decideObjection(_ decision: ObjectionDecision, _ reason: String) throws(Refusal) {
        try self.reason(reason)
        switch decision {
        case .reassign(let organ):
            // Row 47: the deputy may have declined meanwhile.
            try require(matter.supervisor != nil, .noSupervisor)
            try fit([organ])
            note("decision", "reassigned")
            handOver(to: organ)
        case .uphold:
            guard let lead = matter.handling.lead else { throw .wrongHandler }
            note("decision", "upheld")
            beginHandling(by: lead)
        }
    }

    /// In hand: the written deadline runs on, and within 5 working days the handler names its own date.
    mutating func beginHandling(by organ: OrganID) {
        var running = matter.clock(.handling) ?? handlingClock()
        // Marked beside another main clock it was nobody's; from now on its end counts.
        running.silencePassedOn = nil
        enter(.inHandling, .organ(organ), clocks: running)
        if matter.handling.statedOn == nil { start(clock(.stateDate, .stateDate)) }
    }
}

extension OrganPlace {
    /// Row 48: a presidium hands to the government of its own town, a street committee to its sub-district office, a
    /// deputies' committee to the government of its level, that government's office or a bureau of it.
    package func mayAssign(to organ: OrganPlace) -> Bool {
        guard organ.division == division else { return false }
        return switch kind {
        case .presidium: organ.kind == .townGovernment
        case .streetCommittee: organ.kind == .subdistrictOffice
        case .deputiesCommittee, .standingCommitteeOffice:
            organ.kind == .governmentOffice || organ.kind == .government || organ.kind == .bureau
        case .townGovernment, .subdistrictOffice, .government, .governmentOffice, .bureau, .villageCommittee,
            .petitionOffice:
            false
        }
    }

    /// A government office passes on to a bureau of its level, a town's government to a village committee.
    package func mayDistribute(to organ: OrganPlace) -> Bool {
        switch kind {
        case .governmentOffice, .government: organ.kind == .bureau && organ.division == division
        case .townGovernment, .subdistrictOffice: organ.kind == .villageCommittee && organ.division == division
        case .presidium, .streetCommittee, .deputiesCommittee, .standingCommitteeOffice, .bureau, .villageCommittee,
            .petitionOffice:
            false
        }
    }
}
