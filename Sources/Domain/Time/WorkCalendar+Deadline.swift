/// 期间计算 by analogy with 民法典 200–204. The day a clock starts is never counted, at whatever hour it starts.
/// 15 working days from 2026-04-30 end on 2026-05-25: 05-01 to 05-05 are holidays, Saturday 05-09 is worked.
/// 3 months from 2025-07-01 end on 2025-10-01, a holiday, and so on 2025-10-09.
extension WorkCalendar {
    /// When a clock ends that started on this day.
    package func deadline(_ rule: DeadlineRule, from start: Day) -> Deadline {
        let end = end(of: rule, from: start)
        return Deadline(
            startedOn: start,
            rule: rule,
            dueOn: end.rolled,
            isProvisional: end.isProvisional,
            explanation: explanation(of: rule, from: start, to: end)
        )
    }

    /// When a clock ends that started at this moment: 23:00 counts as the whole day, which is not counted.
    package func deadline(_ rule: DeadlineRule, from start: Instant) -> Deadline {
        deadline(rule, from: Day(of: start))
    }

    /// The last day by the rule alone and after rolling.
    struct End {
        var counted: Day
        var rolled: Day
        var isProvisional: Bool
    }

    private func end(of rule: DeadlineRule, from start: Day) -> End {
        switch rule {
        case .workingDays(let count):
            let day = day(after: count, workingDaysFrom: start)
            return End(counted: day, rolled: day, isProvisional: !covers(start.adding(days: 1)) || !covers(day))
        case .calendarDays(let count):
            return rolled(start.adding(days: count))
        case .months(let count):
            return rolled(start.adding(months: count))
        case .on(let day):
            // A date told to the resident in words stays that date.
            return End(counted: day, rolled: day, isProvisional: false)
        }
    }

    private func day(after count: Int, workingDaysFrom start: Day) -> Day {
        var day = start
        for _ in 0..<count { day = workingDay(onOrAfter: day.adding(days: 1)) }
        return day
    }

    private func rolled(_ day: Day) -> End {
        let rolled = workingDay(onOrAfter: day)
        return End(counted: day, rolled: rolled, isProvisional: !covers(day) || !covers(rolled))
    }
}

extension Day {
    /// The corresponding day `months` later, or the last day of that month if it has none.
    package func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let index = year * 12 + (month - 1) + months
        let first = Day(index / 12, index % 12 + 1, 1)
        let next = Day((index + 1) / 12, (index + 1) % 12 + 1, 1)
        return first.adding(days: Swift.min(day, Int(next.number - first.number)) - 1)
    }
}
