/// Takes apart what `ByteWriter` put together; what does not fit is `malformed`.
struct ByteReader {
    private let bytes: [UInt8]
    private var position: Int

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() throws -> UInt8 {
        try take(1)[position - 1]
    }

    mutating func number() throws -> Int64 {
        Int64(bitPattern: try take(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    mutating func short() throws -> String {
        try text(try take(Int(try byte())))
    }

    mutating func long() throws -> String {
        let length = try take(4).reduce(0) { $0 << 8 | Int($1) }
        return try text(try take(length))
    }

    private mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw RecordError.malformed }
        position += count
        return bytes[position - count..<position]
    }

    private func text(_ slice: ArraySlice<UInt8>) throws -> String {
        guard let text = String(validating: slice, as: UTF8.self) else { throw RecordError.malformed }
        return text
    }
}
