import Testing

@testable import Domain

@Suite("When a clock is started")
struct DeadlineTests {
    private let calendar = Notices.calendar

    @Test(
        "it ends on the day the rules of counting give",
        arguments: [
            ("2025-11-30", "m3", "2026-02-28"),
            ("2025-07-01", "m3", "2025-10-09"),
            ("2025-10-04", "m3", "2026-01-04"),
            ("2026-02-12", "wd5", "2026-02-26"),
            ("2025-09-26", "wd5", "2025-10-10"),
            ("2026-04-30", "wd15", "2026-05-25"),
            ("2026-02-05", "cd15", "2026-02-24"),
            ("2026-03-03", "cd60", "2026-05-06"),
        ])
    func vectors(start: String, code: String, due: String) throws {
        let rule = try #require(DeadlineRule(code: code))

        let deadline = calendar.deadline(rule, from: Notices.date(start))

        #expect(deadline.dueOn.iso == due)
        #expect(deadline.startedOn.iso == start)
        #expect(!deadline.isProvisional)
        #expect(deadline.dueAt == Notices.date(due).end)
    }

    @Test("a matter at 23:00 has the same clock as one at 9:00: it starts the next working day")
    func lateInTheEvening() {
        let friday = Day(2026, 5, 22)
        let morning = friday.start.adding(seconds: 9 * 3600)
        let night = friday.start.adding(seconds: 23 * 3600)

        #expect(calendar.deadline(.workingDays(1), from: night) == calendar.deadline(.workingDays(1), from: morning))
        #expect(calendar.deadline(.workingDays(1), from: night).dueOn == Day(2026, 5, 25))
        #expect(calendar.deadline(.workingDays(1), from: Day(2026, 5, 23)).dueOn == Day(2026, 5, 25))
    }

    @Test("a date somebody named stands, even on a Sunday")
    func named() {
        let deadline = calendar.deadline(.on(Day(2026, 5, 24)), from: Day(2026, 5, 20))

        #expect(deadline.dueOn == Day(2026, 5, 24))
        #expect(deadline.explanation == "约定日期 5月24日")
    }

    @Test("it is provisional as soon as an unpublished year decides")
    func provisional() {
        #expect(calendar.deadline(.workingDays(5), from: Day(2026, 12, 29)).isProvisional)
        #expect(calendar.deadline(.months(3), from: Day(2026, 11, 2)).isProvisional)
        #expect(calendar.deadline(.calendarDays(2), from: Day(2026, 12, 29)).isProvisional == false)
        #expect(calendar.deadline(.workingDays(2), from: Day(2026, 12, 29)).isProvisional == false)
        #expect(calendar.deadline(.workingDays(5), from: Day(2024, 12, 31)).isProvisional == false)
        #expect(calendar.deadline(.on(Day(2027, 3, 1)), from: Day(2026, 12, 29)).isProvisional == false)
    }

    @Test(
        "the reason for the last day is told",
        arguments: [
            ("2026-04-30", "wd15", "自 4月30日（不计当日）起 15 个工作日，跳过周末、劳动节，5月9日调休上班计入，到 5月25日"),
            ("2026-02-05", "cd15", "自 2月5日（不计当日）起 15 天，到 2月20日；当天是春节假期，顺延到 2月24日"),
            ("2026-05-08", "cd15", "自 5月8日（不计当日）起 15 天，到 5月23日；当天是周末，顺延到 5月25日"),
            ("2025-11-30", "m3", "自 11月30日（不计当日）起 3 个月，到 2026年2月28日"),
            ("2026-05-18", "wd2", "自 5月18日（不计当日）起 2 个工作日，到 5月20日"),
            (
                "2026-12-30", "wd2",
                "自 12月30日（不计当日）起 2 个工作日，到 2027年1月1日。放假安排尚未公布的年份暂按周一至周五计算，公布后重新核定"
            ),
        ])
    func explanation(start: String, code: String, words: String) throws {
        let rule = try #require(DeadlineRule(code: code))

        #expect(calendar.deadline(rule, from: Notices.date(start)).explanation == words)
    }

    @Test("without names of holidays the reason is still a sentence")
    func namelessHoliday() {
        let nameless = WorkCalendar(exceptions: Notices.exceptions, coveredYears: 2025...2026)

        let explanation = nameless.deadline(.workingDays(5), from: Day(2026, 4, 30)).explanation

        #expect(explanation == "自 4月30日（不计当日）起 5 个工作日，跳过周末、法定节假日，5月9日调休上班计入，到 5月11日")
    }

    @Test(
        "the rule's code is read back",
        arguments: [
            DeadlineRule.workingDays(5), .workingDays(400), .calendarDays(15), .months(3), .on(Day(2026, 5, 25)),
        ])
    func codec(rule: DeadlineRule) {
        #expect(DeadlineRule(code: rule.code) == rule)
    }

    @Test(
        "a code that is none is refused",
        arguments: [
            "", "wd", "wd0", "wd05", "wd-5", "wd5x", "5", "m61", "cd1101", "wd401", "on:", "on:2026-02-30",
            "on:2026-5-1", "WD5", "wd５", "wd99999999999999999999",
        ])
    func nonsense(code: String) {
        #expect(DeadlineRule(code: code) == nil)
    }

    @Test("a rule reads as people say it")
    func chinese() {
        #expect(DeadlineRule.workingDays(5).chinese == "5 个工作日")
        #expect(DeadlineRule.calendarDays(15).chinese == "15 天")
        #expect(DeadlineRule.months(3).chinese == "3 个月")
        #expect(DeadlineRule.on(Day(2026, 5, 25)).chinese == "2026年5月25日")
    }
}
