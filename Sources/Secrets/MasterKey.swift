import Domain

/// One line of the key file: 32 random bytes, from which all other keys are derived, and the name of the key.
struct MasterKey: Sendable {
    let id: UInt32
    let bytes: [UInt8]

    static func random() -> MasterKey {
        var generator = SystemRandomNumberGenerator()
        let id: UInt32 = generator.next()
        return MasterKey(id: id, bytes: (0..<32).map { _ in generator.next() })
    }

    private init(id: UInt32, bytes: [UInt8]) {
        self.id = id
        self.bytes = bytes
    }

    init?(line: Substring) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let id = MasterKey.bytes(of: parts[0]), id.count == 4,
            let bytes = MasterKey.bytes(of: parts[1]), bytes.count == 32
        else { return nil }
        self.id = id.reduce(0) { $0 << 8 | UInt32($1) }
        self.bytes = bytes
    }

    var line: String {
        KeyFile.hex(id) + " " + bytes.hex
    }

    private static func bytes(of hex: Substring) -> [UInt8]? {
        let digits = hex.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }
}
