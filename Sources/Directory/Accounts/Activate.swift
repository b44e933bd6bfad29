import Database
import Domain
import Record

/// What the owner of an account types to set the first password, or a new one after forgetting it.
package struct ActivationForm: Sendable {
    package var login: String
    package var code: String
    package var password: String
    package var repeated: String
    package var browser: String
    /// Where it comes from, for the limit of tries; nil where it is not known.
    package var address: String?

    package init(
        login: String, code: String, password: String, repeated: String, browser: String, address: String? = nil
    ) {
        self.login = login
        self.code = code
        self.password = password
        self.repeated = repeated
        self.browser = browser
        self.address = address
    }
}

/// What an activation came to.
package enum ActivationOutcome: Sendable {
    case signedIn(SessionTicket)
    /// Unknown login, wrong code and a code that ran out are one answer.
    case wrong
    case tooOften(retryAfter: Int)
}

/// 激活: sets a password by an activation code and signs in.
package enum Activate {
    /// Throws `FormErrors` for a password that will not do; the code is then not used up.
    package static func run(
        _ form: ActivationForm, in installation: Installation
    ) async throws -> ActivationOutcome {
        let login = LoginName.normalized(form.login)
        try PasswordRules.check(form.password, repeated: form.repeated, login: login)
        let tries = AddressTries(address: form.address, limits: installation.limits)
        if let seconds = try await tooOften(login, tries, in: installation) { return .tooOften(retryAfter: seconds) }
        let hash = try await installation.passwords.hash(form.password, cost: installation.settings.passwordCost)
        let now = installation.now()
        let leased = try await installation.ids.take()
        let token = SessionToken.draw()
        return try await installation.database.write { db in
            var ids = leased
            let snapshot = try installation.snapshot(in: db)
            let rule = rule(snapshot, now)
            if case .exceeded(let seconds) = try installation.limits.take(rule, key: login, at: now, in: db) {
                return .tooOften(retryAfter: seconds)
            }
            guard let code = ActivationCode(typed: form.code),
                let found = try AccountTable.credentials(login: login, in: db), found.account.status != .closed,
                let stored = found.activation, code.opens(stored, login: login, at: now, keys: installation.keys)
            else {
                try tries.fail(at: now, in: db)
                return .wrong
            }
            try AccountTable.setPassword(hash, of: found.account.id, in: db)
            try SessionTable.removeAll(of: found.account.id, except: nil, in: db)
            try record(found.account, at: now, in: db, ids: &ids, installation)
            let rules = LockRule(snapshot.rules(on: Day(of: now)))
            let attempt = SignInAttempt(account: found.account, at: now, rule: rules, keys: installation.keys)
            return .signedIn(
                try attempt.succeed(token, browser: form.browser, snapshot: snapshot, in: db, ids: &ids))
        }
    }

    private static func rule(_ snapshot: Snapshot, _ now: Instant) -> RateRule {
        RateRule("activation", most: snapshot.rules(on: Day(of: now)).number(.codeTriesPerHour), seconds: 3600)
    }

    /// Asked before the hashing, which is what a flood of tries would cost.
    private static func tooOften(
        _ login: String, _ tries: AddressTries, in installation: Installation
    ) async throws -> Int? {
        let now = installation.now()
        return try await installation.database.read { db in
            let rule = rule(try installation.snapshot(in: db), now)
            return try installation.limits.exhausted(rule, key: login, at: now, in: db)
                ?? tries.exhausted(at: now, in: db)
        }
    }

    private static func record(
        _ account: Account, at now: Instant, in db: Transaction, ids: inout IDs, _ installation: Installation
    ) throws {
        try StreamLog(keys: installation.keys, principal: .system, at: now).append(
            Stream(kind: .account, id: account.id), "passwordSet", before: account.status.rawValue,
            after: AccountStatus.active.rawValue, in: db, ids: &ids)
    }
}
