extension Matter {
    /// Who is told on the last day of a clock: the handler that it ends today, the reporter that a promise does.
    package func tellings(onLastDayOf clock: Clock) -> [Telling] {
        guard state.isWithHandler, clocks.contains(clock), let lead = handling.lead else { return [] }
        switch clock.kind {
        case .handling, .rework, .statedDate: return [today(.handlerDueToday, .organ(lead), clock)]
        case .promise:
            return [today(.handlerDueToday, .organ(lead), clock), today(.promiseDue, .reporter, clock)]
        case .triage, .spotRevisit, .assign, .elevationDecision, .handlerAccept, .objectionDecision, .replyCheck,
            .delivery, .revisit, .ratedDecision, .jointReview, .contestDecision, .contestWindow, .referralDeadline,
            .referralReply, .redirectNotice, .asLead, .reporterNotice, .referralNotice, .stateDate,
            .extensionDecision, .coHandlerOpinion, .supervisorDecline:
            return []
        }
    }

    private func today(_ kind: Telling.Kind, _ listener: Telling.Listener, _ clock: Clock) -> Telling {
        Telling(
            kind, to: listener, day: clock.deadline.dueOn, holder: holder, clock: clock, isOnceForClock: true)
    }
}

extension ClockKind {
    /// Those of which somebody is told on their last day.
    package static let toldOnLastDay: [ClockKind] = [.handling, .rework, .statedDate, .promise]
}
