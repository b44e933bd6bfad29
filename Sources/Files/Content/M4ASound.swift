/// MPEG-4 (ISO/IEC 14496-12) with sound in it, whole or in the fragments that telephones record.
struct M4ASound {
    private static let containers: Set<String> = ["moov", "trak", "mdia", "mvex", "moof", "traf"]
    /// Boxes lie in boxes; ours are four deep.
    private static let mostDepth = 8

    private var movie = Duration()
    private var media = Duration()
    /// What the head of a fragmented file says of all fragments.
    private var fragments = 0
    private var lastFragment = 0
    private var hasSound = false
    private var hasOther = false

    private struct Duration {
        var scale = 0
        var ticks = 0
        var seconds: Double { scale > 0 ? Double(ticks) / Double(scale) : 0 }
    }

    init(_ bytes: [UInt8]) throws(ByteWalk.Beyond) {
        try walk(through: bytes[...], depth: 0)
        guard hasSound, !hasOther else { throw ByteWalk.Beyond() }
    }

    var seconds: Double {
        let told = max(movie.seconds, media.seconds)
        let inFragments = Duration(scale: media.scale, ticks: lastFragment).seconds
        return max(told, inFragments, Duration(scale: movie.scale, ticks: fragments).seconds)
    }

    private mutating func walk(through bytes: ArraySlice<UInt8>, depth: Int) throws(ByteWalk.Beyond) {
        guard depth < M4ASound.mostDepth else { throw ByteWalk.Beyond() }
        var walk = ByteWalk(bytes)
        while !walk.isAtEnd {
            var length = try walk.number(4)
            let name = try walk.code()
            var head = 8
            if length == 1 {
                length = try walk.number(8)
                head = 16
            }
            // The last one may say that it goes to the end.
            let content = try walk.take(length == 0 ? walk.left : length - head)
            if M4ASound.containers.contains(name) {
                try self.walk(through: content, depth: depth + 1)
            } else {
                try note(name, content)
            }
        }
    }

    private mutating func note(_ name: String, _ content: ArraySlice<UInt8>) throws(ByteWalk.Beyond) {
        var walk = ByteWalk(content)
        switch name {
        case "mvhd": movie = try M4ASound.duration(&walk)
        case "mdhd": media = try M4ASound.duration(&walk)
        case "mehd":
            let isLong = try walk.number(4) >> 24 == 1
            fragments = try walk.number(isLong ? 8 : 4)
        case "tfdt":
            let isLong = try walk.number(4) >> 24 == 1
            lastFragment = max(lastFragment, try walk.number(isLong ? 8 : 4))
        case "hdlr":
            try walk.skip(8)
            switch try walk.code() {
            case "soun": hasSound = true
            case "vide": hasOther = true
            case _: break
            }
        case _: break
        }
    }

    private static func duration(_ walk: inout ByteWalk) throws(ByteWalk.Beyond) -> Duration {
        let isLong = try walk.number(4) >> 24 == 1
        try walk.skip(isLong ? 16 : 8)
        let scale = try walk.number(4)
        let ticks = try? walk.peek(isLong ? 8 : 4)
        // All bits set: not known.
        let unknown = ticks == Int(UInt32.max) || ticks == nil
        return Duration(scale: scale, ticks: unknown ? 0 : ticks ?? 0)
    }
}

extension ByteWalk {
    /// The number that comes next, without going on.
    fileprivate func peek(_ count: Int) throws(Beyond) -> Int {
        var walk = self
        return try walk.number(count)
    }
}
