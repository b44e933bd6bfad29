import Crypto

/// What a kept content is called by: SHA-256 of it.
enum ContentDigest {
    static let length = 32
    /// How it lies in columns: the algorithm in front, so that another one can stand beside it later.
    private static let sha256: UInt8 = 1

    static func of(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    static func column(_ digest: [UInt8]) -> [UInt8] { [sha256] + digest }

    static func read(_ column: [UInt8]) throws -> [UInt8] {
        guard column.count == length + 1, column[0] == sha256 else { throw FileFault.unknownDigest }
        return Array(column.dropFirst())
    }

    /// The digest of a name, which is its bytes in hexadecimal; nil for what is none of ours.
    static func digest(named name: some StringProtocol) -> [UInt8]? {
        guard name.utf8.count == length * 2 else { return nil }
        var digits = name.utf8.makeIterator()
        var bytes: [UInt8] = []
        while let high = digits.next(), let low = digits.next() {
            guard let upper = value(high), let lower = value(low) else { return nil }
            bytes.append(upper << 4 | lower)
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}
