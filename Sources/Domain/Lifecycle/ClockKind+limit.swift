/// How long a clock of one kind runs: by policy, on a day that somebody named, or as long as its lead's.
package struct ClockLimit: Hashable, Sendable {
    /// The keys it may be computed from, the usual one first; a cap among them wins where it ends earlier.
    package var policies: [PolicyKey]
    /// A person may name the last day.
    package var isNamed: Bool

    fileprivate init(_ policies: PolicyKey..., isNamed: Bool = false) {
        self.policies = policies
        self.isNamed = isNamed
    }
}

extension ClockKind {
    /// Where its end comes from. The one clock that is not counted here, `asLead`, ends when its lead's does.
    package var limit: ClockLimit {
        switch self {
        case .triage: ClockLimit(.triage)
        case .spotRevisit: ClockLimit(.spotRevisit)
        case .assign: ClockLimit(.assign)
        case .elevationDecision: ClockLimit(.elevationDecision)
        case .handlerAccept: ClockLimit(.handlerAccept)
        case .objectionDecision: ClockLimit(.objectionDecision)
        // The last key: after a returned reply. Named: an extension that was granted.
        case .handling:
            ClockLimit(.handleTownship, .handleCounty, .handleCap, .handleCapWide, .handlerAccept, isNamed: true)
        case .replyCheck: ClockLimit(.replyCheck)
        case .delivery: ClockLimit(.delivery)
        case .promise, .statedDate, .referralReply: ClockLimit(isNamed: true)
        case .revisit: ClockLimit(.revisit)
        case .ratedDecision: ClockLimit(.ratedDecision)
        case .rework: ClockLimit(.rework, isNamed: true)
        case .jointReview: ClockLimit(.jointReview)
        case .contestDecision: ClockLimit(.contestDecision)
        case .contestWindow: ClockLimit(.contestWindow)
        case .referralDeadline, .referralNotice: ClockLimit(.referralNotice)
        case .redirectNotice: ClockLimit(.redirectNotice)
        case .asLead: ClockLimit()
        case .reporterNotice: ClockLimit(.reporterNotice, .reporterNoticeCap)
        case .stateDate: ClockLimit(.stateDate)
        case .extensionDecision: ClockLimit(.extensionDecision)
        case .coHandlerOpinion: ClockLimit(.coHandlerOpinion)
        case .supervisorDecline: ClockLimit(.supervisorDecline)
        }
    }
}
