import Directory
import Domain
import Web

/// A rhythm as typed, checked for form but not yet against the station.
struct ScheduleDraft: Sendable {
    /// Which of the three kinds of rhythm is meant.
    enum Pattern: String, CaseIterable {
        case week, weekday, date
    }

    var rule: Recurrence
    var hours: ReceptionHours
    var place: String
    var scope: String
    var slotMinutes: Int
    var atOnce: Int
    var deputies: [MandateID]

    init(reading reader: FormReader) throws(FormErrors) {
        var reader = reader
        let pattern = Self.pattern(&reader)
        let months: Recurrence.Months? = reader.choice("months", "哪些月份", isRequired: false)
        let holiday: HolidayPolicy? = reader.choice("holiday", "遇到节假日")
        let from = reader.minute("from", "开始时间")
        let to = reader.minute("to", "结束时间")
        if let from, let to, from >= to { reader.add("to", "结束时间要晚于开始时间") }
        place = reader.text("place", "地点", most: 100)
        // In the order of the form, which is the order of their turns.
        var seen: Set<MandateID> = []
        deputies = reader.form.all("deputies").compactMap { Int64($0) }.filter { seen.insert($0).inserted }
        if deputies.isEmpty { reader.add("deputies", "请选择轮流接待的代表，至少一位") }
        atOnce = Int(reader.number("at_once", "每次几位代表", in: 1...20) ?? 1)
        scope = reader.text("scope", "主题", most: 100, isRequired: false)
        slotMinutes = reader.slot()
        try reader.finish()
        guard let pattern, let holiday, let from, let to else {
            throw FormErrors("pattern", Messages.missingChoice("接待的规律"))
        }
        rule = Recurrence(pattern, months: months ?? .every, onHoliday: holiday)
        hours = ReceptionHours(from: from, to: to)
    }

    private static func pattern(_ reader: inout FormReader) -> Recurrence.Pattern? {
        guard let kind: Pattern = reader.choice("pattern", "接待的规律") else { return nil }
        switch kind {
        case .week:
            let days = Set(reader.form.all("weekdays").compactMap { Int($0) }.filter((1...7).contains))
            if days.isEmpty { reader.add("weekdays", "请选择每周星期几") }
            return days.isEmpty ? nil : .weekly(days)
        case .weekday:
            let nth = reader.number("ordinal", "第几个", in: 1...9).flatMap { Recurrence.Ordinal(rawValue: Int($0)) }
            let weekday = reader.number("weekday", "星期几", in: 1...7)
            if nth == nil, reader.errors.message(for: "ordinal") == nil {
                reader.add("ordinal", Messages.missingChoice("第几个"))
            }
            guard let nth, let weekday else { return nil }
            return .weekday(nth, Int(weekday))
        case .date: return dates(&reader)
        }
    }

    /// `10`, `1、16` or `1，16日`.
    private static func dates(_ reader: inout FormReader) -> Recurrence.Pattern? {
        let typed = TypedText.folded(reader.form["dates"] ?? "")
        let parts = typed.split { !$0.isASCII || !$0.isNumber }
        let dates = parts.compactMap { Int($0) }.filter((1...31).contains)
        guard !dates.isEmpty, dates.count == parts.count else {
            reader.add("dates", "请写每月几日，例如 10 或 1、16")
            return nil
        }
        return .dates(Set(dates))
    }
}
