import Crypto

/// Ids, salts and digits for one operation, drawn before the transaction. A value: a closure that runs twice on its
/// own copy gets the same ones again.
package struct IDs: Sendable {
    private var range: Range<Int64>
    private let more: @Sendable () -> Range<Int64>
    private let seed: [UInt8]
    private var blocks: UInt64 = 0
    private var random: [UInt8] = []
    private var used = 0

    /// `more` is asked when an operation needs more ids than were taken for it.
    package init(_ range: Range<Int64>, seed: [UInt8], more: @escaping @Sendable () -> Range<Int64>) {
        self.range = range
        self.seed = seed
        self.more = more
    }

    /// The next id.
    package mutating func next() -> Int64 {
        if range.isEmpty { range = more() }
        let id = range.lowerBound
        range = id + 1..<range.upperBound
        return id
    }

    /// Sixteen random bytes.
    package mutating func salt() -> [UInt8] {
        bytes(16)
    }

    /// Random bytes: SHA-256 of the seed and a counter.
    package mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            if used == random.count { refill() }
            let end = min(random.count, used + count - bytes.count)
            bytes += random[used..<end]
            used = end
        }
        return bytes
    }

    /// Random decimal digits, each as likely as any other.
    package mutating func digits(_ count: Int) -> String {
        var digits: [UInt8] = []
        while digits.count < count {
            // 250 is the last multiple of ten in a byte.
            let byte = bytes(1)[0]
            if byte < 250 { digits.append(48 + byte % 10) }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private mutating func refill() {
        var block = seed
        withUnsafeBytes(of: blocks.bigEndian) { block += $0 }
        random = SHA256.hash(data: block).withUnsafeBytes { [UInt8]($0) }
        blocks += 1
        used = 0
    }
}
