import Domain

/// A file whose bytes are kept and that no row names yet. It may be named within a day; then its bytes are swept away.
package struct FileDraft: Hashable, Sendable {
    /// A picture in two sizes has a smaller one beside it.
    package struct Small: Hashable, Sendable {
        /// SHA-256 of its bytes.
        package let digest: [UInt8]
        package let size: Int
    }

    package let kind: FileKind
    /// What it is by its content.
    package let type: FileType
    /// SHA-256 of what is kept.
    package let digest: [UInt8]
    /// In bytes.
    package let size: Int
    /// Of a picture, as it is looked at.
    package let width: Int?
    package let height: Int?
    /// Of a recording, where it tells.
    package let seconds: Int?
    /// Of a picture.
    package let small: Small?
    /// When the bytes were kept: what was swept away since then is not there any more.
    package let keptAt: Instant

    /// The digest as a record names it, with its algorithm.
    package var fingerprint: String { "sha256:" + digest.hex }

    init(_ content: FileContent, keptAt: Instant) {
        kind = content.kind
        type = content.type
        digest = ContentDigest.of(content.bytes)
        size = content.bytes.count
        width = content.width
        height = content.height
        seconds = content.seconds
        small = content.small.map { Small(digest: ContentDigest.of($0), size: $0.count) }
        self.keptAt = keptAt
    }
}
