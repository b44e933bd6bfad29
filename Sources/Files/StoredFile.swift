import Domain

/// A file that a row names.
package struct StoredFile: Hashable, Sendable {
    package let id: Int64
    package let owner: FileOwner
    package let kind: FileKind
    package let type: FileType
    /// SHA-256 of its bytes.
    package let digest: [UInt8]
    /// SHA-256 of the smaller picture, where there is one.
    package let small: [UInt8]?
    package let size: Int
    package let width: Int?
    package let height: Int?
    package let seconds: Int?
    /// What is to be seen or heard, for those who do not see or hear it.
    package let description: Sensitive<String>
    /// Who added it; nil for a reporter.
    package let addedBy: AccountID?
    package let addedAt: Instant
    /// Since when a handler, who is blind to the reporter, may see it too.
    package let releasedAt: Instant?
    /// Since when everybody may see it.
    package let publishedAt: Instant?

    /// Under which name somebody saves it: nothing of whoever sent it, and nothing of the matter.
    package var name: String { kind.rawValue + "." + type.suffix }
    /// Whether a browser shows it in its place; a document is saved and opened by a program of its own.
    package var isShown: Bool { type != .pdf }
}
