import Foundation
import Synchronization

/// Lets writers of several processes take turns. SQLite's own lock is first come, first served by luck: a process
/// that writes without a pause starves the others. Here a writer stands in the queue (one file), then waits for the
/// turn (another file) and only leaves the queue once it has the turn; who has just written must queue again, and steps
/// back for a moment when somebody waits (a third file, shared by all who do): those who wait look only now and then.
///
/// All are asked for without blocking, because a blocking `flock` knows no time-out. The locks end with the process.
final class TurnLock: Sendable {
    private let queue: Int32
    private let turn: Int32
    private let waiting: Int32
    private let lastPassed = Mutex<ContinuousClock.Instant?>(nil)

    /// The longest pause between two looks of somebody who waits, in microseconds.
    private static let longestPause: UInt32 = 1000

    init(beside path: String) throws {
        var files: [Int32] = []
        do {
            for name in [".queue", ".turn", ".waiting"] { files.append(try LockFile.open(path + name)) }
        } catch {
            for file in files { close(file) }
            throw error
        }
        (queue, turn, waiting) = (files[0], files[1], files[2])
    }

    deinit {
        for file in [queue, turn, waiting] { close(file) }
    }

    /// Waits for the turn; `.busy` when it did not come in time.
    func take(within seconds: Double) throws {
        let deadline = ContinuousClock.now + .seconds(seconds)
        if hasJustWritten, somebodyWaits { usleep(2 * TurnLock.longestPause) }
        flock(waiting, LOCK_SH)
        defer { flock(waiting, LOCK_UN) }
        try acquire(queue, before: deadline)
        defer { flock(queue, LOCK_UN) }
        try acquire(turn, before: deadline)
    }

    /// Lets the next one write.
    func pass() {
        flock(turn, LOCK_UN)
        lastPassed.withLock { $0 = ContinuousClock.now }
    }

    private var hasJustWritten: Bool {
        guard let last = lastPassed.withLock({ $0 }) else { return false }
        return ContinuousClock.now - last < .microseconds(2 * Int(TurnLock.longestPause))
    }

    private var somebodyWaits: Bool {
        guard flock(waiting, LOCK_EX | LOCK_NB) == 0 else { return true }
        flock(waiting, LOCK_UN)
        return false
    }

    private func acquire(_ file: Int32, before deadline: ContinuousClock.Instant) throws {
        var pause: UInt32 = 100
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw DatabaseError.other("the turn file cannot be locked: " + String(cString: strerror(errno)))
            }
            guard ContinuousClock.now < deadline else { throw DatabaseError.busy }
            usleep(pause)
            pause = min(pause * 2, TurnLock.longestPause)
        }
    }
}
