import Testing

@testable import Domain

/// The rhythms of `domain.md` 3.4 against the calendars of 2025 and 2026.
@Suite("When a station receives by a rhythm")
struct RecurrenceTests {
    private let calendar = Notices.calendar

    struct Vector: Sendable {
        var rule: String
        var holiday: HolidayPolicy
        var from: String
        var through: String
        var days: [String]
    }

    @Test(
        "its days are those of the calendar",
        arguments: [
            // 榆次: the first Friday, holiday → a week later.
            Vector(
                rule: "nth:1:5", holiday: .nextWeek, from: "2026-01-01", through: "2026-12-31",
                days: [
                    "2026-01-09", "2026-02-06", "2026-03-06", "2026-04-03", "2026-05-08", "2026-06-05", "2026-07-03",
                    "2026-08-07", "2026-09-04", "2026-10-09", "2026-11-06", "2026-12-04",
                ]),
            // Every Monday, holiday → the next working day; two Mondays of the Spring Festival meet on one day.
            Vector(
                rule: "week:1", holiday: .nextWorkingDay, from: "2026-02-01", through: "2026-03-02",
                days: ["2026-02-02", "2026-02-09", "2026-02-24", "2026-03-02"]),
            // Every Wednesday but for holidays.
            Vector(
                rule: "week:3", holiday: .skip, from: "2026-02-01", through: "2026-02-28",
                days: ["2026-02-04", "2026-02-11", "2026-02-25"]),
            // The 15th of odd months; March's and November's are Sundays.
            Vector(
                rule: "odd/date:15", holiday: .nextWorkingDay, from: "2026-01-01", through: "2026-12-31",
                days: ["2026-01-15", "2026-03-16", "2026-05-15", "2026-07-15", "2026-09-15", "2026-11-16"]),
            // The 10th of each month; Saturday, 10 October 2026 is worked.
            Vector(
                rule: "date:10", holiday: .nextWorkingDay, from: "2026-01-01", through: "2026-10-31",
                days: [
                    "2026-01-12", "2026-02-10", "2026-03-10", "2026-04-10", "2026-05-11", "2026-06-10", "2026-07-10",
                    "2026-08-10", "2026-09-10", "2026-10-10",
                ]),
            // The last Friday; 25 September 2026 is the Mid-Autumn Festival.
            Vector(
                rule: "last:5", holiday: .nextWorkingDay, from: "2026-08-01", through: "2026-10-31",
                days: ["2026-08-28", "2026-09-28", "2026-10-30"]),
            // A date on a weekend stays on one however often it is put off; a make-up Sunday is a working day.
            Vector(
                rule: "date:20", holiday: .nextWeek, from: "2026-06-01", through: "2026-09-30",
                days: ["2026-06-29", "2026-07-20", "2026-08-20", "2026-09-20"]),
            // Both Mondays of the Spring Festival go on to the same one, which is held once.
            Vector(
                rule: "week:1", holiday: .nextWeek, from: "2026-02-10", through: "2026-03-03",
                days: ["2026-03-02"]),
            // Who chose Saturdays is open on them, but for the festival's.
            Vector(
                rule: "week:6", holiday: .skip, from: "2026-05-01", through: "2026-05-31",
                days: ["2026-05-09", "2026-05-16", "2026-05-23", "2026-05-30"]),
            // A shorter month has its last day.
            Vector(
                rule: "date:31", holiday: .skip, from: "2025-02-01", through: "2025-04-30",
                days: ["2025-02-28", "2025-03-31", "2025-04-30"]),
            Vector(
                rule: "week:1,4", holiday: .skip, from: "2026-05-25", through: "2026-06-05",
                days: ["2026-05-25", "2026-05-28", "2026-06-01", "2026-06-04"]),
            Vector(
                rule: "even/nth:2:2", holiday: .skip, from: "2026-06-01", through: "2026-08-31",
                days: [
                    "2026-06-09", "2026-08-11",
                ]),
        ])
    func days(_ vector: Vector) throws {
        let rule = try #require(Recurrence(code: vector.rule, onHoliday: vector.holiday))

        let days = rule.days(
            from: Notices.date(vector.from), through: Notices.date(vector.through), in: calendar)

        #expect(days.map(\.day.iso) == vector.days)
    }

    @Test("a day keeps the name of the day it was planned for, however far it moved")
    func planned() throws {
        let rule = Recurrence(.weekday(.first, 5), onHoliday: .nextWeek)

        let days = rule.days(from: Day(2026, 5, 1), through: Day(2026, 5, 31), in: calendar)

        #expect(days == [RecurringDay(planned: Day(2026, 5, 1), day: Day(2026, 5, 8))])
    }

    @Test("a day that never comes out right ends on the first working day after a week", .timeLimit(.minutes(1)))
    func endless() throws {
        let fridays = (0..<400).map { Day(2026, 1, 2).adding(days: 7 * $0) }
        let strange = WorkCalendar(
            exceptions: Dictionary(uniqueKeysWithValues: fridays.map { ($0, false) }), coveredYears: 2026...2032)
        let rule = Recurrence(.weekday(.first, 5), onHoliday: .nextWeek)

        let days = rule.days(from: Day(2026, 6, 1), through: Day(2026, 6, 30), in: strange)

        // 5 June, a week later the 12th, and so the Monday behind it.
        #expect(days.map(\.day) == [Day(2026, 6, 15)])
    }

    @Test("nothing is asked for backwards")
    func backwards() {
        let rule = Recurrence(.weekly([1]), onHoliday: .skip)

        #expect(rule.days(from: Day(2026, 6, 2), through: Day(2026, 6, 1), in: calendar) == [])
    }

    @Test(
        "it is kept as a short text and read back",
        arguments: [
            "week:1,3", "nth:1:5", "last:5", "date:1,16", "odd/date:15", "even/nth:4:7",
        ])
    func codes(_ code: String) throws {
        #expect(try #require(Recurrence(code: code, onHoliday: .skip)).code == code)
    }

    @Test(
        "what is no rhythm is none",
        arguments: [
            "", "week:", "week:8", "nth:5:1", "nth:1", "date:0", "date:32", "every/date:1", "odd/", "odd/even/date:1",
            "wk:1",
        ])
    func wrong(_ code: String) {
        #expect(Recurrence(code: code, onHoliday: .skip) == nil)
    }

    @Test("it is said as people say it")
    func words() {
        #expect(Recurrence(.weekday(.first, 5), onHoliday: .nextWeek).chinese == "每月第一个星期五，遇节假日推迟一周")
        #expect(Recurrence(.weekly([3, 1]), onHoliday: .skip).chinese == "每周一、三，遇节假日暂停一次")
        #expect(
            Recurrence(.dates([15]), months: .odd, onHoliday: .nextWorkingDay).chinese
                == "单月 15 日，遇节假日改在节后第一个工作日")
    }
}
