import Synchronization

/// Counts how often a closure runs.
final class Runs: Sendable {
    private let number = Mutex(0)

    var count: Int { number.withLock(\.self) }

    /// Which run this is, from 1 on.
    @discardableResult
    func next() -> Int {
        number.withLock { number in
            number += 1
            return number
        }
    }
}
