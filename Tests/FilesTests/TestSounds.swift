/// Recordings as files of bytes, put together by hand: their containers are real, what is in them is noise.
enum TestSounds {
    static func wav(seconds: Int) -> [UInt8] {
        let rate = 8_000
        let data = [UInt8](repeating: 0x80, count: rate * seconds)
        return Array("RIFF".utf8) + little(36 + data.count, 4) + Array("WAVEfmt ".utf8) + little(16, 4) + little(1, 2)
            + little(1, 2) + little(rate, 4) + little(rate, 4) + little(1, 2) + little(8, 2) + Array("data".utf8)
            + little(data.count, 4) + data
    }

    /// Opus in Ogg, with a page for each second.
    static func ogg(seconds: Int) -> [UInt8] {
        let head = Array("OpusHead".utf8) + [1, 1] + little(312, 2) + little(48_000, 4) + [0, 0, 0]
        var file = page(granule: 0, head) + page(granule: 0, Array("OpusTags".utf8))
        for second in 1...max(1, seconds) { file += page(granule: second * 48_000 + 312, [0xFC, 1, 2, 3]) }
        return file
    }

    private static func page(granule: Int, _ body: [UInt8]) -> [UInt8] {
        Array("OggS".utf8) + [0, 0] + little(granule, 8) + little(1, 4) + little(0, 4) + little(0, 4)
            + [1, UInt8(body.count)] + body
    }

    /// As a browser records it: the segment and its clusters of unknown length, no duration, a block each 20 ms.
    static func webm(seconds: Int, codec: String = "A_OPUS", type: Int = 2) -> [UInt8] {
        let track = element([0xD7], [1]) + element([0x83], [UInt8(type)]) + element([0x86], Array(codec.utf8))
        var file =
            element([0x1A, 0x45, 0xDF, 0xA3], element([0x42, 0x82], Array("webm".utf8)))
            + [0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
            + element([0x15, 0x49, 0xA9, 0x66], element([0x2A, 0xD7, 0xB1], big(1_000_000, 3)))
            + element([0x16, 0x54, 0xAE, 0x6B], element([0xAE], track))
        for second in 0..<seconds {
            file += [0x1F, 0x43, 0xB6, 0x75, 0xFF] + element([0xE7], big(second * 1_000, 4))
            for step in 0..<50 { file += element([0xA3], [0x81] + big(step * 20, 2) + [0x80, 1, 2, 3]) }
        }
        return file
    }

    private static func element(_ id: [UInt8], _ content: [UInt8]) -> [UInt8] {
        id + [0x40 | UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + content
    }

    static func m4a(seconds: Int, handler: String = "soun") -> [UInt8] {
        let movie = box("mvhd", big(0, 4) + big(0, 8) + big(1_000, 4) + big(seconds * 1_000, 4))
        return box("ftyp", Array("M4A ".utf8) + big(0, 4))
            + box("moov", movie + track(handler, ticks: seconds * 44_100))
            + box("mdat", [1, 2, 3])
    }

    /// As telephones record it: no duration in the head, a fragment each second.
    static func fragments(seconds: Int) -> [UInt8] {
        var file =
            box("ftyp", Array("iso5".utf8) + big(0, 4))
            + box("moov", box("mvhd", big(0, 4) + big(0, 8) + big(1_000, 4) + big(0, 4)) + track("soun", ticks: 0))
        for second in 0...seconds {
            file += box("moof", box("traf", box("tfdt", big(0, 4) + big(second * 44_100, 4)))) + box("mdat", [1])
        }
        return file
    }

    private static func track(_ handler: String, ticks: Int) -> [UInt8] {
        let media =
            box("mdhd", big(0, 4) + big(0, 8) + big(44_100, 4) + big(ticks, 4))
            + box("hdlr", big(0, 8) + Array(handler.utf8) + big(0, 12))
        return box("trak", box("mdia", media))
    }

    private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        big(content.count + 8, 4) + Array(name.utf8) + content
    }

    /// MPEG 1, layer III, 64 kbit/s at 48,000 Hz: 24 ms and 192 bytes a frame.
    static func mp3(seconds: Int, hasTag: Bool = true) -> [UInt8] {
        let frame: [UInt8] = [0xFF, 0xFB, 0x54, 0x00] + Array(repeating: 0, count: 188)
        let tag: [UInt8] = Array("ID3".utf8) + [3, 0, 0, 0, 0, 0, 10] + Array(repeating: 0, count: 10)
        let frames = Array(repeating: frame, count: seconds * 1_000 / 24).flatMap(\.self)
        return (hasTag ? tag : []) + frames
    }

    static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    static func big(_ number: Int, _ count: Int) -> [UInt8] { little(number, count).reversed() }
}
