import Database
import Domain
import Record

/// What a person typed from the message, and from which browser.
package struct SignInCodeForm: Sendable {
    package var holder: Sensitive<String>
    package var code: String
    /// Which of several accounts; nil where none was chosen yet.
    package var account: AccountID?
    package var browser: String
    package var address: String?

    package init(
        holder: Sensitive<String>, code: String, account: AccountID? = nil, browser: String, address: String? = nil
    ) {
        self.holder = holder
        self.code = code
        self.account = account
        self.browser = browser
        self.address = address
    }
}

/// What a try with a code came to.
package enum SignInCodeOutcome: Sendable {
    case signedIn(SessionTicket)
    /// The code is right, and the telephone has several accounts.
    case choose([SignInCodeChoice])
    case wrong
    /// Never asked for, used, too old, or tried too often: one answer.
    case over
    case tooOften(retryAfter: Int)

    /// The sentence for the person; nil where it is no mistake.
    package var message: String? {
        switch self {
        case .signedIn, .choose: nil
        case .wrong: "验证码不对，请照短信上的再输入一次"
        case .over: "验证码已经失效，请重新获取。每个验证码只能用一次，几分钟内有效"
        case .tooOften(let seconds): "试得太多了，请过 \((seconds + 59) / 60) 分钟再试"
        }
    }
}

/// One account of several.
package struct SignInCodeChoice: Hashable, Sendable {
    package var account: AccountID
    package var login: String
    package var grants: [Grant]
}

/// 用手机验证码登录: a code opens a session once, like a password would.
package enum SignInByCode {
    package static func run(
        _ form: SignInCodeForm, in installation: Installation
    ) async throws -> SignInCodeOutcome {
        let now = installation.now()
        let leased = try await installation.ids.take()
        let token = SessionToken.draw()
        return try await installation.database.write { db in
            var ids = leased
            return try decide(form, token, at: now, in: db, ids: &ids, installation)
        }
    }

    /// Answers with a value: a throw would take the counted try back.
    private static func decide(
        _ form: SignInCodeForm, _ token: SessionToken, at now: Instant, in db: Transaction, ids: inout IDs,
        _ installation: Installation
    ) throws -> SignInCodeOutcome {
        let tries = AddressTries(address: form.address, limits: installation.limits)
        if let seconds = try tries.exhausted(at: now, in: db) { return .tooOften(retryAfter: seconds) }
        let snapshot = try installation.snapshot(in: db)
        let rules = snapshot.rules(on: Day(of: now))
        let digests = SignInCodeDigests(keys: installation.keys)
        let holder = digests.holder(form.holder.opened)
        guard let kept = try SignInCodeTable.find(holder, in: db), now < kept.expiresAt,
            try SignInCodeTable.count(holder, upTo: rules.number(.signInCodeTries), in: db)
        else { return .over }
        guard isSame(kept.digest, digests.code(form.code, holder: holder, phone: kept.phone)) else {
            try tries.fail(at: now, in: db)
            return .wrong
        }
        let found = try TelephoneAccounts.all(of: kept.phone, on: Day(of: now), in: db)
        let chosen = found.count == 1 ? found.first : found.first { $0.account.id == form.account }
        guard let chosen else {
            guard !found.isEmpty else { return .over }
            try SignInCodeTable.giveBackTry(holder, in: db)
            return .choose(
                found.map { SignInCodeChoice(account: $0.account.id, login: $0.account.login, grants: $0.grants) })
        }
        guard try SignInCodeTable.remove(holder, in: db) else { return .over }
        let attempt = SignInAttempt(
            account: chosen.account, at: now, rule: LockRule(rules), keys: installation.keys)
        return .signedIn(
            try attempt.succeed(
                token, browser: form.browser, facts: [Fact("by", code: "telephone")], snapshot: snapshot, in: db,
                ids: &ids))
    }

    /// Takes the same time wherever they differ.
    private static func isSame(_ kept: [UInt8], _ given: [UInt8]) -> Bool {
        kept.count == given.count && zip(kept, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
