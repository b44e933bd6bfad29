/// When a clock ends, and why on that day.
package struct Deadline: Hashable, Sendable {
    package var startedOn: Day
    package var rule: DeadlineRule
    package var dueOn: Day
    /// The holidays of some counted year are not published yet; computed again when they are.
    package var isProvisional: Bool
    /// One Chinese sentence: from which day, how it was counted, what was skipped.
    package var explanation: String

    package init(startedOn: Day, rule: DeadlineRule, dueOn: Day, isProvisional: Bool, explanation: String) {
        self.startedOn = startedOn
        self.rule = rule
        self.dueOn = dueOn
        self.isProvisional = isProvisional
        self.explanation = explanation
    }

    /// The end of the last local day.
    package var dueAt: Instant { dueOn.end }
}
