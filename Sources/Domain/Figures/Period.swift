/// A stretch of whole months: a year, a quarter or a month, by which lists and figures are asked for.
///
/// Written `2026`, `2026-q2` or `2026-05` in addresses.
package struct Period: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case year
        case quarter(Int)
        case month(Int)
    }

    package let year: Int
    package let part: Part

    package init(year: Int, part: Part = .year) {
        self.year = year
        self.part = part
    }

    /// Nil for anything that is no period of a year in which there can be matters.
    package init?(code: String) {
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0].count == 4, let year = Int(parts[0]), (2000...2999).contains(year)
        else { return nil }
        guard parts.count == 2 else {
            self.init(year: year)
            return
        }
        if parts[1].first == "q", parts[1].count == 2, let quarter = Int(parts[1].dropFirst()),
            (1...4).contains(quarter)
        {
            self.init(year: year, part: .quarter(quarter))
        } else if parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) {
            self.init(year: year, part: .month(month))
        } else {
            return nil
        }
    }

    package var code: String {
        switch part {
        case .year: "\(year)"
        case .quarter(let quarter): "\(year)-q\(quarter)"
        case .month(let month): "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
        }
    }

    package var chinese: String {
        switch part {
        case .year: "\(year)年"
        case .quarter(let quarter): "\(year)年第" + ["一", "二", "三", "四"][quarter - 1] + "季度"
        case .month(let month): "\(year)年\(month)月"
        }
    }

    /// The first and the last month as `yyyymm`.
    package var months: ClosedRange<Int> {
        year * 100 + firstMonth...year * 100 + lastMonth
    }

    /// The months under which its sums stand (`Figure.sums`): one for a year or a month, three for a quarter.
    package var sums: ClosedRange<Int> {
        switch part {
        case .year: year * 100...year * 100
        case .quarter, .month: months
        }
    }

    /// From the first moment on, up to but without the second.
    package var moments: Range<Instant> {
        let next = lastMonth == 12 ? Day(year + 1, 1, 1) : Day(year, lastMonth + 1, 1)
        return Day(year, firstMonth, 1).start..<next.start
    }

    private var firstMonth: Int {
        switch part {
        case .year: 1
        case .quarter(let quarter): quarter * 3 - 2
        case .month(let month): month
        }
    }

    private var lastMonth: Int {
        switch part {
        case .year: 12
        case .quarter(let quarter): quarter * 3
        case .month(let month): month
        }
    }
}
