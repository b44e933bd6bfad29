import Database
import Domain
import Record
import Secrets

/// When a login is locked, and for how long (GB/T 22239-2019: five failures, fifteen minutes).
struct LockRule: Sendable {
    var failures: Int
    var seconds: Int64

    init(_ rules: Rules) {
        failures = rules.number(.lockFailures)
        seconds = Int64(rules.number(.lockMinutes)) * 60
    }
}

/// One decided attempt on one account, within the write that decided it.
struct SignInAttempt {
    var account: Account
    var at: Instant
    var rule: LockRule
    var keys: KeyRing

    func fail(in db: Transaction, ids: inout IDs) throws -> SignInOutcome {
        // A lock that has run out starts the count anew; otherwise one slip would lock again for good.
        let before = account.lockedUntil == nil ? account.failures : 0
        let failures = before + 1
        let isLocked = failures >= rule.failures
        let until = isLocked ? at.adding(seconds: rule.seconds) : nil
        try AccountTable.setFailures(failures, lockedUntil: until, of: account.id, in: db)
        try log.append(
            stream, isLocked ? "signInLocked" : "signInFailed", [Fact("failures", Int64(failures))],
            in: db, ids: &ids)
        return isLocked ? .locked(retryAfter: Int(rule.seconds)) : .wrong
    }

    func succeed(
        _ token: SessionToken, browser: String, facts: [Fact] = [], snapshot: Snapshot, in db: Transaction,
        ids: inout IDs
    ) throws -> SessionTicket {
        try AccountTable.setSignedIn(at: at, of: account.id, in: db)
        try log.append(stream, "signedIn", facts, in: db, ids: &ids)
        let signed = try SignedQuery.signed(account, on: Day(of: at), in: db, keys: keys)
        if snapshot.atlas.isNews(signingInUnder: signed.grants, at: at) { try DirectoryVersion.bumpReach(in: db) }
        return try Sessions.open(token, for: signed, at: at, browser: browser, snapshot: snapshot, in: db)
    }

    private var stream: Stream { Stream(kind: .account, id: account.id) }

    // Before the password fits nobody knows who it is, so it is the system that notes it.
    private var log: StreamLog { StreamLog(keys: keys, principal: .system, at: at) }
}
