import Domain
import Synchronization

/// A clock that stands until it is moved, and waiting that is only noted.
final class AccountsClock: Sendable {
    private let moment = Mutex(Day(2026, 5, 25).start.adding(seconds: 9 * 3600))
    private let pauses = Mutex<[Duration]>([])

    var now: Instant { moment.withLock { $0 } }
    var waited: [Duration] { pauses.withLock { $0 } }

    func pass(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
    func pass(minutes: Int64) { pass(seconds: minutes * 60) }
    func pass(days: Int64) { pass(seconds: days * 86_400) }
    func wait(_ duration: Duration) { pauses.withLock { $0.append(duration) } }
}
