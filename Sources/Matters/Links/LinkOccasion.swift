import Domain

/// When somebody is sent a link, to whom, and for what: after a change that makes it her turn, when time reminds her of
/// it, on the last day and once that has passed.
struct LinkOccasion: Hashable {
    enum Whom: Hashable {
        case supervisor, handler
    }

    let whom: Whom
    let acts: [LinkAct]
    /// What is asked, in a few words without anything of the matter.
    let asked: String

    private init(_ whom: Whom, _ acts: [LinkAct], _ asked: String) {
        self.whom = whom
        self.acts = acts
        self.asked = asked
    }

    /// Nil where nobody is sent one.
    init?(_ change: MatterChange, _ action: MatterAction) {
        guard let before = change.before else { return nil }
        if case .remind(let kind) = action {
            guard let found = LinkOccasion.reminded(kind, change.matter) else { return nil }
            self = found
        } else if case .markOverdue(let kind) = action {
            guard let found = LinkOccasion.ended(kind, change.matter, "已经超过期限，请马上写答复") else { return nil }
            self = found
        } else {
            guard let found = LinkOccasion.moved(before, change.matter) else { return nil }
            self = found
        }
    }

    /// Nil where nobody is sent one.
    init?(onLastDayOf clock: Clock, of matter: Matter) {
        guard let found = LinkOccasion.ended(clock.kind, matter, "今天到期，请今天写答复") else { return nil }
        self = found
    }

    /// At its end and after it a handler may do what it could do before.
    private static func ended(_ kind: ClockKind, _ matter: Matter, _ asked: String) -> LinkOccasion? {
        switch kind {
        case .handling, .rework, .promise, .statedDate:
            guard matter.state.isWithHandler else { return nil }
            return LinkOccasion(.handler, matter.state == .assigned ? LinkAct.handlers : [.reply], asked)
        case .triage, .spotRevisit, .assign, .reporterNotice, .elevationDecision, .handlerAccept, .objectionDecision,
            .extensionDecision, .replyCheck, .delivery, .revisit, .ratedDecision, .jointReview, .contestDecision,
            .contestWindow, .referralDeadline, .referralReply, .referralNotice, .redirectNotice, .asLead, .stateDate,
            .supervisorDecline, .coHandlerOpinion:
            return nil
        }
    }

    private static func moved(_ before: Matter, _ after: Matter) -> LinkOccasion? {
        let hasEntered = before.state != after.state
        switch after.state {
        case .replied where hasEntered && after.onDuty == .supervisor:
            return LinkOccasion(.supervisor, [.seen, .check, .returnReply, .deliver], "请审核承办单位的答复")
        case .assigned where hasEntered || before.handling.lead != after.handling.lead:
            return LinkOccasion(.handler, LinkAct.handlers, "有一件事交给贵单位办理")
        case .inHandling where before.handling.lead != after.handling.lead:
            return LinkOccasion(.handler, LinkAct.handlers, "有一件事交给贵单位办理")
        case .inHandling where before.state == .replied:
            return LinkOccasion(.handler, [.seen, .reply], "答复被退回，请重新写")
        case .rework where hasEntered:
            return LinkOccasion(.handler, [.seen, .stateDate, .reply], "群众不满意，请重新办理")
        case .registered, .answeredOnSpot, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied,
            .promised, .answered, .rated, .rework, .jointReview, .contested, .referred, .redirected, .rejected, .merged,
            .withdrawn, .closed:
            guard let deputy = after.supervisor, deputy != before.supervisor else { return nil }
            return LinkOccasion(.supervisor, LinkAct.deputys, "请您督办一件事")
        }
    }

    private static func reminded(_ kind: ClockKind, _ matter: Matter) -> LinkOccasion? {
        switch kind {
        case .handlerAccept: LinkOccasion(.handler, LinkAct.handlers, "有一件事等贵单位接下")
        case .stateDate: LinkOccasion(.handler, [.stateDate, .reply], "请说明哪一天办好")
        case .handling, .rework, .promise, .statedDate: LinkOccasion(.handler, [.reply], "办理的日子快到了")
        case .replyCheck where matter.onDuty == .supervisor:
            LinkOccasion(.supervisor, [.check, .returnReply, .deliver], "答复等您审核")
        case .delivery where matter.onDuty == .supervisor:
            LinkOccasion(.supervisor, [.deliver], "请把答复告诉反映人")
        case .revisit where matter.onDuty == .supervisor:
            LinkOccasion(.supervisor, [.revisit], "请回访反映人")
        case .triage, .spotRevisit, .assign, .reporterNotice, .elevationDecision, .objectionDecision,
            .extensionDecision, .replyCheck, .delivery, .revisit, .ratedDecision, .jointReview, .contestDecision,
            .contestWindow, .referralDeadline, .referralReply, .referralNotice, .redirectNotice, .asLead,
            .supervisorDecline, .coHandlerOpinion:
            nil
        }
    }
}
