/// Which days are working days: Monday to Friday but for the yearly notice of the State Council (放假办法), which
/// names holidays and make-up working days (调休). Years without a notice follow the plain week.
package struct WorkCalendar: Sendable {
    /// Years whose notice is known.
    package let coveredYears: ClosedRange<Int>
    private let holidayNames: [Day: String]
    // One flag a day over all known years: the calendar is asked some forty times for each deadline.
    private let flags: [Bool]
    private let firstFlag: Int32

    /// `names` only feeds explanations ("跳过劳动节").
    package init(exceptions: [Day: Bool], coveredYears: ClosedRange<Int>, names: [Day: String] = [:]) {
        self.coveredYears = coveredYears
        holidayNames = names
        let first = min(Day(coveredYears.lowerBound, 1, 1), exceptions.keys.min() ?? .max).number
        let last = max(Day(coveredYears.upperBound, 12, 31), exceptions.keys.max() ?? .min).number
        firstFlag = first
        flags = (first...last).map { number in
            let day = Day(number: number)
            return exceptions[day] ?? (day.weekday <= 5)
        }
    }

    package func isWorkingDay(_ day: Day) -> Bool {
        let index = Int(day.number) - Int(firstFlag)
        return flags.indices.contains(index) ? flags[index] : day.weekday <= 5
    }

    /// Whether the notice for the year of this day is known.
    package func covers(_ day: Day) -> Bool {
        coveredYears.contains(day.civil.year)
    }

    /// The name of the holiday or make-up day, where the calendar came with names.
    package func name(of day: Day) -> String? {
        holidayNames[day]
    }

    package func workingDay(onOrAfter day: Day) -> Day {
        var found = day
        while !isWorkingDay(found) { found = found.adding(days: 1) }
        return found
    }

    /// How many working days lie after `start`, up to and with `end`; 0 when `end` is not later.
    package func workingDays(after start: Day, through end: Day) -> Int {
        guard start < end else { return 0 }
        return (start.number + 1...end.number).count { isWorkingDay(Day(number: $0)) }
    }
}

extension Day {
    fileprivate static let min = Day(number: .min)
    fileprivate static let max = Day(number: .max)
}
