/// A path of ours with its query, for links and redirects. Values are percent-encoded, nothing else is needed.
package struct Address: Sendable, Hashable {
    package var path: String
    package private(set) var query: [(name: String, value: String)]

    package init(_ path: String) {
        self.path = path
        query = []
    }

    /// The same address with one more value; an earlier value of that name gives way, nil or "" leaves it out.
    package func with(_ name: String, _ value: String?) -> Address {
        var address = self
        address.query.removeAll { $0.name == name }
        if let value, !value.isEmpty { address.query.append((name, value)) }
        return address
    }

    package var text: String {
        var text = path
        for (index, pair) in query.enumerated() {
            text += (index == 0 ? "?" : "&") + Address.encoded(pair.name) + "=" + Address.encoded(pair.value)
        }
        return text
    }

    package static func == (first: Address, second: Address) -> Bool { first.text == second.text }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// A value for one part of a path or query.
    package static func encoded(_ value: String) -> String {
        var bytes: [UInt8] = []
        for byte in value.utf8 {
            if isUnreserved(byte) { bytes.append(byte) } else { bytes.appendPercent(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Address {
    /// The text when it is a path on this site (for `next=` after signing in), nil when it could lead elsewhere.
    package static func local(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), isHarmless(text), text.utf8.allSatisfy(mayStand) else { return nil }
        return text
    }

    /// A path, a query, a fragment, or one of four schemes. Browsers drop tabs and line ends inside an address and
    /// read `\` as `/`, so either makes it harmful.
    static func isHarmless(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }), !text.hasPrefix("//") else { return false }
        let beforePath = bytes.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        guard beforePath.contains(0x3A) else { return true }
        let scheme = String(decoding: beforePath.prefix { $0 != 0x3A }, as: UTF8.self).lowercased()
        return ["https", "http", "tel", "mailto"].contains(scheme)
    }

    /// A path of ours without anything to encode, as nearly all are: lists draw hundreds.
    static func isPlainPath(_ text: String) -> Bool {
        var before: UInt8 = 0
        for byte in text.utf8 {
            guard isUnreserved(byte) || (byte == 0x2F && before != 0x2F) else { return false }
            if before == 0, byte != 0x2F { return false }
            before = byte
        }
        return before != 0
    }

    /// Characters of an address as they are; `%` too, because what is encoded already must not be encoded again.
    static func mayStand(_ byte: UInt8) -> Bool {
        if isUnreserved(byte) { return true }
        switch byte {
        case 0x21, 0x23, 0x24, 0x25, 0x26, 0x28...0x2C, 0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40: return true
        default: return false
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}
