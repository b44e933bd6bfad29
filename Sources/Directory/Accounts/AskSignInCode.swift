import Database
import Domain
import Record

/// Who asks for a code, for which telephone.
package struct SignInCodeRequest: Sendable {
    /// Digits, as somebody typed them.
    package var telephone: Sensitive<String>
    /// The secret of the browser or program that asks: only with it the code is good for anything.
    package var holder: Sensitive<String>
    /// Where it comes from, for the limits; nil where it is not known.
    package var address: String?

    package init(telephone: Sensitive<String>, holder: Sensitive<String>, address: String?) {
        self.telephone = telephone
        self.holder = holder
        self.address = address
    }
}

/// A code on its way to its telephone.
package struct SignInCodeMessage: Sendable {
    package var telephone: Sensitive<String>
    package var code: String
    /// How long it is good.
    package var minutes: Int
    /// Whose templates hold.
    package var area: DivisionID
    package var key: String
}

/// Sends a code to a telephone. Whether anybody has the number is told by nothing: not by words, not by what is
/// written, not by how long it takes.
package enum AskSignInCode {
    package typealias Send = @Sendable (SignInCodeMessage, Transaction, inout IDs) throws -> Void

    /// An office may stand behind one address.
    private static let telephonesBehindAddress = 20
    /// The answer comes so long after the question, however long the work took.
    private static let pace = Duration.milliseconds(500)

    /// Seconds to wait where it was asked too often; nil where a code is on its way if there is somebody to get it.
    package static func run(
        _ asked: SignInCodeRequest, in installation: Installation, send: @escaping Send
    ) async throws -> Int? {
        let began = ContinuousClock.now
        let now = installation.now()
        let leased = try await installation.ids.take()
        let wait = try await installation.database.write { db in
            var ids = leased
            return try ask(asked, at: now, in: db, ids: &ids, installation, send)
        }
        try await installation.pause(max(.zero, pace - (ContinuousClock.now - began)))
        return wait
    }

    private static func ask(
        _ asked: SignInCodeRequest, at now: Instant, in db: Transaction, ids: inout IDs, _ installation: Installation,
        _ send: Send
    ) throws -> Int? {
        let rules = try installation.snapshot(in: db).rules(on: Day(of: now))
        if let seconds = try tooOften(asked, rules, at: now, in: db, installation) { return seconds }
        let digests = SignInCodeDigests(keys: installation.keys)
        let (holder, phone) = (digests.holder(asked.holder.opened), digests.phone(asked.telephone.opened))
        let minutes = rules.number(.signInCodeMinutes)
        let (id, code) = (ids.next(), ids.digits(6))
        let first = try TelephoneAccounts.all(of: phone, on: Day(of: now), in: db).first
        // For nobody's telephone a digest of something that is no code.
        let digest = digests.code(first == nil ? ids.bytes(16).hex : code, holder: holder, phone: phone)
        try SignInCodeTable.put(
            digest, for: phone, holder: holder, at: now, until: now.adding(seconds: Int64(minutes) * 60), in: db)
        if let area = first?.grants.first?.division {
            let message = SignInCodeMessage(
                telephone: asked.telephone, code: code, minutes: minutes, area: area, key: "sign-in-code/\(id)")
            try send(message, db, &ids)
        }
        return nil
    }

    /// By telephone, by browser, and with more patience by address.
    private static func tooOften(
        _ asked: SignInCodeRequest, _ rules: Rules, at now: Instant, in db: Transaction, _ installation: Installation
    ) throws -> Int? {
        let most = rules.number(.signInCodesPerHour)
        var counted = [
            (RateRule("sign-in-code.telephone", most: most, seconds: 3600), asked.telephone.opened),
            (RateRule("sign-in-code.browser", most: most, seconds: 3600), asked.holder.opened),
        ]
        if let address = asked.address {
            counted.append(
                (RateRule("sign-in-code.address", most: most * telephonesBehindAddress, seconds: 3600), address))
        }
        var wait: Int?
        for (rule, key) in counted {
            if case .exceeded(let seconds) = try installation.limits.take(rule, key: key, at: now, in: db) {
                wait = max(wait ?? 0, seconds)
            }
        }
        return wait
    }
}
