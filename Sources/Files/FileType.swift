/// What a kept file is by its content; what the sender called it is not believed.
package enum FileType: String, CaseIterable, Sendable {
    /// Every photo is kept as this one, whatever it came as.
    case jpeg
    case webm, ogg, m4a, mp3, wav
    case pdf

    /// What a browser is told.
    package var mediaType: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .webm: "audio/webm"
        case .ogg: "audio/ogg"
        case .m4a: "audio/mp4"
        case .mp3: "audio/mpeg"
        case .wav: "audio/wav"
        case .pdf: "application/pdf"
        }
    }

    /// The end of a name under which somebody saves it.
    package var suffix: String {
        switch self {
        case .jpeg: "jpg"
        case .webm, .ogg, .m4a, .mp3, .wav, .pdf: rawValue
        }
    }
}
