/// The segments of a JPEG file (ITU T.81), without those that speak of anything but the picture: Exif and XMP (APP1),
/// previews, IPTC, comments. Which way up it is held is said again in an Exif block of our own.
struct JPEGPicture {
    static let start: [UInt8] = [0xFF, 0xD8, 0xFF]

    private(set) var width = 0
    private(set) var height = 0
    private(set) var bytes: [UInt8] = [0xFF, 0xD8]

    init(_ raw: [UInt8]) throws(CleanPhoto.Fault) {
        var kept: [UInt8] = []
        var orientation = 1
        var at = 2
        while true {
            // Fill bytes may stand before a marker.
            while at + 1 < raw.count, raw[at] == 0xFF, raw[at + 1] == 0xFF { at += 1 }
            guard at + 1 < raw.count, raw[at] == 0xFF else { throw .unreadable }
            let marker = raw[at + 1]
            if marker == 0xD9 { break }
            guard let length = PictureBytes(bytes: raw[at...]).number(2, 2), length >= 2, at + 2 + length <= raw.count
            else { throw .unreadable }
            let segment = raw[at..<(at + 2 + length)]
            if marker == 0xE1 { orientation = JPEGPicture.orientation(in: segment.dropFirst(4)) ?? orientation }
            if JPEGPicture.isFrame(marker) { try measure(segment) }
            if JPEGPicture.isPicture(marker) { kept += segment }
            at += 2 + length
            guard marker == 0xDA else { continue }
            let end = JPEGPicture.endOfScan(raw, from: at)
            kept += raw[at..<end]
            at = end
        }
        guard width > 0 else { throw .unreadable }
        if (2...8).contains(orientation) { bytes += JPEGPicture.exif(UInt8(orientation)) }
        bytes += kept + [0xFF, 0xD9]
    }

    private mutating func measure(_ segment: ArraySlice<UInt8>) throws(CleanPhoto.Fault) {
        let frame = PictureBytes(bytes: segment)
        guard let height = frame.number(5, 2), let width = frame.number(7, 2) else { throw .unreadable }
        (self.width, self.height) = (width, height)
    }

    /// Start of frame, of every kind.
    private static func isFrame(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    }

    /// Tables, frames, scans; of the application's own blocks JFIF, the colour profile and Adobe's colour transform.
    private static func isPicture(_ marker: UInt8) -> Bool {
        switch marker {
        case 0xE0, 0xE2, 0xEE: true
        case 0xE1...0xEF, 0xFE: false
        default: true
        }
    }

    /// Behind the data of a scan: the next marker that is neither a stuffed byte nor a restart.
    private static func endOfScan(_ raw: [UInt8], from start: Int) -> Int {
        var at = start
        while at + 1 < raw.count {
            if raw[at] == 0xFF, raw[at + 1] != 0, !(0xD0...0xD7).contains(raw[at + 1]), raw[at + 1] != 0xFF {
                return at
            }
            at += 1
        }
        return raw.count
    }

    /// Tag 0x0112 of the first directory of an Exif block.
    private static func orientation(in block: ArraySlice<UInt8>) -> Int? {
        guard block.starts(with: Array("Exif".utf8) + [0, 0]) else { return nil }
        let tiff = block.dropFirst(6)
        let order = PictureBytes(bytes: tiff).number(0, 2)
        guard order == 0x4949 || order == 0x4D4D else { return nil }
        let reader = PictureBytes(bytes: tiff, isLittle: order == 0x4949)
        guard let directory = reader.number(4, 4), let count = reader.number(directory, 2), count <= 1_000 else {
            return nil
        }
        for index in 0..<count {
            let entry = directory + 2 + index * 12
            if reader.number(entry, 2) == 0x0112 { return reader.number(entry + 8, 2) }
        }
        return nil
    }

    /// One directory with one entry.
    private static func exif(_ orientation: UInt8) -> [UInt8] {
        let tiff: [UInt8] = [
            0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ]
        let block = Array("Exif".utf8) + [0, 0] + tiff
        return [0xFF, 0xE1, 0, UInt8(block.count + 2)] + block
    }
}
