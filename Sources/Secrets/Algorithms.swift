import Crypto

/// How a hash was made; its byte stands in front of every stored hash, so that SM3 can stand beside SHA-256.
package enum HashAlgorithm: UInt8, Sendable {
    case sha256 = 1

    /// The hash with its algorithm in front.
    package func tagged(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: SHA256.hash(data: bytes).withUnsafeBytes { tagging($0) }
        }
    }

    private func tagging(_ digest: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: digest.count + 1) { buffer, count in
            buffer[0] = rawValue
            UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[1...])
                .copyMemory(from: digest)
            count = digest.count + 1
        }
    }
}

/// How a keyed digest or a signature was made.
enum KeyedAlgorithm: UInt8 {
    case hmacSHA256 = 1
}

/// How an envelope was closed; SM4-GCM will be the next number.
enum CipherAlgorithm: UInt8 {
    case aes256GCM = 1
}
