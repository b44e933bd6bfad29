/// The chunks of a PNG file (ISO/IEC 15948) that make the picture; texts, times and Exif stay out.
struct PNGPicture {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let kept: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs",
    ]

    let width: Int
    let height: Int
    private(set) var bytes = signature

    init(_ raw: [UInt8]) throws(CleanPhoto.Fault) {
        var at = PNGPicture.signature.count
        var names: [String] = []
        while names.last != "IEND" {
            let chunk = PictureBytes(bytes: raw[min(at, raw.count)...])
            guard let length = chunk.number(0, 4), length < 1 << 31, at + 12 + length <= raw.count else {
                throw .unreadable
            }
            let name = String(decoding: raw[(at + 4)..<(at + 8)], as: UTF8.self)
            names.append(name)
            if PNGPicture.kept.contains(name) { bytes += raw[at..<(at + 12 + length)] }
            at += 12 + length
        }
        let head = PictureBytes(bytes: raw[...])
        guard names.first == "IHDR", names.contains("IDAT"), let width = head.number(16, 4),
            let height = head.number(20, 4)
        else { throw .unreadable }
        (self.width, self.height) = (width, height)
    }
}
