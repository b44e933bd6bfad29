import Domain
import Synchronization

/// A clock that stands until it is moved. It begins on Monday, 2026-05-25, at nine in the morning.
package final class TestClock: Sendable {
    private let moment = Mutex(Day(2026, 5, 25).start.adding(seconds: 9 * 3600))

    package init() {}

    package var now: Instant { moment.withLock { $0 } }
    package var today: Day { Day(of: now) }

    package func pass(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
    package func pass(minutes: Int64) { pass(seconds: minutes * 60) }
    package func pass(hours: Int64) { pass(seconds: hours * 3600) }
    package func pass(days: Int64) { pass(seconds: days * 86_400) }

    /// To that day, at nine in the morning.
    package func go(to day: Day) { set(day.start.adding(seconds: 9 * 3600)) }

    package func set(_ instant: Instant) { moment.withLock { $0 = instant } }
}
