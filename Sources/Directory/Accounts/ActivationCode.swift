import Domain
import Record
import Secrets

/// 激活码: twelve digits handed over on paper or by telephone, with which the account's owner sets the password.
package struct ActivationCode: Sendable {
    /// How long a code may be used. A slip of paper lies around; after a week a new one is made.
    static let validSeconds: Int64 = 7 * 86_400

    private let digits: String

    static func draw(from ids: inout IDs) -> ActivationCode {
        ActivationCode(digits: ids.digits(12))
    }

    /// Reads what was typed: spaces and hyphens do not matter, full-width digits are digits.
    package init?(typed text: String) {
        let found = text.unicodeScalars.compactMap { scalar -> Character? in
            switch scalar.value {
            case 0x30...0x39: Character(scalar)
            case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map(Character.init)
            case _: nil
            }
        }
        guard found.count == 12 else { return nil }
        digits = String(found)
    }

    private init(digits: String) {
        self.digits = digits
    }

    /// As printed: `1234-5678-9012`.
    package var printed: String {
        digits.prefix(4) + "-" + digits.dropFirst(4).prefix(4) + "-" + digits.suffix(4)
    }

    /// What is stored: the moment it ends, then a keyed digest over that moment, the login and the code.
    func envelope(login: String, madeAt now: Instant, keys: KeyRing) -> [UInt8] {
        envelope(login: login, until: now.adding(seconds: Self.validSeconds), keys: keys)
    }

    /// Whether this is the code of the stored envelope, and still in its week.
    func opens(_ stored: [UInt8], login: String, at now: Instant, keys: KeyRing) -> Bool {
        guard stored.count > 8 else { return false }
        let until = Instant(ms: stored.prefix(8).reduce(0) { $0 << 8 | Int64($1) })
        return now < until && stored == envelope(login: login, until: until, keys: keys)
    }

    private func envelope(login: String, until: Instant, keys: KeyRing) -> [UInt8] {
        let moment = (0..<8).map { UInt8(truncatingIfNeeded: until.ms >> (56 - 8 * $0)) }
        return moment + keys.blindIndex("activation", "\(until.ms)\u{0}\(login)\u{0}\(digits)")
    }
}
