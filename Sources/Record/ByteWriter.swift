/// Puts values one after the other so that no two different lists give the same bytes: everything of a variable
/// length has its length in front, numbers are big endian.
package struct ByteWriter {
    /// What was put so far.
    package private(set) var bytes: [UInt8] = []

    /// Empty, with room for so many bytes.
    package init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func byte(_ value: UInt8) {
        bytes.append(value)
    }

    mutating func number(_ value: Int64) {
        withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
    }

    /// Bytes as they are, for what has a known length.
    mutating func raw(_ value: some Collection<UInt8>) {
        bytes += value
    }

    /// At most 255 bytes behind a length of one byte.
    mutating func short(_ text: String) throws {
        guard let length = UInt8(exactly: text.utf8.count) else { throw RecordError.factTooLong(text) }
        bytes.append(length)
        bytes += text.utf8
    }

    /// Behind a length of four bytes.
    mutating func long(_ value: some Collection<UInt8>) {
        length(UInt32(value.count))
        bytes += value
    }

    /// As `long`; nothing is told apart from empty by a length no value has.
    package mutating func field(_ value: String?) {
        guard let value else { return length(.max) }
        long(value.utf8)
    }

    mutating func field(_ value: [UInt8]?) {
        guard let value else { return length(.max) }
        long(value)
    }

    /// A number behind its length.
    package mutating func field(_ value: Int64?) {
        guard let value else { return length(.max) }
        length(8)
        number(value)
    }

    private mutating func length(_ value: UInt32) {
        withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
    }
}
