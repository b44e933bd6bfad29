import Domain

/// One day that differs from the rule Monday to Friday, after the State Council's yearly notice (放假通知).
package struct CalendarDay: Hashable, Sendable {
    package var day: Day
    package var isWorkday: Bool
    package var name: String
    /// The year whose notice names the day: the notice for 2019 begins in December 2018.
    package var noticeYear: Int

    package init(day: Day, isWorkday: Bool, name: String, noticeYear: Int) {
        self.day = day
        self.isWorkday = isWorkday
        self.name = name
        self.noticeYear = noticeYear
    }
}
