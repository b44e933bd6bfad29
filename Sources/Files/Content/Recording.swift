/// A voice recording as telephones and browsers make them: known by its content, only sound in it, and short. It is
/// kept as it came; how long it is stands in its container.
struct Recording: Hashable, Sendable {
    let type: FileType
    /// Rounded up.
    let seconds: Int

    /// A recorder that is told to stop after a minute stops a little later.
    private static let grace = 2.0

    init(_ bytes: [UInt8]) throws(FileRefused) {
        guard let type = Recording.type(of: bytes) else { throw FileRefused(.unknownType, of: .voice) }
        let length: Double
        do throws(ByteWalk.Beyond) {
            length = try Recording.length(of: bytes, type)
        } catch {
            throw FileRefused(.broken, of: .voice)
        }
        guard length.isFinite, length > 0 else { throw FileRefused(.broken, of: .voice) }
        guard length <= Double(FileLimits.voiceSeconds) + Recording.grace else {
            throw FileRefused(.tooLong, of: .voice)
        }
        self.type = type
        seconds = min(Int(length.rounded(.up)), FileLimits.voiceSeconds)
    }

    private static func type(of bytes: [UInt8]) -> FileType? {
        if bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) { return .webm }
        if bytes.starts(with: Array("OggS".utf8)) { return .ogg }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WAVE".utf8)) { return .wav }
        if bytes.dropFirst(4).starts(with: Array("ftyp".utf8)) { return .m4a }
        if bytes.starts(with: Array("ID3".utf8)) || MP3Sound.Frame(at: bytes[...]) != nil { return .mp3 }
        return nil
    }

    private static func length(of bytes: [UInt8], _ type: FileType) throws(ByteWalk.Beyond) -> Double {
        switch type {
        case .webm: try WebMSound(bytes).seconds
        case .ogg: try OggSound.seconds(bytes)
        case .m4a: try M4ASound(bytes).seconds
        case .mp3: try MP3Sound.seconds(bytes)
        case .wav: try WAVSound.seconds(bytes)
        case .jpeg, .pdf: throw ByteWalk.Beyond()
        }
    }
}
