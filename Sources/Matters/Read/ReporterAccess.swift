import Database
import Directory
import Domain
import Web

/// The way in with number and query code. A wrong number and a wrong code are answered alike.
enum ReporterAccess {
    /// The sentence for a page; the API says not found.
    static let mismatch = FormErrors("code", "编号和查询码对不上，请照回执上的写；回执丢了请带身份证件到联络站重新领取查询码。")

    /// Throws `NotFound` when number and code do not belong together, `TooMany` after too many wrong tries, `WaitingSlip`
    /// for a slip out of a book that nobody has keyed in yet.
    static func open(
        _ number: String, code: String, from address: String, in installation: Installation
    ) async throws -> (Principal, MatterNumber) {
        let now = installation.now()
        let typed = MatterNumber(number)
        let tries = CodeTries(address: address, number: typed, limits: installation.limits, now: now)
        // A right code costs no write; only wrong ones are counted.
        let found = try await installation.database.read { db in
            try tries.check(installation.snapshot(in: db).rules(on: Day(of: now)), in: db)
            return try matter(typed, QueryCode(code), in: db, installation)
        }
        if let found, let typed { return (.reporter(matter: found), typed) }
        let verdict = try await installation.database.write { db in
            try tries.count(installation.snapshot(in: db).rules(on: Day(of: now)), in: db)
        }
        if case .exceeded(let seconds) = verdict { throw TooMany(retryAfter: seconds) }
        throw NotFound()
    }

    private static func matter(
        _ number: MatterNumber?, _ code: QueryCode?, in db: Transaction, _ installation: Installation
    ) throws -> MatterID? {
        guard let number, let code, let stored = try MatterTable.matter(number, in: db),
            try ReporterTable.isCode(code, of: stored.matter, in: db, keys: installation.keys)
        else {
            try number.map { try WaitingSlip.check($0, code, in: db, keys: installation.keys) }
            return nil
        }
        return stored.matter.id
    }
}

/// Wrong codes, counted by where they come from and on which number. With more patience all of one address, behind
/// which a village may stand, and all of one number: otherwise anybody could lock a reporter out of her own matter, or
/// try one number from many places.
private struct CodeTries: Sendable {
    let address: String
    let number: MatterNumber?
    let limits: RateLimits
    let now: Instant

    private static let numbersBehindAddress = 20

    func check(_ rules: Rules, in db: Transaction) throws {
        for (rule, key) in counted(rules) {
            if let seconds = try limits.exhausted(rule, key: key, at: now, in: db) {
                throw TooMany(retryAfter: seconds)
            }
        }
    }

    func count(_ rules: Rules, in db: Transaction) throws -> RateVerdict {
        var verdict = RateVerdict.allowed(remaining: 0)
        for (rule, key) in counted(rules) {
            let one = try limits.take(rule, key: key, at: now, in: db)
            if case .exceeded = one { verdict = one }
        }
        return verdict
    }

    private func counted(_ rules: Rules) -> [(RateRule, String)] {
        let most = rules.number(.codeTriesPerHour)
        let here = (RateRule("code.address", most: most * CodeTries.numbersBehindAddress, seconds: 3600), address)
        guard let number else { return [here] }
        return [
            (RateRule("code", most: most, seconds: 3600), address + " " + number.text), here,
            (RateRule("code.number", most: most * 10, seconds: 3600), number.text),
        ]
    }
}
