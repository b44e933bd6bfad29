import Domain

/// The one thing somebody should do next about a matter, with the clock it is measured by: what the page "today"
/// offers. Others may be allowed too; this one moves the matter on.
struct NextAct: Hashable, Sendable {
    let act: Act
    let clock: Clock?

    /// Nil when it is others' turn.
    init?(_ matter: Matter, acts: [Act], relations: Set<Relation>) {
        let wanted = NextAct.wanted(matter)
        guard let act = wanted.first(where: { acts.contains($0.act) && NextAct.isHers($0.act, matter, relations) })
        else { return nil }
        self.act = act.act
        clock = act.clock.flatMap { matter.clock($0) } ?? matter.mainClock
    }

    /// In the order in which they are asked for; the clock is the state's own where none is named.
    private static func wanted(_ matter: Matter) -> [(act: Act, clock: ClockKind?)] {
        main(matter).map { ($0, ownClock(of: $0)) } + beside(matter)
    }

    /// A date that must still be stated has its own, earlier end; one that was stated is the day that counts.
    private static func ownClock(of act: Act) -> ClockKind? {
        act == .stateDate ? .stateDate : act == .reply ? .statedDate : nil
    }

    /// Duties beside the state's own: the notice to the reporter, the decision on an extension, a co-handler's words.
    private static func beside(_ matter: Matter) -> [(act: Act, clock: ClockKind?)] {
        var duties: [(Act, ClockKind?)] = []
        if matter.clock(.extensionDecision) != nil { duties.append((.decideExtension, .extensionDecision)) }
        if matter.clock(.reporterNotice) != nil { duties.append((.notify, .reporterNotice)) }
        if matter.clock(.referralNotice) != nil { duties.append((.notify, .referralNotice)) }
        if matter.clocks.contains(where: { $0.kind == .coHandlerOpinion }) {
            duties.append((.giveOpinion, .coHandlerOpinion))
        }
        return duties
    }

    private static func main(_ matter: Matter) -> [Act] {
        switch matter.state {
        case .registered: intake(matter)
        case .answeredOnSpot, .answered: [.revisit]
        case .accepted, .submittedUp: [.nameSupervisor] + decision(matter)
        case .assigned: [.subAssign, .takeUp]
        case .objected: [.decideObjection]
        case .inHandling, .rework: matter.handling.statedOn == nil ? [.stateDate] : [.reply]
        case .replied: matter.answering.isReplyChecked ? [.deliver] : [.passCheck]
        case .promised: [.reply]
        case .rated:
            matter.answering.grade == .dissatisfied ? [.orderRework, .conveneJointReview] : [.close]
        case .jointReview: [.concludeJointReview]
        case .contested: [.decideContest]
        case .referred: [.setReferralDeadline, .recordReferralReply]
        case .redirected, .rejected: [.notify, .close]
        case .merged: [.deliver, .revisit]
        case .withdrawn, .closed: []
        }
    }

    /// A draft by the clerk is the head's: taking the proposed way confirms it.
    private static func intake(_ matter: Matter) -> [Act] {
        matter.triage.map { [route($0.route)] } ?? [.triage]
    }

    private static func route(_ route: TriageRoute) -> Act {
        switch route {
        case .accept: .accept
        case .answerOnSpot: .answerOnSpot
        case .merge: .merge
        case .refer: .refer
        case .redirect: .redirect
        case .reject: .reject
        }
    }

    /// Assigned here when it is in this level's power, else one level up.
    private static func decision(_ matter: Matter) -> [Act] {
        (matter.triage?.power.steps(from: matter.level) ?? 0) > 0 ? [.elevate] : [.assign]
    }

    /// What more than one may do is asked of the one whose turn it is.
    private static func isHers(_ act: Act, _ matter: Matter, _ relations: Set<Relation>) -> Bool {
        switch act {
        case .nameSupervisor: matter.supervisor == nil
        case .takeUp, .stateDate, .reply: relations.contains(.leadHandler)
        // A town's government may pass a matter on too, but usually does it itself.
        case .subAssign: relations.contains(.distributor) && matter.handling.distributor != nil
        // The clerk or the supervising deputy tells the reporter; the head does when they stayed silent.
        case .notify:
            !relations.isDisjoint(with: [.clerk, .supervisor, .petitionOffice])
                || (relations.contains(.head) && matter.onDuty == .head)
        case .deliver, .revisit: relations.contains(.supervisor) || matter.onDuty != .supervisor
        // A clerk only writes down what the deputy said.
        case .passCheck: relations.contains(.supervisor) || matter.isCheckedBy(head: relations)
        case .setReferralDeadline, .recordReferralReply:
            relations.contains(.petitionOffice) || matter.clock(.referralNotice) == nil
        case .remark, .withdraw, .contest, .rate, .support, .reportRelapse, .triage, .answerOnSpot, .accept, .merge,
            .unmerge,
            .refer, .redirect, .reject, .declineSupervision, .elevate, .returnDown, .assign,
            .decideObjection, .decideExtension, .object, .askExtension, .giveOpinion, .seeReporter, .returnReply,
            .orderRework, .conveneJointReview, .concludeJointReview, .decideContest, .close, .archive, .publish,
            .unpublish, .remind, .markOverdue, .passSilence, .recompute, .moveUnreachable:
            true
        }
    }
}
