/// Ogg with Opus (RFC 7845) in it: the last page says how many of 48,000 samples a second came before.
enum OggSound {
    private static let rate = 48_000.0
    private static let headLength = 27

    static func seconds(_ bytes: [UInt8]) throws(ByteWalk.Beyond) -> Double {
        var walk = ByteWalk(bytes[...])
        let first = try page(&walk)
        guard first.body.starts(with: Array("OpusHead".utf8)) else { throw ByteWalk.Beyond() }
        var head = ByteWalk(first.body)
        try head.skip(10)
        let skipped = try head.littleNumber(2)
        var last = 0
        // Behind a page that was cut off nothing more is heard.
        while walk.left >= headLength, let next = try? page(&walk) {
            if let granule = next.granule { last = max(last, granule) }
        }
        return Double(last - skipped) / rate
    }

    private static func page(
        _ walk: inout ByteWalk
    ) throws(ByteWalk.Beyond) -> (granule: Int?, body: ArraySlice<UInt8>) {
        guard try walk.code() == "OggS" else { throw ByteWalk.Beyond() }
        try walk.skip(2)
        // All bits set: no packet ends on this page.
        let granule = try? walk.peekLittle(8)
        try walk.skip(8)
        try walk.skip(12)
        let segments = try walk.take(Int(try walk.byte()))
        let body = try walk.take(segments.reduce(0) { $0 + Int($1) })
        return (granule, body)
    }
}

extension ByteWalk {
    /// The number that comes next, without going on.
    fileprivate func peekLittle(_ count: Int) throws(Beyond) -> Int {
        var walk = self
        return try walk.littleNumber(count)
    }
}
