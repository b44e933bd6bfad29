/// Reads numbers out of bytes that a stranger sent; throws beyond the end instead of going there.
struct ByteWalk {
    struct Beyond: Error {}

    let bytes: ArraySlice<UInt8>
    private(set) var at: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    var left: Int { bytes.endIndex - at }
    var isAtEnd: Bool { left == 0 }

    mutating func skip(_ count: Int) throws(Beyond) {
        guard count >= 0, count <= left else { throw Beyond() }
        at += count
    }

    mutating func take(_ count: Int) throws(Beyond) -> ArraySlice<UInt8> {
        let start = at
        try skip(count)
        return bytes[start..<at]
    }

    mutating func byte() throws(Beyond) -> UInt8 {
        let one = try take(1)
        return one[one.startIndex]
    }

    /// Big endian, at most 8 bytes; what does not fit into a signed number is beyond all sense.
    mutating func number(_ count: Int) throws(Beyond) -> Int {
        let value = try take(count).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let number = Int(exactly: value) else { throw Beyond() }
        return number
    }

    mutating func littleNumber(_ count: Int) throws(Beyond) -> Int {
        let value = try take(count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let number = Int(exactly: value) else { throw Beyond() }
        return number
    }

    mutating func code() throws(Beyond) -> String {
        String(decoding: try take(4), as: UTF8.self)
    }
}
