import Directory
import Domain

/// When deputies receive, by a station's own rhythm: 每月第一个星期五15:00–16:00接待，遇节假日推迟一周.
struct ReceptionRhythm {
    private enum OnHoliday {
        case weekLater, nextWorkingDay, dropped, held
    }

    let hours: ReceptionHours
    private let code: String
    private let onHoliday: OnHoliday
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
        if rhythm.text.contains("推迟一周") {
            onHoliday = .weekLater
        } else if rhythm.text.contains("节后第一个工作日") {
            onHoliday = .nextWorkingDay
        } else {
            onHoliday = rhythm.text.contains("暂停") ? .dropped : .held
        }
    }

    func days(from first: Day, through last: Day) -> [Day] {
        (first.number...last.number).map(Day.init(number:)).filter(falls).compactMap(settled)
    }

    /// The day as it is held, holidays considered.
    private func settled(_ day: Day) -> Day? {
        if calendar.isWorkingDay(day) { return day }
        return switch onHoliday {
        case .weekLater: day.adding(days: 7)
        case .nextWorkingDay: calendar.workingDay(onOrAfter: day)
        case .dropped: nil
        case .held: day
        }
    }

    private func falls(on day: Day) -> Bool {
        let (_, month, date) = day.civil
        let isFriday = day.weekday == 5
        return switch code {
        case "monthly_first_friday": isFriday && date <= 7
        case "monthly_last_friday": isFriday && day.adding(days: 7).civil.month != month
        case "weekly_monday": day.weekday == 1
        case "weekly_wednesday": day.weekday == 3
        case "weekly_saturday": day.weekday == 6
        case "weekly_thursday_evening": day.weekday == 4
        case "monthly_day_10": date == 10
        case "monthly_day_20": date == 20
        case "monthly_day_1_16": date == 1 || date == 16
        case "market_day_5": date % 10 == 5
        case "market_day_10": date % 10 == 0
        case "odd_month_15": date == 15 && month % 2 == 1
        case _: false
        }
    }
}
