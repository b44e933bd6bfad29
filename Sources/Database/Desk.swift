import Synchronization

/// A connection with the one thread or queue on which it is used.
protocol DeskSlot: AnyObject, Sendable {
    associatedtype Link

    /// Runs a job there, without blocking the caller's thread.
    func run(_ job: @escaping @Sendable (Link) -> Void)

    /// Waits for the jobs that were given to it.
    func close() throws
}

/// Hands jobs to idle connections; when all are busy, jobs wait in order. A pool that changes threads several times
/// for one read costs as much as a small page's statements.
final class Desk<Slot: DeskSlot>: Sendable {
    typealias Job = @Sendable (Slot.Link) -> Void

    private struct State {
        var idle: [Slot]
        var waiting: [Job] = []
        /// The first job of `waiting` not yet taken.
        var next = 0
        var isClosed = false
    }

    private let slots: [Slot]
    private let state: Mutex<State>

    init(_ slots: [Slot]) {
        self.slots = slots
        state = Mutex(State(idle: slots))
    }

    /// Runs the job as soon as a connection is free; false when the desk is closed.
    func submit(_ job: @escaping Job) -> Bool {
        let (accepted, slot) = state.withLock { state -> (Bool, Slot?) in
            if state.isClosed { return (false, nil) }
            // The last one used: its pages and statements are still in memory, and one never used is not opened.
            if let slot = state.idle.popLast() { return (true, slot) }
            state.waiting.append(job)
            return (true, nil)
        }
        slot?.run { link in
            job(link)
            while let next = self.next(for: slot) { next(link) }
        }
        return accepted
    }

    /// Runs a job and waits for what it returns.
    func perform<T: Sendable>(_ body: @escaping @Sendable (Slot.Link) throws -> T) async throws -> T {
        // A cancelled task does not begin; what has begun is finished.
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            let accepted = submit { link in continuation.resume(with: Result { try body(link) }) }
            if !accepted { continuation.resume(throwing: DatabaseError.other("the database is closed")) }
        }
    }

    /// Takes no more jobs and waits for those that were taken.
    func close() throws {
        state.withLock { $0.isClosed = true }
        for slot in slots { try slot.close() }
    }

    /// How many connections there are, how many of them work, and how many jobs wait for one.
    var load: PoolLoad {
        state.withLock { state in
            PoolLoad(
                connections: slots.count, busy: slots.count - state.idle.count,
                waiting: state.waiting.count - state.next)
        }
    }

    private func next(for slot: Slot?) -> Job? {
        state.withLock { state in
            if state.next < state.waiting.count {
                let job = state.waiting[state.next]
                state.next += 1
                // Now and then, because moving the rest up for every job would cost more than the job.
                if state.next == state.waiting.count || state.next == 256 {
                    state.waiting.removeFirst(state.next)
                    state.next = 0
                }
                return job
            }
            if let slot { state.idle.append(slot) }
            return nil
        }
    }
}
