import Dispatch
import Secrets

/// Hashing takes some hundred milliseconds of a processor on purpose. It runs on one queue of its own, one at a
/// time: a wave of sign-ins may make sign-ins slow, never the pages of everybody else.
enum PasswordWork {
    private static let queue = DispatchQueue(label: "lianxin.password")
    // For logins nobody has: the same work as for a real one, so that the time of the answer tells nothing.
    private static let nobody = Result { try Password.hash("nobody's password, only ever compared with") }

    static func hash(_ password: String, cost: PasswordCost) async throws -> String {
        try await onQueue { Result { try Password.hash(password, cost: cost) } }.get()
    }

    /// Whether the password fits; without a stored hash the same work is done and the answer is no.
    static func matches(_ password: String, _ stored: String?) async throws -> Bool {
        guard password.count <= PasswordRules.longest else { return false }
        let compared = try stored ?? nobody.get()
        let fits = await onQueue { Password.matches(password, compared) }
        return fits && stored != nil
    }

    private static func onQueue<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }
}
