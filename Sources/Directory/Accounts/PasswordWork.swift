import Database
import Domain
import Foundation
import Secrets

/// Hashing takes about a tenth of a second of a processor on purpose. All processors but one do it: a wave of sign-ins
/// may make sign-ins slow, never the pages of everybody else. And only so many wait as can be served while somebody
/// still sits before the page; without a limit those who have given up would be hashed before those who have not.
package final class PasswordWork: Sendable {
    /// Seconds: the longest that anybody waits for the turn, and after which those who wait now have had theirs.
    private static let patience = 10
    /// Hashes of one processor, at `PasswordCost.standard`; a tenth of a second each would be ten, but it has other
    /// work, too.
    private static let perSecond = 8
    // For logins nobody has: the same work as for a real one, so that the time of the answer tells nothing.
    private static let nobody = Result { try Password.hash("nobody's password, only ever compared with") }

    let lanes: Lanes

    /// As much as a machine of so many processors bears.
    package convenience init(processors: Int = ProcessInfo.processInfo.activeProcessorCount) {
        let atOnce = max(1, processors - 1)
        self.init(atOnce: atOnce, mostWaiting: atOnce * Self.perSecond * Self.patience)
    }

    /// So many at once, and so many behind them.
    package init(atOnce: Int, mostWaiting: Int) {
        lanes = Lanes(
            "password", atOnce: atOnce, mostWaiting: mostWaiting, refusal: Crowded(retryAfter: Self.patience))
    }

    /// How much there is to do.
    package var load: Lanes.Load { lanes.load }
    var atOnce: Int { lanes.atOnce }
    var mostWaiting: Int { lanes.mostWaiting }

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
        try await lanes.run(work)
    }
}
