import Database
import Domain

/// Failures to sign in or to activate from one address, whatever the logins: who tries one password on many logins
/// locks none of them, and each try costs a processor what scrypt costs.
struct AddressTries {
    let address: String?
    let limits: RateLimits

    /// An office may stand behind one address: there the failures of many people fit into one hour.
    private static let rule = RateRule("sign-in.address", most: 200, seconds: 3600)

    /// Seconds to wait; nil where one more try is allowed.
    func exhausted(at now: Instant, in db: Transaction) throws -> Int? {
        try address.flatMap { try limits.exhausted(Self.rule, key: $0, at: now, in: db) }
    }

    func fail(at now: Instant, in db: Transaction) throws {
        guard let address else { return }
        _ = try limits.take(Self.rule, key: address, at: now, in: db)
    }
}
