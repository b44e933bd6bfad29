import Testing

@testable import Domain

@Suite("When the calendar is asked")
struct CalendarTests {
    private let calendar = Notices.calendar

    @Test(
        "a day is a working day as the notices say",
        arguments: [
            ("2026-05-01", false), ("2026-05-09", true), ("2026-05-10", false), ("2026-05-11", true),
            ("2026-02-14", true), ("2026-02-23", false), ("2025-10-08", false), ("2025-10-11", true),
        ])
    func workingDays(date: String, works: Bool) {
        #expect(calendar.isWorkingDay(Notices.date(date)) == works)
    }

    @Test("beyond the notices Monday to Friday are working days")
    func beyondTheNotices() {
        #expect(calendar.isWorkingDay(Day(2027, 10, 1)))
        #expect(!calendar.isWorkingDay(Day(2027, 10, 2)))
        #expect(calendar.isWorkingDay(Day(2018, 5, 1)))
        #expect(!calendar.covers(Day(2027, 1, 1)))
        #expect(calendar.covers(Day(2026, 12, 31)))
    }

    @Test("a calendar without exceptions is the plain week")
    func withoutExceptions() {
        let plain = WorkCalendar(exceptions: [:], coveredYears: 2026...2026)

        #expect(plain.isWorkingDay(Day(2026, 5, 1)))
        #expect(plain.workingDay(onOrAfter: Day(2026, 5, 2)) == Day(2026, 5, 4))
    }

    @Test("an exception outside the covered years still holds")
    func exceptionBefore() {
        let calendar = WorkCalendar(exceptions: [Day(2018, 12, 31): false], coveredYears: 2019...2019)

        #expect(!calendar.isWorkingDay(Day(2018, 12, 31)))
        #expect(!calendar.covers(Day(2018, 12, 31)))
    }

    @Test("the working day on or after a holiday is the first one worked again")
    func onOrAfter() {
        #expect(calendar.workingDay(onOrAfter: Day(2026, 5, 1)) == Day(2026, 5, 6))
        #expect(calendar.workingDay(onOrAfter: Day(2026, 5, 9)) == Day(2026, 5, 9))
    }

    @Test("the first day is not counted, the last one is")
    func countBetween() {
        #expect(calendar.workingDays(after: Day(2026, 4, 30), through: Day(2026, 5, 25)) == 15)
        #expect(calendar.workingDays(after: Day(2026, 5, 25), through: Day(2026, 5, 25)) == 0)
        #expect(calendar.workingDays(after: Day(2026, 5, 25), through: Day(2026, 5, 1)) == 0)
    }

    @Test(
        "the distance to a date is said in words",
        arguments: [
            ("2026-05-25", "2026-05-20", "还有 3 个工作日，最迟 5月25日"),
            ("2026-05-25", "2026-05-25", "今天到期"),
            ("2026-05-25", "2026-05-27", "已超过 2 个工作日（应于 5月25日前）"),
            ("2026-05-22", "2026-05-23", "已超过 1 天（应于 5月22日前）"),
            ("2026-05-24", "2026-05-23", "还有 1 天，最迟 5月24日"),
            ("2027-01-05", "2026-12-31", "还有 3 个工作日，最迟 2027年1月5日"),
        ])
    func distance(due: String, today: String, words: String) {
        #expect(calendar.remaining(until: Notices.date(due), from: Notices.date(today)) == words)
    }
}
