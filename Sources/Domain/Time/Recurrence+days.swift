/// 接待日. With the calendar of 2026: the first Fridays are 2 January (holiday, a week later: the 9th), 6 February …
/// 2 October (holiday, a week later: the 9th); Saturday, 9 May is worked, so a reception may fall on it.
extension Recurrence {
    /// A day moves on by so many weeks at most. The longest holiday takes two of one weekday.
    private static let mostWeeks = 4
    /// So far before a day may lie what it was planned for.
    private static let reach = 7 * (mostWeeks + 2)

    /// The days on which it is held from one day through another, the earliest first. Of two that meet on one day, as a
    /// week's Monday that is put off to the next one, there is one, under the name it would have had anyway.
    package func days(from first: Day, through last: Day, in calendar: WorkCalendar) -> [RecurringDay] {
        guard first <= last else { return [] }
        var found: [Day: RecurringDay] = [:]
        for number in (first.number - Int32(Recurrence.reach))...last.number {
            let planned = Day(number: number)
            guard falls(on: planned), let day = held(planned, in: calendar), first <= day, day <= last else { continue }
            if found[day] == nil || planned == day { found[day] = RecurringDay(planned: planned, day: day) }
        }
        return found.values.sorted { $0.day < $1.day }
    }

    /// Whether the rhythm alone means this day.
    package func falls(on day: Day) -> Bool {
        let (_, month, date) = day.civil
        switch pattern {
        case .weekly(let weekdays): return weekdays.contains(day.weekday)
        case .weekday(let ordinal, let weekday):
            guard months.contain(month), day.weekday == weekday else { return false }
            return ordinal == .last
                ? day.adding(days: 7).civil.month != month : (date - 1) / 7 + 1 == ordinal.rawValue
        case .dates(let dates):
            guard months.contain(month) else { return false }
            let isLast = day.adding(days: 1).civil.month != month
            return dates.contains(date) || (isLast && dates.contains { $0 > date })
        }
    }

    /// The day on which it is held instead; nil where it is left out.
    package func held(_ planned: Day, in calendar: WorkCalendar) -> Day? {
        guard isOff(planned, in: calendar) else { return planned }
        switch onHoliday {
        case .skip: return nil
        case .nextWorkingDay: return calendar.workingDay(onOrAfter: planned)
        case .nextWeek: return weeksLater(planned, in: calendar)
        }
    }

    /// A week later, and again while that is a holiday too. A date that fell on a weekend stays on one however often it
    /// is put off, so it goes to the first working day after that week.
    private func weeksLater(_ planned: Day, in calendar: WorkCalendar) -> Day {
        let weekLater = planned.adding(days: 7)
        if isWeekendMeant || planned.weekday <= 5 {
            for week in 1...Recurrence.mostWeeks {
                let later = planned.adding(days: 7 * week)
                if !isOff(later, in: calendar) { return later }
            }
        }
        return calendar.workingDay(onOrAfter: weekLater)
    }

    /// Who chose Saturdays means a day on which most do not work; there only a named holiday counts as one. A make-up
    /// working day is worked, whatever its weekday.
    private func isOff(_ day: Day, in calendar: WorkCalendar) -> Bool {
        if calendar.isWorkingDay(day) { return false }
        return isWeekendMeant && day.weekday > 5 ? calendar.name(of: day) != nil : true
    }

    private var isWeekendMeant: Bool {
        switch pattern {
        case .weekly(let weekdays): weekdays.contains { $0 > 5 }
        case .weekday(_, let weekday): weekday > 5
        case .dates: false
        }
    }
}

extension Recurrence.Months {
    fileprivate func contain(_ month: Int) -> Bool {
        switch self {
        case .every: true
        case .odd: month % 2 == 1
        case .even: month % 2 == 0
        }
    }
}
