/// The rhythm of a station's receptions (接待日的规律). Examples: every Monday; the first Friday of each month; the 15th
/// of odd months. What happens to a day on which nobody works is part of it (`HolidayPolicy`).
package struct Recurrence: Hashable, Sendable {
    /// Which of a month's weekdays: 第几个星期几.
    package enum Ordinal: Int, CaseIterable, Sendable {
        case first = 1
        case second, third, fourth
        case last = 9
    }

    /// In which months: 每月, 单月, 双月.
    package enum Months: String, CaseIterable, Sendable {
        case every, odd, even
    }

    package enum Pattern: Hashable, Sendable {
        /// On these weekdays of every week; 1 is Monday.
        case weekly(Set<Int>)
        case weekday(Ordinal, Int)
        /// On these days of the month; a month that is shorter has its last day instead.
        case dates(Set<Int>)
    }

    package var pattern: Pattern
    /// Of no meaning for weekly ones.
    package var months: Months
    package var onHoliday: HolidayPolicy

    package init(_ pattern: Pattern, months: Months = .every, onHoliday: HolidayPolicy) {
        self.pattern = pattern
        self.months = months
        self.onHoliday = onHoliday
    }
}

/// 遇节假日: what a station does when its day is no working day.
package enum HolidayPolicy: String, CaseIterable, Sendable {
    case skip, nextWorkingDay, nextWeek

    package var chinese: String {
        switch self {
        case .skip: "暂停一次"
        case .nextWorkingDay: "改在节后第一个工作日"
        case .nextWeek: "推迟一周"
        }
    }
}

/// One day of a rhythm: the day it means, which names it for good, and the day it is held on, holidays considered.
package struct RecurringDay: Hashable, Sendable {
    package var planned: Day
    package var day: Day

    package init(planned: Day, day: Day) {
        self.planned = planned
        self.day = day
    }
}
