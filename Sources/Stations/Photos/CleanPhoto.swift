/// A picture as it may be shown: JPEG or PNG by its content, whatever it was called, with nothing in it but the picture.
/// Telephones write the place, the time and the device into theirs.
struct CleanPhoto: Hashable, Sendable {
    enum Kind: String, Sendable {
        case jpeg, png

        var mediaType: String { "image/" + rawValue }
    }

    enum Fault: Error {
        /// Neither JPEG nor PNG, or not a whole one.
        case unreadable
        case tooLarge
    }

    /// More than any screen shows; a small file may unfold to gigabytes in a reader's telephone.
    private static let mostPixels = 40_000_000
    private static let mostSide = 12_000

    let kind: Kind
    let width: Int
    let height: Int
    let bytes: [UInt8]

    init(_ raw: [UInt8]) throws(Fault) {
        if raw.starts(with: JPEGPicture.start) {
            let picture = try JPEGPicture(raw)
            (kind, width, height, bytes) = (.jpeg, picture.width, picture.height, picture.bytes)
        } else if raw.starts(with: PNGPicture.signature) {
            let picture = try PNGPicture(raw)
            (kind, width, height, bytes) = (.png, picture.width, picture.height, picture.bytes)
        } else {
            throw .unreadable
        }
        guard width > 0, height > 0 else { throw .unreadable }
        guard width <= CleanPhoto.mostSide, height <= CleanPhoto.mostSide, width * height <= CleanPhoto.mostPixels
        else {
            throw .tooLarge
        }
    }
}

/// Reads numbers out of bytes, big endian or little; nil beyond the end.
struct PictureBytes {
    let bytes: ArraySlice<UInt8>
    var isLittle = false

    func number(_ offset: Int, _ count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        let part = bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + count)]
        return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
    }
}
