/// Stored as `week:1,3`, `nth:1:5`, `last:5` or `date:1,16`, in odd or even months with `odd/` or `even/` before it.
extension Recurrence {
    package init?(code: String, onHoliday: HolidayPolicy) {
        let halves = code.split(separator: "/" as Character, omittingEmptySubsequences: false)
        var months = Months.every
        if halves.count == 2 {
            guard let some = Months(rawValue: String(halves[0])), some != .every else { return nil }
            months = some
        }
        guard halves.count <= 2, let body = halves.last, let pattern = Pattern(code: body) else { return nil }
        self.init(pattern, months: months, onHoliday: onHoliday)
    }

    package var code: String {
        (months == .every ? "" : months.rawValue + "/") + pattern.code
    }
}

extension Recurrence.Pattern {
    fileprivate init?(code: some StringProtocol) {
        let parts = code.split(separator: ":", omittingEmptySubsequences: false)
        switch (parts.first.map { String($0) } ?? "", parts.count) {
        case ("week", 2):
            guard let days = Self.numbers(parts[1], in: 1...7) else { return nil }
            self = .weekly(days)
        case ("nth", 3):
            guard let nth = Int(parts[1]), (1...4).contains(nth), let ordinal = Recurrence.Ordinal(rawValue: nth),
                let weekday = Int(parts[2]), (1...7).contains(weekday)
            else { return nil }
            self = .weekday(ordinal, weekday)
        case ("last", 2):
            guard let weekday = Int(parts[1]), (1...7).contains(weekday) else { return nil }
            self = .weekday(.last, weekday)
        case ("date", 2):
            guard let dates = Self.numbers(parts[1], in: 1...31) else { return nil }
            self = .dates(dates)
        case _: return nil
        }
    }

    fileprivate var code: String {
        switch self {
        case .weekly(let days): "week:" + Self.text(days)
        case .weekday(.last, let weekday): "last:\(weekday)"
        case .weekday(let ordinal, let weekday): "nth:\(ordinal.rawValue):\(weekday)"
        case .dates(let dates): "date:" + Self.text(dates)
        }
    }

    private static func numbers(_ text: some StringProtocol, in range: ClosedRange<Int>) -> Set<Int>? {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        let known = numbers.compactMap { $0 }.filter(range.contains)
        return known.isEmpty || known.count != numbers.count ? nil : Set<Int>(known)
    }

    private static func text(_ numbers: Set<Int>) -> String {
        numbers.sorted().map { String($0) }.joined(separator: ",")
    }
}
