import Synchronization

/// Remembers for a moment that writes stood in each other's way. While they do, they queue from the start instead of
/// finding out again and again: in order of arrival, over all processes, each runs once and passes.
final class Contention: Sendable {
    private static let length = Duration.milliseconds(500)
    private let end = Mutex<ContinuousClock.Instant?>(nil)

    var isOn: Bool {
        end.withLock { $0.map { ContinuousClock.now < $0 } ?? false }
    }

    func happened() {
        end.withLock { $0 = ContinuousClock.now + Self.length }
    }
}
