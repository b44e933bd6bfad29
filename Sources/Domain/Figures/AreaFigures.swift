/// The sums of an area over a period, and what is told from them. A share of fewer than five says more about the five
/// than about the place: it is left out.
///
/// Example: answered after 3, 5 and 10 days, the median is 5; of 3, 5, 10 and 20 it is 7.5, told as 8.
package struct AreaFigures: Hashable, Sendable {
    /// Below this no share and no median is told.
    package static let least = 5

    private var sums: [String: Int] = [:]
    /// How many had their first answer after so many days.
    private var waits: [Int: Int] = [:]

    package init() {}

    package mutating func add(_ code: String, _ total: Int) {
        if let days = Figure.days(code: code) {
            waits[days, default: 0] += total
        } else {
            sums[code, default: 0] += total
        }
    }

    package func count(_ figure: Figure) -> Int {
        if case .days(let days) = figure { return waits[days] ?? 0 }
        return sums[figure.code] ?? 0
    }

    package var received: Int { count(.received) }

    /// With a first answer, even if it is being worked on again.
    package var answered: Int { waits.values.reduce(0, +) }

    /// With a first answer after so many days.
    package func answered(within days: ClosedRange<Int>) -> Int {
        waits.reduce(0) { days.contains($1.key) ? $0 + $1.value : $0 }
    }

    package var late: Int { count(.late) }

    package var rated: Int { Grade.allCases.reduce(0) { $0 + count(.rated($1)) } }

    package var statedDates: Int { count(.kept) + count(.broken) }

    package var answeredShare: Share { Share(answered, of: received) }
    package var solvedShare: Share { Share(count(.solvedByOwnWord), of: count(.judged)) }
    package var keptShare: Share { Share(count(.kept), of: statedDates) }
    /// Satisfied and basically satisfied among those who judged; who said nothing counts for neither.
    package var contentShare: Share {
        Share(count(.rated(.satisfied)) + count(.rated(.basicallySatisfied)), of: rated)
    }
    /// How many of those with an answer judged it.
    package var responseShare: Share { Share(min(rated, answered), of: answered) }

    /// Days from the words to the first answer; nil where there are too few.
    package var medianDays: Int? {
        guard answered >= AreaFigures.least else { return nil }
        return Median.of(waits.map { (value: $0.key, count: $0.value) }.sorted { $0.value < $1.value })
    }
}

/// A part of a whole, told as a percentage where the whole is large enough.
package struct Share: Hashable, Sendable {
    package let part: Int
    package let whole: Int

    package init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }

    /// Rounded half up; nil where there are too few.
    package var percent: Int? {
        whole < AreaFigures.least ? nil : (part * 200 + whole) / (whole * 2)
    }
}

/// The middle of many numbers.
package enum Median {
    /// Of a histogram in ascending order; between two middle ones their mean, rounded half up. Nil when empty.
    package static func of(_ histogram: [(value: Int, count: Int)]) -> Int? {
        let total = histogram.reduce(0) { $0 + $1.count }
        guard total > 0 else { return nil }
        let (low, high) = (at((total - 1) / 2, histogram), at(total / 2, histogram))
        return (low + high + 1) / 2
    }

    /// Of single numbers.
    package static func of(_ numbers: [Int]) -> Int? {
        of(numbers.sorted().map { (value: $0, count: 1) })
    }

    private static func at(_ place: Int, _ histogram: [(value: Int, count: Int)]) -> Int {
        var passed = 0
        for (value, count) in histogram {
            passed += count
            if place < passed { return value }
        }
        return histogram.last?.value ?? 0
    }
}
