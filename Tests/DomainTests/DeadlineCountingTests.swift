import TestSupport
import Testing

@testable import Domain

/// Counts on fingers: a date is three numbers, tomorrow is one more, no arithmetic shared with the code under test.
private struct Fingers {
    let off: Set<String>
    let made: Set<String>

    init() {
        off = Set(Notices.exceptions.filter { !$0.value }.map(\.key.iso))
        made = Set(Notices.exceptions.filter(\.value).map(\.key.iso))
    }

    struct Date: Equatable {
        var year: Int, month: Int, day: Int
        /// 1 is Monday.
        var weekday: Int

        var iso: String {
            "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
        }

        var tomorrow: Date {
            var next = Date(year: year, month: month, day: day + 1, weekday: weekday == 7 ? 1 : weekday + 1)
            if next.day > Fingers.length(year, month) { (next.day, next.month) = (1, month + 1) }
            if next.month > 12 { (next.month, next.year) = (1, year + 1) }
            return next
        }
    }

    static func length(_ year: Int, _ month: Int) -> Int {
        let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// 2018-01-01 was a Monday.
    static func days(through last: Int) -> [Date] {
        var days = [Date(year: 2018, month: 1, day: 1, weekday: 1)]
        while days.last!.year <= last { days.append(days.last!.tomorrow) }
        return days
    }

    func works(_ date: Date) -> Bool {
        if off.contains(date.iso) { return false }
        return made.contains(date.iso) || date.weekday < 6
    }

    func due(_ rule: DeadlineRule, from start: Date) -> Date {
        var date = start
        switch rule {
        case .workingDays(let count):
            var left = count
            while left > 0 {
                date = date.tomorrow
                if works(date) { left -= 1 }
            }
        case .calendarDays(let count):
            for _ in 0..<count { date = date.tomorrow }
        case .months(let count):
            let month = (start.month + count - 1) % 12 + 1
            let year = start.year + (start.month + count - 1) / 12
            let day = min(start.day, Fingers.length(year, month))
            while (date.year, date.month, date.day) != (year, month, day) { date = date.tomorrow }
        case .on:
            return date
        }
        while !works(date) { date = date.tomorrow }
        return date
    }
}

@Suite("When deadlines are counted on fingers")
struct DeadlineCountingTests {
    @Test("thousands of random starts and rules end on the same day")
    func randomStarts() throws {
        let fingers = Fingers()
        let days = Fingers.days(through: 2031)
        let calendar = Notices.calendar
        var random = SeededNumbers(state: 20_261_124)

        for _ in 0..<6000 {
            let start = days[Int.random(in: 0..<(days.count - 1500), using: &random)]
            let rule: DeadlineRule =
                switch Int.random(in: 0...2, using: &random) {
                case 0: .workingDays(Int.random(in: 1...60, using: &random))
                case 1: .calendarDays(Int.random(in: 1...120, using: &random))
                default: .months(Int.random(in: 1...14, using: &random))
                }

            let deadline = calendar.deadline(rule, from: Notices.date(start.iso))
            let expected = fingers.due(rule, from: start)

            try #require(deadline.dueOn.iso == expected.iso, "\(start.iso) \(rule.code)")
            try #require(deadline.isProvisional == false || start.year < 2025 || expected.year > 2026)
            try #require(calendar.isWorkingDay(deadline.dueOn))
        }
    }

    @Test("the calendar and the fingers agree on every day")
    func everyDay() {
        let fingers = Fingers()

        let differing = Fingers.days(through: 2031).filter {
            fingers.works($0) != Notices.calendar.isWorkingDay(Notices.date($0.iso))
                || $0.weekday != Notices.date($0.iso).weekday
        }

        #expect(differing.isEmpty)
    }

    @Test("the days left and the days over are what the fingers count")
    func distance() throws {
        let fingers = Fingers()
        let days = Fingers.days(through: 2028)
        var random = SeededNumbers(state: 7)

        for _ in 0..<1000 {
            let start = Int.random(in: 0..<(days.count - 200), using: &random)
            let end = start + Int.random(in: 0..<200, using: &random)
            let counted = start == end ? 0 : days[(start + 1)...end].count { fingers.works($0) }

            try #require(
                Notices.calendar.workingDays(
                    after: Notices.date(days[start].iso), through: Notices.date(days[end].iso)) == counted)
        }
    }
}
