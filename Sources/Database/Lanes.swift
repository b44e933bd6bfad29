import Dispatch
import Synchronization

/// Work that keeps a processor or a disk waiting, on threads of its own: those that answer requests go on. Only so much
/// is done at once, and only so many wait behind it; who comes later is told to come again, and keeps her words.
package final class Lanes: Sendable {
    /// What there is to do.
    package struct Load: Hashable, Sendable {
        package var working: Int
        package var waiting: Int
        /// Since the process began.
        package var refused: Int
    }

    private typealias Turn = CheckedContinuation<DispatchQueue, any Error>

    private struct State {
        var idle: [DispatchQueue]
        /// In the order in which they came.
        var waiting: [Turn] = []
        var refused = 0
    }

    package let atOnce: Int
    package let mostWaiting: Int
    private let refusal: @Sendable () -> any Error
    private let state: Mutex<State>

    /// `refusal` is what who comes too late is told.
    package init(
        _ name: String, atOnce: Int, mostWaiting: Int, refusal: @escaping @Sendable @autoclosure () -> any Error
    ) {
        self.atOnce = atOnce
        self.mostWaiting = mostWaiting
        self.refusal = refusal
        // A queue each, not one for several at once: that would take threads from those that answer requests.
        state = Mutex(State(idle: (1...atOnce).map { DispatchQueue(label: "lianxin.\(name).\($0)") }))
    }

    /// How much there is to do now.
    package var load: Load {
        state.withLock { Load(working: atOnce - $0.idle.count, waiting: $0.waiting.count, refused: $0.refused) }
    }

    /// Returns when it is done. Throws the refusal where too many wait.
    package func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        let lane = try await withCheckedThrowingContinuation(arrive)
        defer { pass(lane) }
        return try await withCheckedThrowingContinuation { continuation in
            lane.async { continuation.resume(with: Result { try work() }) }
        }
    }

    private func arrive(_ turn: Turn) {
        let answer = state.withLock { state -> Result<DispatchQueue, any Error>? in
            if let lane = state.idle.popLast() { return .success(lane) }
            guard state.waiting.count < mostWaiting else {
                state.refused += 1
                return .failure(refusal())
            }
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
