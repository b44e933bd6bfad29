import Crypto

extension KeyRing {
    /// What a personal value is found by: equal values give equal digests, and without the key nothing can be tried.
    package func blindIndex(_ purpose: StaticString, _ normalized: String) -> [UInt8] {
        digest("index:" + purpose.description, Array(normalized.utf8))
    }

    /// What is kept of a query code; it fits one number only.
    package func codeDigest(_ number: String, _ code: String) -> [UInt8] {
        digest("query-code", Array(number.utf8) + [0] + Array(code.utf8))
    }

    /// Marks bytes that leave the program and come back: cursors, form tokens.
    package func sign(_ bytes: [UInt8], purpose: StaticString) -> [UInt8] {
        digest("sign:" + purpose.description, bytes)
    }

    /// Whether the bytes come back as they went out. Takes the same time wherever they differ.
    package func verify(_ signature: [UInt8], of bytes: [UInt8], purpose: StaticString) -> Bool {
        guard let first = signature.first, let algorithm = KeyedAlgorithm(rawValue: first) else { return false }
        switch algorithm {
        case .hmacSHA256:
            return HMAC<SHA256>.isValidAuthenticationCode(
                signature[1...], authenticating: bytes, using: key(for: "sign:" + purpose.description))
        }
    }

    private func digest(_ purpose: String, _ bytes: [UInt8]) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(for: bytes, using: key(for: purpose))
        return [KeyedAlgorithm.hmacSHA256.rawValue] + code.withUnsafeBytes { [UInt8]($0) }
    }
}
