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

    package init?(code: String) {
        let signs = code.utf8
        switch signs.first {
        case UInt8(ascii: "w"): self.init(signs, "wd", upTo: 400) { .workingDays($0) }
        case UInt8(ascii: "c"): self.init(signs, "cd", upTo: 1100) { .calendarDays($0) }
        case UInt8(ascii: "m"): self.init(signs, "m", upTo: 60) { .months($0) }
        case UInt8(ascii: "o"):
            guard code.hasPrefix("on:"), let day = Day(iso: code.dropFirst(3)) else { return nil }
            self = .on(day)
        default: return nil
        }
    }

    private init?(_ signs: String.UTF8View, _ unit: String, upTo most: Int, _ make: (Int) -> DeadlineRule) {
        let digits = signs.dropFirst(unit.utf8.count)
        guard signs.starts(with: unit.utf8), (1...4).contains(digits.count), digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        let count = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        guard count <= most else { return nil }
        self = make(count)
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

}
