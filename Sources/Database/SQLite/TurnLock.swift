import Foundation

/// Lets writers of several processes take turns. SQLite's own lock is first come, first served by luck: a process
/// that writes without a pause starves the others. Here a writer stands in the queue (one file), then waits for the
/// turn (another file) and only leaves the queue once it has the turn; who has just written must queue again.
///
/// Both are asked for without blocking, because a blocking `flock` knows no time-out. The locks end with the process.
final class TurnLock: Sendable {
    private let queue: Int32
    private let turn: Int32

    init(beside path: String) throws {
        queue = try TurnLock.open(path + ".queue")
        do {
            turn = try TurnLock.open(path + ".turn")
        } catch {
            close(queue)
            throw error
        }
    }

    deinit {
        close(queue)
        close(turn)
    }

    /// Waits for the turn; `.busy` when it did not come in time.
    func take(within seconds: Double) throws {
        let deadline = ContinuousClock.now + .seconds(seconds)
        try acquire(queue, before: deadline)
        defer { flock(queue, LOCK_UN) }
        try acquire(turn, before: deadline)
    }

    /// Lets the next one write.
    func pass() {
        flock(turn, LOCK_UN)
    }

    private func acquire(_ file: Int32, before deadline: ContinuousClock.Instant) throws {
        var pause: UInt32 = 100
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw DatabaseError.other("the turn file cannot be locked: " + String(cString: strerror(errno)))
            }
            guard ContinuousClock.now < deadline else { throw DatabaseError.busy }
            usleep(pause)
            pause = min(pause * 2, 2000)
        }
    }

    private static func open(_ path: String) throws -> Int32 {
        let file = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw DatabaseError.other("\(path) cannot be opened: " + String(cString: strerror(errno)))
        }
        return file
    }
}
