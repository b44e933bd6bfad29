/// Everything that can be done to a matter. The raw value is the verb in code; `noun` is its path.
package enum Act: String, CaseIterable, Sendable {
    case remark, withdraw, contest, rate, support, reportRelapse
    case triage, answerOnSpot, accept, merge, unmerge, refer, redirect, reject, notify
    case nameSupervisor, declineSupervision
    case elevate, returnDown, assign, subAssign, decideObjection, decideExtension
    case takeUp, object, stateDate, askExtension, reply, giveOpinion, seeReporter
    case passCheck, returnReply, deliver, revisit
    case orderRework, conveneJointReview, concludeJointReview, decideContest, close, archive
    case setReferralDeadline, recordReferralReply
    case publish, unpublish
    case remind, markOverdue, passSilence, recompute, moveUnreachable

    /// The act as a thing: `POST /matters/{number}/{noun}`. Nil for timed work, which has no path.
    package var noun: String? {
        switch self {
        case .remark: "remark"
        case .withdraw: "withdrawal"
        case .contest: "contest"
        case .rate: "rating"
        case .support: "support"
        case .reportRelapse: "relapse"
        case .triage: "triage"
        case .answerOnSpot: "on-spot-answer"
        case .accept: "acceptance"
        case .merge: "merger"
        case .unmerge: "merger-undoing"
        case .refer: "referral"
        case .redirect: "redirection"
        case .reject: "rejection"
        case .notify: "notice"
        case .nameSupervisor: "supervisor"
        case .declineSupervision: "supervisor-refusal"
        case .elevate: "elevation"
        case .returnDown: "return"
        case .assign: "assignment"
        case .subAssign: "sub-assignment"
        case .decideObjection: "objection-decision"
        case .decideExtension: "extension-decision"
        case .takeUp: "handling"
        case .object: "objection"
        case .stateDate: "stated-date"
        case .askExtension: "extension"
        case .reply: "reply"
        case .giveOpinion: "co-handler-opinion"
        case .seeReporter: "contact-access"
        case .passCheck: "reply-check"
        case .returnReply: "reply-return"
        case .deliver: "delivery"
        case .revisit: "revisit"
        case .orderRework: "rework"
        case .conveneJointReview: "joint-review"
        case .concludeJointReview: "joint-review-conclusion"
        case .decideContest: "contest-decision"
        case .close: "closure"
        case .archive: "archiving"
        case .setReferralDeadline: "referral-deadline"
        case .recordReferralReply: "referral-reply"
        case .publish: "publication"
        case .unpublish: "publication-withdrawal"
        case .remind, .markOverdue, .passSilence, .recompute, .moveUnreachable: nil
        }
    }

    package init?(noun: String) {
        guard let act = Act.allCases.first(where: { $0.noun == noun }) else { return nil }
        self = act
    }
}
