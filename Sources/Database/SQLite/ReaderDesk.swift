import Synchronization

/// Hands reads to idle connections; when all are busy, reads wait in order. GRDB's own pool changes threads three
/// times for a read, which costs as much as a small page's statements.
final class ReaderDesk: Sendable {
    typealias Job = @Sendable (SQLiteConnection) -> Void

    private struct State {
        var idle: [SQLiteSlot]
        var waiting: [Job] = []
        /// The first job of `waiting` not yet taken.
        var next = 0
        var isClosed = false
    }

    private let slots: [SQLiteSlot]
    private let state: Mutex<State>

    init(_ slots: [SQLiteSlot]) {
        self.slots = slots
        state = Mutex(State(idle: slots))
    }

    /// Runs the job as soon as a connection is free; false when the desk is closed.
    func submit(_ job: @escaping Job) -> Bool {
        let (accepted, slot) = state.withLock { state -> (Bool, SQLiteSlot?) in
            if state.isClosed { return (false, nil) }
            // The last one used: its pages are still in memory.
            if let slot = state.idle.popLast() { return (true, slot) }
            state.waiting.append(job)
            return (true, nil)
        }
        slot?.run { connection in
            job(connection)
            while let next = self.next(for: slot) { next(connection) }
        }
        return accepted
    }

    /// Takes no more reads and waits for those that were taken.
    func close() throws {
        state.withLock { $0.isClosed = true }
        for slot in slots { try slot.close() }
    }

    private func next(for slot: SQLiteSlot?) -> Job? {
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
