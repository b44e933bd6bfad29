import Database
import Dispatch
import Synchronization

/// Work that keeps a processor or a disk waiting, on threads of its own: those that answer requests go on. Only so much
/// is done at once, and only so many wait behind it; who comes later is told to come again, and keeps her words.
final class FileDesk: Sendable {
    private typealias Turn = CheckedContinuation<DispatchQueue, any Error>

    private struct State {
        var idle: [DispatchQueue]
        /// In the order in which they came.
        var waiting: [Turn] = []
    }

    /// Pictures: two processors' worth of work, and some hundred megabytes at most.
    static let pictures = FileDesk("pictures", atOnce: 2, mostWaiting: 24)
    static let disk = FileDesk("files", atOnce: 4, mostWaiting: 512)

    private let mostWaiting: Int
    private let state: Mutex<State>

    init(_ name: String, atOnce: Int, mostWaiting: Int) {
        self.mostWaiting = mostWaiting
        // A queue each, not one for several at once: that would take threads from those that answer requests.
        state = Mutex(State(idle: (1...atOnce).map { DispatchQueue(label: "lianxin.\(name).\($0)") }))
    }

    /// How many wait for their turn.
    var waiting: Int { state.withLock { $0.waiting.count } }

    /// Throws `DatabaseError.busy` where too many wait.
    func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        let lane = try await withCheckedThrowingContinuation(arrive)
        defer { pass(lane) }
        return try await withCheckedThrowingContinuation { continuation in
            lane.async { continuation.resume(with: Result { try work() }) }
        }
    }

    private func arrive(_ turn: Turn) {
        let answer = state.withLock { state -> Result<DispatchQueue, any Error>? in
            if let lane = state.idle.popLast() { return .success(lane) }
            guard state.waiting.count < mostWaiting else { return .failure(DatabaseError.busy) }
            state.waiting.append(turn)
            return nil
        }
        if let answer { turn.resume(with: answer) }
    }

    private func pass(_ lane: DispatchQueue) {
        let next = state.withLock { state -> Turn? in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            state.idle.append(lane)
            return nil
        }
        next?.resume(returning: lane)
    }
}
