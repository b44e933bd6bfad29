/// A form as it was sent (application/x-www-form-urlencoded), read strictly: what is not UTF-8 or badly encoded is
/// refused as a whole, nothing is guessed.
package struct FormBody: Sendable, Hashable {
    package struct Field: Sendable, Hashable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        /// Stands where a file came along: a digest, nothing that anybody typed.
        package var isFile: Bool { value.hasPrefix(Multipart.mark) }
    }

    /// What a form carries along that only the program reads begins like this; nobody is shown it as words of hers.
    package static let sealedMark = "sealed:"

    package private(set) var fields: [Field]

    /// More fields than any form of ours has: somebody is trying something. The longest is a reception's record, with
    /// thirty visitors of some seventeen fields each.
    private static let mostFields = 800

    package init(_ fields: [Field] = []) {
        self.fields = fields
    }

    package init(parsing bytes: some Collection<UInt8>) throws(Unreadable) {
        fields = []
        for pair in bytes.split(separator: 0x26) {
            guard fields.count < FormBody.mostFields else { throw Unreadable(.form) }
            let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            let name = try FormBody.text(parts[0])
            let value = parts.count > 1 ? try FormBody.text(parts[1]) : ""
            fields.append(Field(name: name, value: value))
        }
    }

    mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// The first value of that name.
    package subscript(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    package func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }

    private static func text(_ encoded: some Collection<UInt8>) throws(Unreadable) -> String {
        guard let bytes = decoded(encoded, plusIsSpace: true) else { throw Unreadable(.form) }
        return try text(ofBytes: bytes)
    }

    /// Browsers send line ends as CR LF; inside the program a line ends with LF.
    static func text(ofBytes bytes: some Collection<UInt8>) throws(Unreadable) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Unreadable(.encoding) }
        guard bytes.contains(0x0D) else { return text }
        return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// Percent decoding; nil when a `%` is not followed by two hexadecimal digits.
    static func decoded(_ encoded: some Collection<UInt8>, plusIsSpace: Bool) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.count)
        var source = encoded.makeIterator()
        while let byte = source.next() {
            if byte == 0x25 {
                guard let high = source.next().flatMap(hexValue), let low = source.next().flatMap(hexValue) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsSpace && byte == 0x2B ? 0x20 : byte)
            }
        }
        return bytes
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}
