import Domain

/// How long to wait after something failed: each time twice as long, up to a limit, and never all at the same moment.
struct Backoff: Sendable {
    let first: Int64
    let most: Int64

    /// A sending that failed: 1, 2, 4 … minutes, up to six hours.
    static let ofSending = Backoff(first: 60, most: 6 * 3600)
    /// A host that failed: 30 seconds, 1, 2 … minutes, up to an hour.
    static let ofTarget = Backoff(first: 30, most: 3600)

    /// Seconds to wait after so many failures; `chance` from 0 to 1 moves them by up to a fifth to either side.
    /// Example: after the third failure of a sending 240 seconds, with a chance of 0 they are 192, with 1 they are 288.
    func seconds(after failures: Int, chance: Double) -> Int64 {
        let doubled = first << Int64(min(max(failures, 1) - 1, 20))
        let middle = Double(min(doubled, most))
        return Int64(middle * (0.8 + 0.4 * min(max(chance, 0), 1)))
    }
}
