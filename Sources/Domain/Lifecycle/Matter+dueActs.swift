extension Matter {
    /// What time has to do to this matter now, one thing at a time: remind, mark as overdue, pass the silence. Asked
    /// again after each, so it ends when nothing is left.
    package func dueAct(under rules: Rules, at now: Instant) -> MatterAction? {
        guard !state.isFinal else { return nil }
        let today = Day(of: now)
        for clock in clocks {
            if clock.remindedOn == nil, clock.isReminderDue(under: rules, on: today, at: now) {
                return .remind(clock.kind)
            }
            if clock.overdueMarkedOn == nil, clock.isOverdue(at: now) { return .markOverdue(clock.kind) }
        }
        guard let main = mainClock, main.isOverdue(at: now), main.silencePassedOn == nil,
            Act.passSilence.rule.states.contains(state)
        else { return nil }
        return .passSilence
    }
}

extension Clock {
    fileprivate func isReminderDue(under rules: Rules, on today: Day, at now: Instant) -> Bool {
        // Row 90: a handler that has not stated its date in time is reminded then.
        if kind == .stateDate { return isOverdue(at: now) }
        return kind.isReminded && !isOverdue(at: now) && reminderDay(under: rules) <= today
    }
}
