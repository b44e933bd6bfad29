/// What a clock measures. The first clock of a state is its main one; others run beside it.
package enum ClockKind: String, CaseIterable, Sendable {
    case triage, spotRevisit, assign, elevationDecision, handlerAccept, objectionDecision, handling, replyCheck
    case delivery, promise, revisit, ratedDecision, rework, jointReview, contestDecision, contestWindow
    case referralDeadline, referralReply, redirectNotice, asLead
    /// Beside the main one: the notice to the reporter, the slip's notice, the date a handler must state and the date
    /// it stated, the decision on an extension, a co-handler's opinion, the deputy's time to decline.
    case reporterNotice, referralNotice, stateDate, statedDate, extensionDecision, coHandlerOpinion, supervisorDecline

    package var chinese: String {
        switch self {
        case .triage: "分析"
        case .spotRevisit, .revisit: "回访"
        case .assign: "交办或提交上级"
        case .elevationDecision: "接收提交后的决定"
        case .handlerAccept: "接受或申请退回"
        case .objectionDecision: "对退回申请的决定"
        case .handling: "办理"
        case .replyCheck: "审核答复"
        case .delivery: "把答复告诉群众"
        case .promise: "承诺"
        case .ratedDecision: "评价后的处理"
        case .rework: "重办"
        case .jointReview: "会商"
        case .contestDecision: "复核"
        case .contestWindow: "申请复核期"
        case .referralDeadline: "信访部门明确期限"
        case .referralReply: "信访部门答复"
        case .redirectNotice: "书面告知"
        case .asLead: "随并入事项"
        case .reporterNotice: "告知本人已受理"
        case .referralNotice: "转信访书面告知"
        case .stateDate: "主办单位明确办理日期"
        case .statedDate: "主办单位承诺日期"
        case .extensionDecision: "对延期的决定"
        case .coHandlerOpinion: "协办意见"
        case .supervisorDecline: "督办代表可推辞的期限"
        }
    }
}

/// A running time limit with the reason for its last day kept in words (民法典 200–204 by analogy).
package struct Clock: Hashable, Sendable {
    package var kind: ClockKind
    package var deadline: Deadline
    /// The policy it was computed from, and the version of that policy; nil for a date a person set.
    package var policy: PolicyKey?
    package var policyVersion: Int64
    /// Whom it binds when that is not the holder: a co-handling organ.
    package var organ: OrganID?
    package var remindedOn: Day?
    package var overdueMarkedOn: Day?
    package var silencePassedOn: Day?

    package init(
        _ kind: ClockKind, _ deadline: Deadline, policy: PolicyKey? = nil, version: Int64 = 0, organ: OrganID? = nil
    ) {
        self.kind = kind
        self.deadline = deadline
        self.policy = policy
        policyVersion = version
        self.organ = organ
    }

    package var dueAt: Instant { deadline.dueAt }

    package func isOverdue(at now: Instant) -> Bool { now > dueAt }
}

extension ClockKind {
    /// A right that ends by itself: nobody is late when it does, and no date on a page is reckoned from it.
    package var isOnlyARight: Bool { self == .supervisorDecline }
}
