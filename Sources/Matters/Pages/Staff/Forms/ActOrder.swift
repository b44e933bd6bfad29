import Domain

/// Which forms a page shows, the likeliest first.
struct ActOrder {
    let matter: Matter
    let relations: Set<Relation>
    let acts: [Act]
    /// 归档 has come of age.
    let isArchiveDue: Bool

    /// What this person should do now; nil while others have it.
    var next: Act? {
        guard let next = NextAct(matter, acts: acts, relations: relations)?.act else { return nil }
        if next == .triage, decidesAtOnce { return .accept }
        // Asked in vain often enough: one more try is possible, but closing is what is left to do.
        return next == .revisit && acts.contains(.close) ? .close : next
    }

    /// Without those that are somebody else's to start: supporting is a public page's button.
    var ordered: [Act] {
        let shown = Set(acts).union(decidesAtOnce ? Self.decisions : []).subtracting(hidden)
        let next = next
        return (next.map { [$0] } ?? []) + Self.likelihood.filter { shown.contains($0) && $0 != next }
    }

    /// A head decides with the analysis in the same form, so no draft is waited for.
    private var decidesAtOnce: Bool { matter.state == .registered && relations.contains(.head) }

    private var hidden: Set<Act> {
        var hidden: Set<Act> = [.support]
        if decidesAtOnce { hidden.insert(.triage) }
        if !isArchiveDue { hidden.insert(.archive) }
        return hidden
    }

    private static let decisions: Set<Act> = [.accept, .merge, .refer, .redirect, .reject]

    private static let likelihood: [Act] = [
        .triage, .accept, .answerOnSpot, .assign, .subAssign, .takeUp, .reply, .stateDate, .giveOpinion, .passCheck,
        .deliver, .revisit, .close, .orderRework, .conveneJointReview, .concludeJointReview, .decideContest,
        .decideObjection, .decideExtension, .notify, .setReferralDeadline, .recordReferralReply, .rate, .merge, .refer,
        .redirect, .reject, .object, .askExtension, .seeReporter, .returnReply, .elevate, .returnDown,
        .nameSupervisor, .declineSupervision, .publish, .unpublish, .unmerge, .archive, .remark, .contest,
        .reportRelapse, .withdraw,
    ]
}
