/// How much of each kind is taken.
package enum FileLimits {
    /// Bytes of a photo as it comes from a telephone.
    package static let photo = 12 << 20
    /// Bytes of a recording; a minute of the usual telephone is under one megabyte.
    package static let voice = 2 << 20
    package static let voiceSeconds = 60
    /// Bytes of a scan.
    package static let document = 10 << 20
    /// Pixels of a picture as it comes: more than any telephone makes. Read from its head, before it is unfolded.
    static let pixels = 60_000_000
    static let side = 20_000
    /// The longer side of what is kept.
    package static let longSide = 1_600
    package static let smallSide = 320

    /// Bytes of a file of this kind.
    package static func bytes(of kind: FileKind) -> Int {
        switch kind {
        case .photo: photo
        case .voice: voice
        case .document: document
        }
    }
}
