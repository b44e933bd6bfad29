/// WebM (RFC 9559) as browsers record it, with Opus in it. They do not know how long it will be when they begin, so
/// the last block tells.
struct WebMSound {
    private enum Element {
        static let segment = 0x1853_8067
        static let info = 0x1549_A966
        static let tracks = 0x1654_AE6B
        static let track = 0xAE
        static let cluster = 0x1F43_B675
        static let blockGroup = 0xA0
        static let simpleBlock = 0xA3
        static let block = 0xA1
        static let clusterTime = 0xE7
        static let scale = 0x2AD7B1
        static let trackType = 0x83
        static let codec = 0x86
        static let header = 0x1A45_DFA3
        static let documentType = 0x4282
        /// Their content is walked through like the rest: nobody needs to know where they end.
        static let open: Set<Int> = [header, segment, info, tracks, track, cluster, blockGroup]
    }

    /// Nanoseconds of a tick; a millisecond where nothing is said.
    private var scale = 1_000_000
    private var clusterTime = 0
    private var last = 0
    private var isWebM = false
    private var isOpus = false
    private var isSoundOnly = true
    /// A block of Opus is this long, mostly.
    private static let blockSeconds = 0.02

    init(_ bytes: [UInt8]) throws(ByteWalk.Beyond) {
        var walk = ByteWalk(bytes[...])
        // A file that was cut off ends in the middle of an element.
        while !walk.isAtEnd, let (id, length) = try? WebMSound.head(&walk) {
            if Element.open.contains(id) { continue }
            guard let length, let content = try? walk.take(length) else { break }
            try note(id, content)
        }
        guard isWebM, isOpus, isSoundOnly else { throw ByteWalk.Beyond() }
    }

    var seconds: Double { Double(last) * Double(scale) / 1e9 + WebMSound.blockSeconds }

    private mutating func note(_ id: Int, _ content: ArraySlice<UInt8>) throws(ByteWalk.Beyond) {
        var walk = ByteWalk(content)
        switch id {
        case Element.documentType: isWebM = content.elementsEqual("webm".utf8)
        case Element.scale: scale = try walk.number(min(content.count, 8))
        case Element.trackType: if try walk.number(min(content.count, 8)) != 2 { isSoundOnly = false }
        case Element.codec: isOpus = content.elementsEqual("A_OPUS".utf8)
        case Element.clusterTime: clusterTime = try walk.number(min(content.count, 8))
        case Element.simpleBlock, Element.block:
            _ = try WebMSound.length(&walk)
            let offset = Int(Int16(truncatingIfNeeded: try walk.number(2)))
            let (time, isBeyond) = clusterTime.addingReportingOverflow(offset)
            if isBeyond { throw ByteWalk.Beyond() }
            last = max(last, time)
        case _: break
        }
    }

    private static func head(_ walk: inout ByteWalk) throws(ByteWalk.Beyond) -> (id: Int, length: Int?) {
        (try id(&walk), try length(&walk))
    }

    /// The first bits say how many bytes a number has; of an id they belong to it.
    private static func id(_ walk: inout ByteWalk) throws(ByteWalk.Beyond) -> Int {
        let first = try walk.byte()
        let more = first.leadingZeroBitCount
        guard more < 4 else { throw ByteWalk.Beyond() }
        return try walk.take(more).reduce(Int(first)) { $0 << 8 | Int($1) }
    }

    /// Nil where the length is unknown: all its bits are set.
    private static func length(_ walk: inout ByteWalk) throws(ByteWalk.Beyond) -> Int? {
        let first = try walk.byte()
        let more = first.leadingZeroBitCount
        guard more < 8 else { throw ByteWalk.Beyond() }
        let start = Int(first) & (0x7F >> more)
        let length = try walk.take(more).reduce(start) { $0 << 8 | Int($1) }
        return length == 1 << (7 * (more + 1)) - 1 ? nil : length
    }
}
