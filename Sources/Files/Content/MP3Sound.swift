/// MPEG audio, layer III: every frame says how long it is, so all of them together do.
enum MP3Sound {
    /// The head of one frame.
    struct Frame {
        let length: Int
        let seconds: Double

        private static let rates = [44_100, 48_000, 32_000]
        private static let first = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
        private static let second = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

        init?(at bytes: ArraySlice<UInt8>) {
            let head = Array(bytes.prefix(4))
            guard head.count == 4, head[0] == 0xFF, head[1] & 0xE0 == 0xE0, head[1] & 0x06 == 0x02 else { return nil }
            let version = head[1] >> 3 & 3
            let (kind, rate) = (Int(head[2] >> 4), Int(head[2] >> 2 & 3))
            guard version != 1, (1...14).contains(kind), rate < 3 else { return nil }
            let isFirst = version == 3
            let samples = isFirst ? 1_152 : 576
            let hertz = Frame.rates[rate] / (isFirst ? 1 : version == 2 ? 2 : 4)
            let bits = (isFirst ? Frame.first : Frame.second)[kind - 1] * 1_000
            length = samples / 8 * bits / hertz + Int(head[2] >> 1 & 1)
            seconds = Double(samples) / Double(hertz)
        }
    }

    static func seconds(_ bytes: [UInt8]) throws(ByteWalk.Beyond) -> Double {
        var rest = bytes[...]
        if rest.starts(with: Array("ID3".utf8)) {
            var tag = ByteWalk(rest)
            try tag.skip(6)
            // Seven bits of each byte, so that the length never looks like a frame.
            let length = try tag.take(4).reduce(0) { $0 << 7 | Int($1 & 0x7F) }
            try tag.skip(length)
            rest = rest[tag.at...]
        }
        var seconds = 0.0
        // What is not a frame any more is a tag at the end.
        while let frame = Frame(at: rest) {
            seconds += frame.seconds
            rest = rest.dropFirst(frame.length)
        }
        return seconds
    }
}
