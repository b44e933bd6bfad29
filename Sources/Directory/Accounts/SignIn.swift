import Database
import Domain
import Record

/// Signing in (登录). Failures are counted, slow the next try down and lock for a while; a login nobody has is
/// treated exactly like one somebody has, in words, work and waiting.
package enum SignIn {
    /// Looks, waits, compares, then decides in one write. Compared outside, because scrypt takes its time. Throws
    /// `Crowded`, whoever it is, before anything is compared or counted.
    package static func run(_ form: SignInForm, in installation: Installation) async throws -> SignInOutcome {
        let login = LoginName.normalized(form.login)
        let known = try await look(login, from: form.address, in: installation)
        if let seconds = known.lockedSeconds { return .locked(retryAfter: seconds) }
        try await installation.pause(slowDown(after: known.failures))
        let fits = try await installation.passwords.matches(form.password, known.passwordHash)
        return try await decide(login, compared: known.passwordHash, fits: fits, form, in: installation)
    }

    private struct Known: Sendable {
        var passwordHash: String?
        var failures: Int
        var lockedSeconds: Int?
    }

    /// 0, 1, 2, 4, 8 … seconds: nothing for a slip of the finger, much for a program that guesses.
    static func slowDown(after failures: Int) -> Duration {
        failures == 0 ? .zero : .seconds(1 << min(failures - 1, 3))
    }

    private static func look(
        _ login: String, from address: String?, in installation: Installation
    ) async throws -> Known {
        let now = installation.now()
        let tries = AddressTries(address: address, limits: installation.limits)
        return try await installation.database.read { db in
            if let seconds = try tries.exhausted(at: now, in: db) { return Known(failures: 0, lockedSeconds: seconds) }
            guard let found = try AccountTable.credentials(login: login, in: db) else {
                let rule = LockRule(try installation.snapshot(in: db).rules(on: Day(of: now)))
                let strangers = Strangers(limits: installation.limits, rule: rule)
                return Known(
                    failures: try strangers.failures(of: login, at: now, in: db),
                    lockedSeconds: try strangers.lockedSeconds(login, at: now, in: db))
            }
            return Known(
                passwordHash: found.account.status == .active ? found.passwordHash : nil,
                failures: found.account.failures, lockedSeconds: found.account.lockedSeconds(at: now))
        }
    }

    private static func decide(
        _ login: String, compared hash: String?, fits: Bool, _ form: SignInForm, in installation: Installation
    ) async throws -> SignInOutcome {
        let now = installation.now()
        let leased = try await installation.ids.take()
        let token = SessionToken.draw()
        let tries = AddressTries(address: form.address, limits: installation.limits)
        return try await installation.database.write { db in
            var ids = leased
            let snapshot = try installation.snapshot(in: db)
            let rule = LockRule(snapshot.rules(on: Day(of: now)))
            guard let found = try AccountTable.credentials(login: login, in: db) else {
                try tries.fail(at: now, in: db)
                return try Strangers(limits: installation.limits, rule: rule).fail(login, at: now, in: db)
            }
            let attempt = SignInAttempt(account: found.account, at: now, rule: rule, keys: installation.keys)
            // Others may have tried meanwhile: of a hundred guesses sent at once only the first five count.
            if let seconds = found.account.lockedSeconds(at: now) { return .locked(retryAfter: seconds) }
            guard fits, found.account.status == .active, found.passwordHash == hash else {
                try tries.fail(at: now, in: db)
                return try attempt.fail(in: db, ids: &ids)
            }
            return .signedIn(
                try attempt.succeed(token, browser: form.browser, snapshot: snapshot, in: db, ids: &ids))
        }
    }
}

extension Account {
    fileprivate func lockedSeconds(at now: Instant) -> Int? {
        guard let lockedUntil, now < lockedUntil else { return nil }
        return Int((lockedUntil.ms - now.ms + 999) / 1000)
    }
}
