/// What those are told who must act: the holder when a matter arrives, the handler at assignment, before the end and
/// after it, the supervising deputy when she is named and when something waits for her, the next level at each silence.
struct HolderTelling {
    let change: MatterChange
    let act: Act?

    private var after: Matter { change.matter }

    var tellings: [Telling] {
        guard !after.state.isFinal else { return [] }
        switch act {
        case .nameSupervisor:
            return after.supervisor.map {
                [Telling(.supervisorNamed, to: .supervisor($0), day: after.clock(.supervisorDecline)?.deadline.dueOn)]
            } ?? []
        // Somebody else must be named.
        case .declineSupervision: return [waits(.head(after.station))]
        case .askExtension: return office(.extensionDecision)
        case .assign: return arrival + coHandlers
        case .subAssign: return arrival
        case .remind: return change.touchedClock.flatMap(reminder).map { [$0] } ?? []
        case .markOverdue: return change.touchedClock.flatMap(overdue).map { [$0] } ?? []
        case .passSilence: return silence
        case nil, .remark, .withdraw, .contest, .rate, .support, .reportRelapse, .triage, .answerOnSpot, .accept,
            .merge, .unmerge, .refer, .redirect, .reject, .notify, .elevate, .returnDown, .decideObjection,
            .decideExtension, .takeUp, .object, .stateDate, .reply, .giveOpinion, .seeReporter, .passCheck,
            .returnReply, .deliver, .revisit, .orderRework, .conveneJointReview, .concludeJointReview, .decideContest,
            .close, .archive, .setReferralDeadline, .recordReferralReply, .publish, .unpublish, .recompute,
            .moveUnreachable:
            return arrival
        }
    }

    // MARK: arriving

    /// Somebody has it who did not have it before, or has it again.
    private var arrival: [Telling] {
        // A merged one goes with its lead, and so does what is said of it.
        guard let holder = after.holder, after.clock(.asLead) == nil, isNew(holder) else { return [] }
        switch holder {
        case .station(let station): return [duty(at: station, day: after.mainClock?.deadline.dueOn)]
        case .organ(let organ) where after.state.isWithHandler:
            return [assigned(to: organ)]
        case .organ(let organ): return [waits(.organ(organ), after.mainClock)]
        }
    }

    private func isNew(_ holder: Holder) -> Bool {
        guard let before = change.before else { return true }
        if before.holder != holder || before.onDuty != after.onDuty { return true }
        // Not content with a promise, its handler begins again; a merged one has an answer of its own to be given.
        return (before.state == .promised && after.state == .inHandling)
            || (before.clock(.delivery) == nil && after.state == .merged && after.clock(.delivery) != nil)
    }

    private func assigned(to organ: OrganID) -> Telling {
        Telling(.handlerAssigned, to: .organ(organ), day: handlingDue, holder: after.holder)
    }

    private var coHandlers: [Telling] {
        after.handling.coHandlers.map { organ in
            let clock = after.clocks.first { $0.kind == .coHandlerOpinion && $0.organ == organ }
            return Telling(.handlerAssigned, to: .organ(organ), day: clock?.deadline.dueOn, clock: clock)
        }
    }

    private var handlingDue: Day? { (after.clock(.handling) ?? after.mainClock)?.deadline.dueOn }

    /// Whoever answers for it at the station just now.
    private func duty(at station: StationID, day: Day?, clock: Clock? = nil) -> Telling {
        switch after.onDuty {
        case .supervisor:
            if let deputy = after.supervisor {
                return Telling(.supervisorWaits, to: .supervisor(deputy), day: day, clock: clock)
            }
            return Telling(.holderWaits, to: .head(station), day: day, clock: clock)
        case .head: return Telling(.holderWaits, to: .head(station), day: day, clock: clock)
        case .station: return Telling(.holderWaits, to: .station(station), day: day, clock: clock)
        }
    }

    private func waits(_ listener: Telling.Listener, _ clock: Clock? = nil) -> Telling {
        Telling(.holderWaits, to: listener, day: clock?.deadline.dueOn, clock: clock)
    }

