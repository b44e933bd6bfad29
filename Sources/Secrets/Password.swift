import Crypto
import CryptoExtras
import Foundation

/// How much work guessing costs: scrypt's N, r and p.
package struct PasswordCost: Hashable, Sendable {
    let rounds: Int
    let blockSize: Int
    let lanes: Int

    /// 32 MB and about a tenth of a second for each guess.
    package static let standard = PasswordCost(rounds: 1 << 15, blockSize: 8, lanes: 1)
    /// For tests and the invented accounts of a demonstration only.
    package static let test = PasswordCost(rounds: 1 << 4, blockSize: 8, lanes: 1)
}

/// Passwords are kept as `scrypt$N$r$p$salt$hash`: what was hashed under an older cost still fits.
package enum Password {
    /// What to keep of a password.
    package static func hash(_ password: String, cost: PasswordCost = .standard) throws -> String {
        var generator = SystemRandomNumberGenerator()
        let salt: [UInt8] = (0..<16).map { _ in generator.next() }
        let hash = try derive(password, salt: salt, cost: cost)
        return [
            "scrypt", String(cost.rounds), String(cost.blockSize), String(cost.lanes),
            Data(salt).base64EncodedString(), Data(hash).base64EncodedString(),
        ].joined(separator: "$")
    }

    /// Whether a password is the one that was kept; what is no hash fits nothing.
    package static func matches(_ password: String, _ stored: String) -> Bool {
        let parts = stored.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let cost = PasswordCost(parts[1...3].map { Int($0) }),
            let salt = Data(base64Encoded: String(parts[4])), !salt.isEmpty,
            let expected = Data(base64Encoded: String(parts[5])), expected.count == 32,
            let found = try? derive(password, salt: [UInt8](salt), cost: cost)
        else { return false }
        return zip(found, expected).reduce(UInt8(0)) { $0 | $1.0 ^ $1.1 } == 0
    }

    private static func derive(_ password: String, salt: [UInt8], cost: PasswordCost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.utf8), salt: salt, outputByteCount: 32,
            rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.lanes)
        return key.withUnsafeBytes { [UInt8]($0) }
    }
}

extension PasswordCost {
    /// A row that was tampered with may not ask for all memory or for an hour.
    fileprivate init?(_ numbers: [Int?]) {
        guard let rounds = numbers[0], let blockSize = numbers[1], let lanes = numbers[2],
            (2...1 << 20).contains(rounds), rounds.nonzeroBitCount == 1,
            (1...16).contains(blockSize), (1...16).contains(lanes)
        else { return nil }
        self.init(rounds: rounds, blockSize: blockSize, lanes: lanes)
    }
}
