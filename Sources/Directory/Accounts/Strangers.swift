import Database
import Domain

/// Logins nobody has. They fail, slow down and lock like those somebody has, so that trying them out tells nothing;
/// having no row of their own, their failures are counted as tries.
struct Strangers {
    let limits: RateLimits
    let rule: LockRule

    private var failing: RateRule { RateRule("sign-in", most: rule.failures, seconds: 86_400) }
    private var locking: RateRule { RateRule("sign-in-lock", most: 0, seconds: rule.seconds) }

    func failures(of login: String, at now: Instant, in db: Transaction) throws -> Int {
        let count = try limits.window(failing, key: login, at: now, in: db)?.count ?? 0
        return count == 0 ? 0 : (count - 1) % rule.failures + 1
    }

    func lockedSeconds(_ login: String, at now: Instant, in db: Transaction) throws -> Int? {
        try limits.window(locking, key: login, at: now, in: db)?.remainingSeconds(of: locking, at: now)
    }

    func fail(_ login: String, at now: Instant, in db: Transaction) throws -> SignInOutcome {
        if let seconds = try lockedSeconds(login, at: now, in: db) { return .locked(retryAfter: seconds) }
        let count = try limits.add(failing, key: login, at: now, in: db).count
        guard count.isMultiple(of: rule.failures) else { return .wrong }
        try limits.add(locking, key: login, at: now, in: db)
        return .locked(retryAfter: Int(rule.seconds))
    }
}
