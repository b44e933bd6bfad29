import Dispatch
import Domain
import Foundation
import Secrets
import Synchronization

/// Hashing takes about a tenth of a second of a processor on purpose. All processors but one do it: a wave of sign-ins
/// may make sign-ins slow, never the pages of everybody else. And only so many wait as can be served while somebody
/// still sits before the page; without a limit those who have given up would be hashed before those who have not.
package final class PasswordWork: Sendable {
    /// What a process has to do with passwords.
    package struct Load: Hashable, Sendable {
        package var hashing: Int
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

    /// Seconds: the longest that anybody waits for the turn, and after which those who wait now have had theirs.
    private static let patience = 10
    /// Hashes of one processor, at `PasswordCost.standard`; a tenth of a second each would be ten, but it has other
    /// work, too.
    private static let perSecond = 8
    // For logins nobody has: the same work as for a real one, so that the time of the answer tells nothing.
    private static let nobody = Result { try Password.hash("nobody's password, only ever compared with") }

    let atOnce: Int
    let mostWaiting: Int
    private let state: Mutex<State>

    /// As much as a machine of so many processors bears.
    package convenience init(processors: Int = ProcessInfo.processInfo.activeProcessorCount) {
        let atOnce = max(1, processors - 1)
        self.init(atOnce: atOnce, mostWaiting: atOnce * Self.perSecond * Self.patience)
    }

    /// So many at once, and so many behind them.
    package init(atOnce: Int, mostWaiting: Int) {
        self.atOnce = atOnce
        self.mostWaiting = mostWaiting
        // A queue each, not one for several at once: that would take threads from those that answer requests.
        state = Mutex(State(idle: (1...atOnce).map { DispatchQueue(label: "lianxin.password.\($0)") }))
    }

    /// How much there is to do.
    package var load: Load {
        state.withLock {
            Load(hashing: atOnce - $0.idle.count, waiting: $0.waiting.count, refused: $0.refused)
        }
    }

    func hash(_ password: String, cost: PasswordCost) async throws -> String {
        try await inTurn { try Password.hash(password, cost: cost) }
    }

    /// Whether the password fits; without a stored hash the same work is done and the answer is no.
    func matches(_ password: String, _ stored: String?) async throws -> Bool {
        guard password.count <= PasswordRules.longest else { return false }
        return try await inTurn {
            let compared = try stored ?? Self.nobody.get()
            return Password.matches(password, compared) && stored != nil
        }
    }

    /// The hash of a new password where the current one fits, else nil. In one turn: nobody waits twice.
    func change(_ current: String, _ stored: String, to new: String, cost: PasswordCost) async throws -> String? {
        guard current.count <= PasswordRules.longest else { return nil }
        return try await inTurn { () -> String? in
            guard Password.matches(current, stored) else { return nil }
            return try Password.hash(new, cost: cost)
        }
    }

    /// Throws `Crowded` where too many wait.
    func inTurn<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
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
                return .failure(Crowded(retryAfter: Self.patience))
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
