import Crypto

/// What may be told of a key: its name, and a value that this key alone gives and that tells nothing about it.
struct KeyMark: Hashable, Sendable {
    let name: String
    let bytes: [UInt8]

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    init(of master: MasterKey) {
        name = KeyFile.hex(master.id)
        let key = KeyRing.derive(SymmetricKey(data: master.bytes), "mark")
        let code = HMAC<SHA256>.authenticationCode(for: Array(name.utf8), using: key)
        bytes = [KeyedAlgorithm.hmacSHA256.rawValue] + code.withUnsafeBytes { [UInt8]($0) }
    }
}
