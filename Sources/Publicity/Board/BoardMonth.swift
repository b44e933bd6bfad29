import Domain

/// One month as an address names it: `2026-05`.
struct BoardMonth: Hashable, Sendable {
    let year: Int
    let month: Int

    init(of day: Day) {
        (year, month, _) = day.civil
    }

    /// Nil for anything that is no month.
    init?(_ text: String) {
        guard let first = Day(iso: text + "-01") else { return nil }
        self.init(of: first)
    }

    var first: Day { Day(year, month, 1) }
    /// The first day of the month after it.
    var end: Day { month == 12 ? Day(year + 1, 1, 1) : Day(year, month + 1, 1) }
    var before: BoardMonth { BoardMonth(of: first.adding(days: -1)) }
    var after: BoardMonth { BoardMonth(of: end) }

    var text: String { String(first.iso.prefix(7)) }
    var chinese: String { "\(year)年\(month)月" }

    func contains(_ day: Day) -> Bool { day >= first && day < end }
}
