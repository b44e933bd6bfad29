/// How long many waited, from the quickest to the slowest.
struct WaitingTimes {
    private let sorted: [Double]

    init(_ times: [Double]) {
        sorted = times.sorted()
    }

    /// The time within which that part of all had what they waited for: 0.5 is the median, 1 the worst. 0 of none.
    func part(_ share: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return sorted[min(sorted.count, max(1, rank)) - 1]
    }
}
