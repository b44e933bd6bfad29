import Domain

/// How far an account is.
package enum AccountStatus: String, CaseIterable, Sendable {
    /// Made, but nobody set a password yet.
    case pending
    case active
    case closed
}

/// An account as its row has it, without the password.
package struct Account: Hashable, Sendable {
    package var id: AccountID
    package var person: PersonID
    package var login: String
    package var status: AccountStatus
    package var failures: Int
    package var lockedUntil: Instant?
    package var lastSignIn: Instant?

    package init(
        id: AccountID, person: PersonID, login: String, status: AccountStatus, failures: Int = 0,
        lockedUntil: Instant? = nil, lastSignIn: Instant? = nil
    ) {
        self.id = id
        self.person = person
        self.login = login
        self.status = status
        self.failures = failures
        self.lockedUntil = lockedUntil
        self.lastSignIn = lastSignIn
    }

    /// 连续失败锁定 (GB/T 22239-2019): locked until the moment, then open by itself.
    package func isLocked(at now: Instant) -> Bool {
        lockedUntil.map { now < $0 } ?? false
    }
}
