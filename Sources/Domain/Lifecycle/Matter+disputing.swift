/// 代办异议: something was done in a deputy's or a handling organ's name from paper or a call, and she says that it was
/// not hers. Not an act of the table: who may say so is whoever it was done for, however she stands to the matter now.
///
/// Example: a clerk wrote on 2026-05-25 that the deputy passed the reply; the deputy has 10 working days to dispute it.
/// Where the dispute is upheld and nobody has acted on it since, the reply waits to be checked again.
package struct Dispute: Hashable, Sendable {
    /// What was done in her name.
    package var act: Act
    /// Which event it was, by its place in the chain.
    package var event: Int64
    /// The try that was written down, where it was a revisit.
    package var attempt: RevisitTry?
    /// The last day on which it may be said.
    package var lastDay: Day
    /// The same act has not been done again since: what came later is somebody's own.
    package var isLatest: Bool

    package init(act: Act, event: Int64, attempt: RevisitTry? = nil, lastDay: Day, isLatest: Bool = true) {
        self.act = act
        self.event = event
        self.attempt = attempt
        self.lastDay = lastDay
        self.isLatest = isLatest
    }
}

/// 异议的决定.
package enum DisputeDecision: String, CaseIterable, Sendable {
    /// It was not hers.
    case uphold
    /// It was, with the reason why.
    case reject
}

extension Act {
    /// Acts of the supervising deputy that a clerk may write down for her.
    package static let deputysOnBehalf: Set<Act> = [.passCheck, .returnReply, .deliver, .revisit, .declineSupervision]
    /// Acts of the handler that a clerk may write down from a stamped letter.
    package static let handlersOnBehalf: Set<Act> = [.takeUp, .object, .stateDate, .askExtension, .reply]
}

extension Matter {
    /// She says that it was not hers. Nothing else changes until somebody has decided.
    package func disputed(
        _ dispute: Dispute, reason: String, under rules: Rules, at now: Instant
    ) throws(Refusal) -> MatterChange {
        var decision = deciding(dispute, "disputed", Surroundings.nobody, rules, now)
        try decision.require(decision.today <= dispute.lastDay, .disputeOver)
        try decision.reason(reason)
        return decision.change()
    }

    /// Whoever looks after the place decides: the head of the station, or the office that assigns.
    package func after(
        _ decided: DisputeDecision, of dispute: Dispute, reason: String, as relations: Set<Relation>,
        in around: Surroundings, under rules: Rules, at now: Instant
    ) throws(Refusal) -> MatterChange {
        guard !relations.isDisjoint(with: Matter.decidesDisputes) else { throw .notDisputes }
        var decision = deciding(dispute, "disputeDecided", around, rules, now)
        try decision.reason(reason)
        decision.note("upheld", decided == .uphold ? 1 : 0)
        if decided == .uphold, dispute.isLatest { try decision.undo(dispute) }
        return decision.change()
    }

    /// Who decides a dispute.
    package static let decidesDisputes: Set<Relation> = [.head, .assigningOffice]

    private func deciding(
        _ dispute: Dispute, _ event: String, _ around: Surroundings, _ rules: Rules, _ now: Instant
    ) -> Decision {
        var decision = Decision(
            before: self, act: dispute.act, relations: [], around: around, rules: rules, now: now, matter: self,
            event: event)
        decision.note("act", dispute.act.rawValue)
        decision.note("event", dispute.event)
        return decision
    }
}

extension Surroundings {
    fileprivate static let nobody = Surroundings(stations: [], offices: [], petitionOffice: nil)
}

extension Decision {
    /// What was not hers is taken back where the matter still stands as it left it; otherwise the event is marked, and
    /// those who act next have read it.
    fileprivate mutating func undo(_ dispute: Dispute) throws(Refusal) {
        let before = matter
        switch dispute.act {
        case .passCheck: uncheck()
        case .returnReply: if matter.state == .inHandling { matter.answering.wasReturned = false }
        case .revisit: forget(dispute.attempt)
        case .takeUp: try giveBack()
        case .object: if matter.state == .objected, let lead = matter.handling.lead { beginHandling(by: lead) }
        case .stateDate: unstate()
        case .askExtension: withdrawExtension()
        case .reply: takeBackReply()
        // Told or not, the reporter is asked back; a deputy who did not decline is named again by the head.
        case .deliver, .declineSupervision: break
        case .remark, .withdraw, .contest, .rate, .support, .reportRelapse, .triage, .answerOnSpot, .accept, .merge,
            .unmerge, .refer, .redirect, .reject, .notify, .nameSupervisor, .elevate, .returnDown, .assign, .subAssign,
            .decideObjection, .decideExtension, .giveOpinion, .seeReporter, .orderRework, .conveneJointReview,
            .concludeJointReview, .decideContest, .close, .archive, .setReferralDeadline, .recordReferralReply,
            .publish, .unpublish, .remind, .markOverdue, .passSilence, .recompute, .moveUnreachable:
            break
        }
        note("undone", before == matter ? 0 : 1)
    }

    private mutating func uncheck() {
        guard matter.state == .replied, matter.answering.isReplyChecked else { return }
        matter.answering.isReplyChecked = false
        enter(
            .replied, stationHolder, onDuty: matter.supervisor == nil ? .head : .supervisor,
            clocks: clock(.replyCheck, .replyCheck))
    }

    /// As if it had objected: the office decides who does it. Not once an answer has been looked at.
    private mutating func giveBack() throws(Refusal) {
        guard matter.state == .inHandling, matter.handling.reworks == 0, !matter.answering.wasReturned else { return }
        try putBack(to: decidingOffice)
    }

    /// A try that nobody made must not count towards closing.
    private mutating func forget(_ attempt: RevisitTry?) {
        guard Act.revisit.rule.states.contains(matter.state), let attempt,
            let index = matter.answering.tries.lastIndex(of: attempt)
        else { return }
        matter.answering.tries.remove(at: index)
    }

    private mutating func unstate() {
        guard Act.stateDate.rule.states.contains(matter.state), matter.handling.statedOn != nil else { return }
        matter.handling.statedOn = nil
        stop(.statedDate)
        start(clock(.stateDate, .stateDate))
    }

    private mutating func withdrawExtension() {
        guard case .asked = matter.handling.extension else { return }
        matter.handling.extension = .none
        stop(.extensionDecision)
    }

    /// The handler writes its own; what it had of its time was used up by somebody else's letter.
    private mutating func takeBackReply() {
        guard matter.state == .replied, !matter.answering.isReplyChecked, let lead = matter.handling.lead
        else { return }
        matter.handling.outcome = nil
        matter.handling.promisedOn = nil
        enter(.inHandling, .organ(lead), clocks: clock(.handling, .handlerAccept))
    }
}

extension Refusal {
    fileprivate static let disputeOver = Refusal(
        .conflict, code: "dispute-over", "提出异议的期限已过；有话要说请联系联络站。")
    fileprivate static let notDisputes = Refusal(
        .forbidden, code: "not-yours", "异议由联络站站长或交办机关决定。")
}
