import CVips

/// A photo as it is kept: a JPEG of our own making, upright, of a size for screens, with nothing in it but the picture.
/// Telephones write the place, the time and the device into theirs.
struct PhotoContent: Sendable {
    var bytes: [UInt8]
    var width: Int
    var height: Int
    /// For lists: the same in small; nil where it is small already.
    var small: [UInt8]?

    private static let quality: Int32 = 82
    private static let isStarted = lx_vips_start() == 0

    /// Takes the time of unfolding a picture.
    init(_ raw: [UInt8], as kind: FileKind) throws(FileRefused) {
        guard PhotoContent.isStarted else { preconditionFailure("libvips does not start") }
        let large = try PhotoContent.made(raw, side: FileLimits.longSide, kind)
        (bytes, width, height) = (large.bytes, large.width, large.height)
        guard max(width, height) > FileLimits.smallSide else { return }
        // Out of the large one: the stranger's bytes are unfolded once.
        small = try PhotoContent.made(large.bytes, side: FileLimits.smallSide, kind).bytes
    }

    private static func made(
        _ raw: [UInt8], side: Int, _ kind: FileKind
    ) throws(FileRefused) -> (bytes: [UInt8], width: Int, height: Int) {
        var picture = lx_picture()
        defer { lx_picture_free(&picture) }
        let fault = lx_picture_jpeg(
            raw, raw.count, Int32(side), quality, Int64(FileLimits.pixels), Int32(FileLimits.side), &picture)
        switch fault {
        case LX_PICTURE_OK: break
        case LX_PICTURE_UNKNOWN: throw FileRefused(.unknownType, of: kind)
        case LX_PICTURE_TOO_LARGE: throw FileRefused(.tooManyPixels, of: kind)
        // What C calls broken, and whatever else it might say one day.
        case _: throw FileRefused(.broken, of: kind)
        }
        let bytes = Array(UnsafeBufferPointer(start: picture.bytes, count: picture.length))
        return (bytes, Int(picture.width), Int(picture.height))
    }
}
