/// Pictures as files of bytes, put together by hand.
enum TestPictures {
    /// Made at a place nobody is to learn of.
    static let secret = "GPS 37.7000 112.7300 Huawei P50"

    /// A JPEG file: JFIF, Exif with an orientation and a secret, a comment, one frame, one scan, and bytes behind it.
    static func jpeg(width: Int = 40, height: Int = 30, orientation: UInt8 = 6, hasEnd: Bool = true) -> [UInt8] {
        var file: [UInt8] = [0xFF, 0xD8]
        file += segment(0xE0, Array("JFIF".utf8) + [0, 1, 1, 0, 0, 1, 0, 1, 0, 0])
        let tiff: [UInt8] =
            [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
        file += segment(0xE1, Array("Exif".utf8) + [0, 0] + tiff + Array(secret.utf8))
        file += segment(0xED, Array(secret.utf8))
        file += segment(0xFE, Array(secret.utf8))
        file += segment(0xDB, [0] + Array(repeating: 16, count: 64))
        file += segment(0xC0, [8] + two(height) + two(width) + [1, 1, 0x11, 0])
        file += segment(0xDA, [1, 1, 0, 0, 63, 0])
        file += [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]
        return hasEnd ? file + [0xFF, 0xD9] + Array(secret.utf8) : file
    }

    /// A PNG file with a text beside the picture.
    static func png(width: Int = 20, height: Int = 10, hasEnd: Bool = true) -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file += chunk("IHDR", [0, 0] + two(width) + [0, 0] + two(height) + [8, 2, 0, 0, 0])
        file += chunk("tEXt", Array("Comment\u{0}".utf8) + Array(secret.utf8))
        file += chunk("IDAT", [1, 2, 3, 4])
        return hasEnd ? file + chunk("IEND", []) + Array(secret.utf8) : file
    }

    static func holdsSecret(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).contains("Huawei")
    }

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker] + two(content.count + 2) + content
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        [0, 0] + two(content.count) + Array(name.utf8) + content + [0xAA, 0xBB, 0xCC, 0xDD]
    }

    private static func two(_ number: Int) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 0xFF)] }
}
