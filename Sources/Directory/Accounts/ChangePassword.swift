import Database
import Domain
import Record

/// What a signed-in person types to change the password.
package struct PasswordChangeForm: Sendable {
    package var current: String
    package var password: String
    package var repeated: String

    package init(current: String, password: String, repeated: String) {
        self.current = current
        self.password = password
        self.repeated = repeated
    }
}

/// Changes the own password. Every other session of the account ends: it may have been somebody else's.
package enum ChangePassword {
    /// Throws `FormErrors` when the current password is wrong or the new one will not do. Wrong current passwords
    /// count as failed sign-ins, or an unattended screen could be used to guess.
    package static func run(
        _ form: PasswordChangeForm, of account: AccountID, keeping token: SessionToken?,
        in installation: Installation
    ) async throws {
        let found = try await installation.database.read { db in
            try AccountTable.credentials(account, in: db)
        }
        guard let found, found.account.status == .active, let old = found.passwordHash else { throw NotFound() }
        try PasswordRules.check(form.password, repeated: form.repeated, login: found.account.login)
        guard form.password != form.current else { throw FormErrors("password", "新密码不能和现在的密码一样") }
        try await installation.pause(SignIn.slowDown(after: found.account.failures))
        let hash = try await installation.passwords.change(
            form.current, old, to: form.password, cost: installation.settings.passwordCost)
        let isChanged = try await decide(account, compared: old, new: hash, keeping: token, in: installation)
        guard isChanged else { throw FormErrors("old_password", "现在的密码不对，请再试一次") }
    }

    /// Answers with a value: a throw would take the counted failure back.
    private static func decide(
        _ id: AccountID, compared: String, new hash: String?, keeping token: SessionToken?,
        in installation: Installation
    ) async throws -> Bool {
        let now = installation.now()
        let leased = try await installation.ids.take()
        return try await installation.database.write { db in
            var ids = leased
            guard let found = try AccountTable.credentials(id, in: db) else { throw NotFound() }
            let rule = LockRule(try installation.snapshot(in: db).rules(on: Day(of: now)))
            let attempt = SignInAttempt(account: found.account, at: now, rule: rule, keys: installation.keys)
            guard !found.account.isLocked(at: now) else {
                throw Refusal(.conflict, code: "account-locked", "连续输错的次数太多，请过 \(rule.seconds / 60) 分钟再试")
            }
            guard let hash, found.passwordHash == compared else {
                _ = try attempt.fail(in: db, ids: &ids)
                return false
            }
            try AccountTable.setPassword(hash, of: id, in: db)
            try SessionTable.removeAll(of: id, except: token, in: db)
            try StreamLog(keys: installation.keys, principal: .system, at: now).append(
                Stream(kind: .account, id: id), "passwordChanged", in: db, ids: &ids)
            return true
        }
    }
}
