extension Recurrence {
    /// `每月第一个星期五，遇节假日推迟一周`.
    package var chinese: String { when + "，遇节假日" + onHoliday.chinese }

    private var when: String {
        switch pattern {
        case .weekly(let weekdays): "每周" + weekdays.sorted().map(Self.name).joined(separator: "、")
        case .weekday(let ordinal, let weekday): months.chinese + ordinal.chinese + "星期" + Self.name(weekday)
        case .dates(let dates): months.chinese + dates.sorted().map { " \($0) 日" }.joined(separator: "、")
        }
    }

    private static func name(_ weekday: Int) -> String {
        ["一", "二", "三", "四", "五", "六", "日"][weekday - 1]
    }
}

extension Recurrence.Ordinal {
    package var chinese: String {
        switch self {
        case .first: "第一个"
        case .second: "第二个"
        case .third: "第三个"
        case .fourth: "第四个"
        case .last: "最后一个"
        }
    }
}

extension Recurrence.Months {
    package var chinese: String {
        switch self {
        case .every: "每月"
        case .odd: "单月"
        case .even: "双月"
        }
    }
}
