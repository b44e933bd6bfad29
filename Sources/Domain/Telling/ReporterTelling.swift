/// What the reporter is told of a change: who has it, till when, what came of it, and that it takes longer, before she
/// has to ask. At most one thing a change.
///
/// Example: assigned on 2026-05-06 to the town's government, 15 working days: 「assigned」, who it is, 2026-05-27.
struct ReporterTelling {
    let change: MatterChange
    let act: Act?
    /// Until when what is decided today may at least be contested: the 30 days run from the notice.
    let contestUntil: Day

    private var after: Matter { change.matter }

    var telling: Telling? {
        guard let before = change.before else { return told(.receipt, after.mainClock?.deadline.dueOn) }
        // Of a petition only that it went where it belongs; all else is between her and the department.
        if after.state == .referred { return act == .refer ? referred : nil }
        if after.closure == .petitionAnswered { return nil }
        return before.state == after.state ? staying(before) : entering(after.state, from: before.state)
    }

    private func entering(_ state: MatterState, from before: MatterState) -> Telling? {
        let due = after.mainClock?.deadline.dueOn
        switch state {
        case .accepted: return told(.accepted, due)
        case .merged: return told(.merged, due)
        case .submittedUp: return told(.submittedUp, due)
        case .assigned: return told(.assigned, handlingDue)
        case .rework: return told(.assigned, due)
        case .inHandling: return isBegunAnew(from: before) ? told(.assigned, handlingDue) : nil
        case .answered, .answeredOnSpot: return told(.answered, due)
        // Until the promised day nothing is asked of her.
        case .promised: return told(.answered)
        case .redirected: return told(.redirected, contestUntil)
        case .rejected: return told(.rejected, contestUntil)
        case .closed: return told(.closed)
        case .registered, .objected, .replied, .rated, .jointReview, .contested, .referred, .withdrawn:
            return nil
        }
    }

    /// What concerns offices alone, such as a reply returned to its handler, is not told.
    private func isBegunAnew(from before: MatterState) -> Bool { before == .promised || before == .jointReview }

    private func staying(_ before: Matter) -> Telling? {
        switch act {
        case .elevate: return told(.submittedUp, after.mainClock?.deadline.dueOn)
        case .returnDown: return told(.accepted, after.mainClock?.deadline.dueOn)
        case .subAssign: return told(.assigned, handlingDue)
        case .stateDate: return told(.dateStated, after.handling.statedOn)
        case .decideExtension: return change.isNoted("granted") ? told(.delayed, handlingDue) : nil
        case .deliver: return after.answering.isDelivered ? told(.answered, after.mainClock?.deadline.dueOn) : nil
        case .revisit: return after.answering.tries.last?.wasReached == false ? told(.revisitAsked) : nil
        case .remind: return revisitReminder
        case .markOverdue: return delay
        case nil, .remark, .withdraw, .contest, .rate, .support, .reportRelapse, .triage, .answerOnSpot, .accept,
            .merge, .unmerge, .refer, .redirect, .reject, .notify, .nameSupervisor, .declineSupervision,
            .assign, .decideObjection, .takeUp, .object, .askExtension, .reply, .giveOpinion, .seeReporter, .passCheck,
            .returnReply, .orderRework, .conveneJointReview, .concludeJointReview, .decideContest, .close, .archive,
            .setReferralDeadline, .recordReferralReply, .publish, .unpublish, .passSilence, .recompute,
            .moveUnreachable:
            return nil
        }
    }

    /// Nobody has heard yet whether the answer helped.
    private var revisitReminder: Telling? {
        guard let clock = change.touchedClock, clock.kind == .revisit || clock.kind == .spotRevisit else { return nil }
        return told(.revisitAsked, clock.deadline.dueOn)
    }

    /// A day she was told has passed, and nobody has named another yet, nor said why: a kind of its own.
    private var delay: Telling? {
        guard let clock = change.touchedClock, clock.kind.isToldToReporter else { return nil }
        return Telling(.overdue, to: .reporter, holder: after.holder, clock: clock, isOnceForClock: true)
    }

    private var referred: Telling {
        Telling(.referred, to: .reporter, day: after.clock(.referralNotice)?.deadline.dueOn)
    }

    private var handlingDue: Day? {
        (after.clock(.handling) ?? after.clock(.rework) ?? after.mainClock)?.deadline.dueOn
    }

    private func told(_ kind: Telling.Kind, _ day: Day? = nil) -> Telling {
        Telling(kind, to: .reporter, day: day, holder: after.holder)
    }
}

extension ClockKind {
    /// Its last day stood in a message to the reporter, or will be missed by her.
    var isToldToReporter: Bool {
        switch self {
        case .triage, .assign, .elevationDecision, .handling, .statedDate, .promise, .rework: true
        case .spotRevisit, .handlerAccept, .objectionDecision, .replyCheck, .delivery, .revisit, .ratedDecision,
            .jointReview, .contestDecision, .contestWindow, .referralDeadline, .referralReply, .redirectNotice,
            .asLead, .reporterNotice, .referralNotice, .stateDate, .extensionDecision, .coHandlerOpinion,
            .supervisorDecline:
            false
        }
    }
}
