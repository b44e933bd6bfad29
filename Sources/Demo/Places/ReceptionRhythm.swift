import Directory
import Domain

/// When deputies receive, by a station's own rhythm: 每月第一个星期五15:00–16:00接待，遇节假日推迟一周.
struct ReceptionRhythm {
    let hours: ReceptionHours
    /// Nil for market days (逢五、逢十), which are held whatever the calendar says: those are entered one by one.
    let rule: Recurrence?
    private let code: String
    private let calendar: WorkCalendar

    /// Nil for words without hours.
    init?(_ rhythm: StationTexts.Rhythm, calendar: WorkCalendar) {
        guard let found = rhythm.text.firstMatch(of: /(\d+):(\d\d)–(\d+):(\d\d)/),
            let fromHour = Int(found.1), let fromMinute = Int(found.2), let toHour = Int(found.3),
            let toMinute = Int(found.4)
        else { return nil }
        hours = ReceptionHours(from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute)
        code = rhythm.code
        self.calendar = calendar
        var onHoliday = HolidayPolicy.skip
        if rhythm.text.contains("推迟一周") { onHoliday = .nextWeek }
        if rhythm.text.contains("节后第一个工作日") { onHoliday = .nextWorkingDay }
        rule = ReceptionRhythm.codes[rhythm.code].flatMap { Recurrence(code: $0, onHoliday: onHoliday) }
    }

    private static let codes = [
        "monthly_first_friday": "nth:1:5", "monthly_last_friday": "last:5", "weekly_monday": "week:1",
        "weekly_wednesday": "week:3", "weekly_saturday": "week:6", "weekly_thursday_evening": "week:4",
        "monthly_day_10": "date:10", "monthly_day_20": "date:20", "monthly_day_1_16": "date:1,16",
        "odd_month_15": "odd/date:15",
    ]

    func days(from first: Day, through last: Day) -> [RecurringDay] {
        if let rule { return rule.days(from: first, through: last, in: calendar) }
        return (first.number...last.number).map(Day.init(number:)).filter(isMarket)
            .map { RecurringDay(planned: $0, day: $0) }
    }

    private func isMarket(_ day: Day) -> Bool {
        let date = day.civil.day % 10
        return code == "market_day_5" ? date == 5 : code == "market_day_10" && date == 0
    }
}
