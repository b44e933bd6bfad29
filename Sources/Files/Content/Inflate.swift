/// Unfolds what was folded by zlib (RFC 1950, RFC 1951), up to a limit: little to look into a document with, instead of
/// one more library for strangers' bytes.
struct Inflate {
    private struct Fault: Error {}

    private static let lengthBase = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBase = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]
    private static let distanceBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private let source: ArraySlice<UInt8>
    private var at: Int
    private var held: UInt32 = 0
    private var heldBits = 0
    private var plain: [UInt8] = []
    private let most: Int

    /// Nil for what is not whole or would be more.
    static func zlib(_ bytes: ArraySlice<UInt8>, upTo most: Int) -> [UInt8]? {
        guard bytes.count > 2, bytes[bytes.startIndex] & 0x0F == 8, bytes[bytes.startIndex + 1] & 0x20 == 0 else {
            return nil
        }
        var inflate = Inflate(bytes.dropFirst(2), most)
        do throws(Fault) {
            try inflate.run()
            return inflate.plain
        } catch {
            return nil
        }
    }

    private init(_ source: ArraySlice<UInt8>, _ most: Int) {
        self.source = source
        self.most = most
        at = source.startIndex
    }

    private mutating func run() throws(Fault) {
        var isLast = false
        while !isLast {
            isLast = try bits(1) == 1
            switch try bits(2) {
            case 0: try stored()
            case 1: try folded(Inflate.fixedLengths, Inflate.fixedDistances)
            case 2:
                let (lengths, distances) = try tables()
                try folded(lengths, distances)
            case _: throw Fault()
            }
        }
    }

    private mutating func bits(_ count: Int) throws(Fault) -> Int {
        while heldBits < count {
            guard at < source.endIndex else { throw Fault() }
            held |= UInt32(source[at]) << UInt32(heldBits)
            heldBits += 8
            at += 1
        }
        let value = held & (1 << UInt32(count) - 1)
        held >>= UInt32(count)
        heldBits -= count
        return Int(value)
    }

    private mutating func stored() throws(Fault) {
        (held, heldBits) = (0, 0)
        let length = try bits(16)
        guard try bits(16) == length ^ 0xFFFF, length <= source.endIndex - at, plain.count + length <= most else {
            throw Fault()
        }
        plain += source[at..<(at + length)]
        at += length
    }

    private mutating func folded(_ lengths: Codes, _ distances: Codes) throws(Fault) {
        while true {
            let symbol = try self.symbol(lengths)
            if symbol == 256 { return }
            if symbol < 256 {
                guard plain.count < most else { throw Fault() }
                plain.append(UInt8(symbol))
            } else {
                try copy(symbol - 257, distances)
            }
        }
    }

    private mutating func copy(_ index: Int, _ distances: Codes) throws(Fault) {
        guard index < Inflate.lengthBase.count else { throw Fault() }
        let length = Inflate.lengthBase[index] + (try bits(Inflate.lengthBits[index]))
        let code = try symbol(distances)
        guard code < Inflate.distanceBase.count else { throw Fault() }
        let distance = Inflate.distanceBase[code] + (try bits(Inflate.distanceBits[code]))
        guard distance <= plain.count, plain.count + length <= most else { throw Fault() }
        // Byte by byte: what is copied may reach into what is being written.
        for _ in 0..<length { plain.append(plain[plain.count - distance]) }
    }

    private mutating func tables() throws(Fault) -> (Codes, Codes) {
        let (lengths, distances) = (try bits(5) + 257, try bits(5) + 1)
        let count = try bits(4) + 4
        var widths = [Int](repeating: 0, count: 19)
        for place in Inflate.order.prefix(count) { widths[place] = try bits(3) }
        let codes = Codes(widths)
        var all: [Int] = []
        while all.count < lengths + distances {
            switch try symbol(codes) {
            case let width where width < 16: all.append(width)
            case 16:
                guard let last = all.last else { throw Fault() }
                all += Array(repeating: last, count: 3 + (try bits(2)))
            case 17: all += Array(repeating: 0, count: 3 + (try bits(3)))
            case _: all += Array(repeating: 0, count: 11 + (try bits(7)))
            }
        }
        guard all.count == lengths + distances else { throw Fault() }
        return (Codes(Array(all[..<lengths])), Codes(Array(all[lengths...])))
    }

    private mutating func symbol(_ codes: Codes) throws(Fault) -> Int {
        var (code, first, index) = (0, 0, 0)
        for width in 1...15 {
            code |= try bits(1)
            let count = codes.counts[width]
            // More codes of one width than there are: made to lead astray.
            guard code >= first else { throw Fault() }
            if code - first < count { return codes.symbols[index + code - first] }
            index += count
            first = (first + count) << 1
            code <<= 1
        }
        throw Fault()
    }

    /// A canonical Huffman code: how many codes there are of each width, and what they stand for in their order.
    private struct Codes {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [Int] = []

        init(_ widths: [Int]) {
            for width in widths { counts[width] += 1 }
            counts[0] = 0
            for width in 1...15 {
                symbols += widths.indices.filter { widths[$0] == width }
            }
        }
    }

    private static let fixedLengths = Codes(
        Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112) + Array(repeating: 7, count: 24)
            + Array(repeating: 8, count: 8))
    private static let fixedDistances = Codes(Array(repeating: 5, count: 30))
}