    private func office(_ kind: ClockKind) -> [Telling] {
        after.assigningOffice.map { [waits(.organ($0), after.clock(kind))] } ?? []
    }

    // MARK: time

    /// Some working days before the end; a date that was never stated, when it is too late (row 90).
    private func reminder(of clock: Clock) -> Telling? {
        guard let bound = clock.kind.bound else { return nil }
        switch bound {
        case .station: return duty(at: after.station, day: clock.deadline.dueOn, clock: clock)
        case .office: return after.assigningOffice.map { waits(.organ($0), clock) }
        case .petitionOffice: return after.petitionOffice.map { waits(.organ($0), clock) }
        case .handler: return handler(clock.kind == .stateDate ? .handlerOverdue : .handlerDueSoon, clock)
        }
    }

    /// Where a silence follows, the next one is told then; what has none is told of here.
    private func overdue(_ clock: Clock) -> Telling? {
        switch clock.kind {
        case .handling, .statedDate, .promise, .rework, .coHandlerOpinion: handler(.handlerOverdue, clock)
        case .reporterNotice, .referralNotice: waits(.head(after.station), clock)
        case .extensionDecision, .ratedDecision: after.assigningOffice.map { waits(.organ($0), clock) }
        // The first was reminded of at the same moment; of the others somebody above is told.
        case .stateDate, .triage, .spotRevisit, .assign, .elevationDecision, .handlerAccept, .objectionDecision,
            .replyCheck, .delivery, .revisit, .jointReview, .contestDecision, .contestWindow, .referralDeadline,
            .referralReply, .redirectNotice, .asLead, .supervisorDecline:
            nil
        }
    }

    private func handler(_ kind: Telling.Kind, _ clock: Clock) -> Telling? {
        (clock.organ ?? after.handling.lead).map {
            Telling(kind, to: .organ($0), day: clock.deadline.dueOn, holder: after.holder, clock: clock)
        }
    }

    /// Whoever takes over, or sees to it that somebody acts.
    private var silence: [Telling] {
        guard let rule = change.code("silence").flatMap(SilenceRule.init) else { return [] }
        switch rule {
        case .centralStation: return [passed(to: .station(after.station), holder: after.holder)]
        case .head: return [passed(to: .head(after.station), holder: after.holder)]
        case .officeAbove: return after.holder?.organ.map { [passed(to: .organ($0), holder: after.holder)] } ?? []
        // It was not handed on: it counts as taken up, is supervised more closely, or somebody has to remind.
        case .countsAsAccepted: return after.handling.lead.map { [assigned(to: $0)] } ?? []
        case .headReminds: return [waits(.head(after.station), after.mainClock)]
        case .ladder:
            let office = after.assigningOffice.map(Telling.Listener.organ)
            let deputy = after.supervisor.map(Telling.Listener.supervisor)
            return [office, deputy].compactMap(\.self).map { passed(to: $0) }
        case .closes, .asLead, .markOnly, .nothing: return []
        }
    }

    private func passed(to listener: Telling.Listener, holder: Holder? = nil) -> Telling {
        Telling(.silencePassed, to: listener, day: after.mainClock?.deadline.dueOn, holder: holder)
    }
}

extension ClockKind {
    /// Whom a clock binds.
    enum Bound: Sendable {
        case station, office, handler, petitionOffice
    }

    /// Nil where it binds nobody: a right that may be used, or a lead's clock.
    var bound: Bound? {
        switch self {
        case .triage, .spotRevisit, .replyCheck, .delivery, .revisit, .redirectNotice, .reporterNotice,
            .referralNotice:
            .station
        case .assign, .elevationDecision, .objectionDecision, .ratedDecision, .jointReview, .contestDecision,
            .extensionDecision:
            .office
        case .handlerAccept, .handling, .promise, .rework, .stateDate, .statedDate, .coHandlerOpinion: .handler
        case .referralDeadline, .referralReply: .petitionOffice
        case .contestWindow, .asLead, .supervisorDecline: nil
        }
    }
}
