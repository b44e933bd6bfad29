/// How long a clock runs: 办理时限. Stored as `wd5`, `cd15`, `m3` or `on:2026-05-25`.
package enum DeadlineRule: Hashable, Sendable {
    /// 工作日: only working days are counted.
    case workingDays(Int)
    /// 自然日: every day is counted, a last day that is no working day rolls on.
    case calendarDays(Int)
    /// 月: ends on the corresponding day or the end of the month, and rolls on likewise.
    case months(Int)
    /// A date somebody named; it stands as named.
    case on(Day)

    package init?(code: some StringProtocol) {
        if code.hasPrefix("on:"), let day = Day(iso: code.dropFirst(3)) {
            self = .on(day)
        } else if let count = DeadlineRule.count(code, after: "wd", upTo: 400) {
            self = .workingDays(count)
        } else if let count = DeadlineRule.count(code, after: "cd", upTo: 1100) {
            self = .calendarDays(count)
        } else if let count = DeadlineRule.count(code, after: "m", upTo: 60) {
            self = .months(count)
        } else {
            return nil
        }
    }

    package var code: String {
        switch self {
        case .workingDays(let count): "wd\(count)"
        case .calendarDays(let count): "cd\(count)"
        case .months(let count): "m\(count)"
        case .on(let day): "on:" + day.iso
        }
    }

    package var chinese: String {
        switch self {
        case .workingDays(let count): "\(count) 个工作日"
        case .calendarDays(let count): "\(count) 天"
        case .months(let count): "\(count) 个月"
        case .on(let day): "\(day.civil.year)年\(day.civil.month)月\(day.civil.day)日"
        }
    }

    /// Calendar days without a look at the calendar, to compare lengths of different units; nil for a named date.
    package var roughDays: Int? {
        switch self {
        case .workingDays(let count): (count * 7 + 4) / 5
        case .calendarDays(let count): count
        case .months(let count): count * 31
        case .on: nil
        }
    }

    private static func count(_ code: some StringProtocol, after unit: String, upTo most: Int) -> Int? {
        let digits = code.dropFirst(unit.count)
        guard code.hasPrefix(unit), digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.first != "0",
            let count = Int(digits), count <= most
        else { return nil }
        return count
    }
}
