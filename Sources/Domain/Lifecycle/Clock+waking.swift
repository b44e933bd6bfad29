extension Clock {
    /// When timed work must look at this clock again: for the reminder some working days before the end, then the
    /// moment after the end; nil when reminder, mark and silence are all done.
    package func wakesAt(under rules: Rules) -> Instant? {
        if isSettled { return nil }
        let afterEnd = dueAt.adding(seconds: 1)
        guard remindedOn == nil, kind.isReminded else { return afterEnd }
        return min(afterEnd, reminderDay(under: rules).start)
    }

    /// The day on which the holder is reminded: some working days before the end, and of a short time limit not before
    /// half of it has passed. Whoever has just got something to do within five days knows it.
    package func reminderDay(under rules: Rules) -> Day {
        var left = rules.number(.remindBefore)
        var day = deadline.dueOn
        while left > 0, day > deadline.startedOn {
            day = day.adding(days: -1)
            if rules.calendar.isWorkingDay(day) { left -= 1 }
        }
        let days = Int(deadline.dueOn.number - deadline.startedOn.number)
        return max(day, deadline.startedOn.adding(days: max(1, (days + 1) / 2)))
    }

    private var isSettled: Bool {
        overdueMarkedOn != nil && silencePassedOn != nil
    }
}

extension ClockKind {
    /// A date the handler has not stated is reminded of when it is overdue (row 90), not before; the window in which
    /// somebody may contest or decline concerns nobody else.
    var isReminded: Bool {
        switch self {
        case .stateDate, .contestWindow, .supervisorDecline, .asLead: false
        case .triage, .spotRevisit, .assign, .elevationDecision, .handlerAccept, .objectionDecision, .handling,
            .replyCheck, .delivery, .promise, .revisit, .ratedDecision, .rework, .jointReview, .contestDecision,
            .referralDeadline, .referralReply, .redirectNotice, .reporterNotice, .referralNotice, .statedDate,
            .extensionDecision, .coHandlerOpinion:
            true
        }
    }
}
