/// What a deciding function gets: the policies of one place on one day, with the calendar.
package struct Rules: Sendable {
    package let book: PolicyBook
    /// Nearest first.
    package let areas: [DivisionID]
    package let day: Day
    package let calendar: WorkCalendar

    package init(book: PolicyBook, areas: [DivisionID], day: Day, calendar: WorkCalendar) {
        self.book = book
        self.areas = areas
        self.day = day
        self.calendar = calendar
    }

    package func resolve(_ key: PolicyKey) -> ResolvedPolicy {
        book.resolve(key, along: areas, on: day)
    }

    package func rule(_ key: PolicyKey) -> DeadlineRule { rule(in: resolve(key)) }

    package func number(_ key: PolicyKey) -> Int {
        guard case .number(let number) = resolve(key).value else { preconditionFailure("\(key) holds no number") }
        return number
    }

    package func flag(_ key: PolicyKey) -> Bool {
        guard case .flag(let flag) = resolve(key).value else { preconditionFailure("\(key) holds no flag") }
        return flag
    }

    package func text(_ key: PolicyKey) -> String {
        guard case .text(let text) = resolve(key).value else { preconditionFailure("\(key) holds no text") }
        return text
    }

    /// The clock by the policy in force on the day it starts, not today's.
    package func deadline(_ key: PolicyKey, from start: Day) -> (Deadline, ResolvedPolicy) {
        let policy = book.resolve(key, along: areas, on: start)
        return (calendar.deadline(rule(in: policy), from: start), policy)
    }

    /// The same, never later than what a second key allows (5 working days, but at most 15 days).
    package func deadline(
        _ key: PolicyKey, from start: Day, cappedBy cap: PolicyKey
    ) -> (Deadline, ResolvedPolicy) {
        let own = deadline(key, from: start)
        let most = deadline(cap, from: start)
        return most.0.dueOn < own.0.dueOn ? most : own
    }

    private func rule(in policy: ResolvedPolicy) -> DeadlineRule {
        guard case .rule(let rule) = policy.value else { preconditionFailure("\(policy.key) holds no time limit") }
        return rule
    }
}
