import Directory
import Domain
import Web

/// A reception as typed, checked for form but not yet against the station.
struct ReceptionDraft: Sendable {
    var day: Day
    var hours: ReceptionHours
    var place: String
    var scope: String
    var deputies: [MandateID]
    var slotMinutes: Int
    var joint: JointDepartments

    init(reading reader: FormReader, today: Day) throws(FormErrors) {
        var reader = reader
        let day = reader.day("day", "日期")
        if let day, day < today { reader.add("day", "日期已经过去，请选今天或以后的日期") }
        let from = reader.minute("from", "开始时间")
        let to = reader.minute("to", "结束时间")
        if let from, let to, from >= to { reader.add("to", "结束时间要晚于开始时间") }
        place = reader.text("place", "地点", most: 100)
        deputies = reader.form.all("deputies").compactMap { Int64($0) }
        if deputies.isEmpty { reader.add("deputies", "请选择接待的代表，至少一位") }
        scope = reader.text("scope", "主题", most: 100, isRequired: false)
        slotMinutes = reader.slot()
        joint = JointDepartments(reading: &reader)
        try reader.finish()
        guard let day, let from, let to else { throw FormErrors("day", Messages.missingChoice("日期")) }
        self.day = day
        hours = ReceptionHours(from: from, to: to)
        deputies = Array(Set(deputies)).sorted()
    }
}

extension FormReader {
    /// How long one visitor has; nothing chosen is no bookings.
    mutating func slot() -> Int {
        let typed = form["slot"] ?? ""
        if typed.isEmpty { return 0 }
        guard let minutes = Int(typed), SlotChoice.minutes.contains(minutes) else {
            add("slot", Messages.missingChoice("每人约多长时间"))
            return 0
        }
        return minutes
    }

    /// A time of day as 9:00, 09:00 or 9：00; nil where it is wrong.
    mutating func minute(_ name: String, _ label: String) -> Int? {
        let typed = TypedText.folded(form[name] ?? "").replacing("：", with: ":").filter { !$0.isWhitespace }
        if typed.isEmpty {
            add(name, Messages.missing(label))
            return nil
        }
        let parts = typed.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2, let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
        else {
            add(name, "\(label)请这样填写：9:00")
            return nil
        }
        return hour * 60 + minute
    }
}

/// How long one visitor may ask for.
enum SlotChoice {
    static let minutes = [0, 10, 15, 20, 30, 60]

    static var choices: [Choice] {
        minutes.map { Choice(String($0), $0 == 0 ? "不用约，来了就谈" : "每人 \($0) 分钟，可以先约") }
    }
}
