import Database
import Directory
import Domain
import Web

/// Where a sending of somebody without an account comes from: nobody needs to say more in an hour than the policy
/// allows.
struct Origin: Sendable {
    /// What is sent; each kind is counted by itself.
    var kind = "say"
    let browser: String
    let address: String?

    /// A village may stand behind one address: there many browsers fit into one.
    private static let browsersBehindAddress = 20

    /// Counts one sending, within the caller's write.
    func count(at now: Instant, in db: Transaction, _ installation: Installation) throws {
        let most = try installation.snapshot(in: db).rules(on: Day(of: now)).number(.opinionsPerHour)
        let limits = installation.limits
        try take(RateRule(kind, most: most, seconds: 3600), browser, limits, at: now, in: db)
        guard let address else { return }
        let all = RateRule(kind + ".address", most: most * Origin.browsersBehindAddress, seconds: 3600)
        try take(all, address, limits, at: now, in: db)
    }

    private func take(
        _ rule: RateRule, _ key: String, _ limits: RateLimits, at now: Instant, in db: Transaction
    ) throws {
        switch try limits.take(rule, key: key, at: now, in: db) {
        case .allowed: return
        case .exceeded(let seconds): throw TooMany(retryAfter: seconds)
        }
    }
}
