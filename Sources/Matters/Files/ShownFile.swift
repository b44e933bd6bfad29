import Domain
import Files

/// A file of a matter as one person may see it.
struct ShownFile: Hashable, Sendable {
    let stored: StoredFile
    /// What is to be seen or heard, as far as this person may read it.
    let description: String
    /// Sent by the reporter; else by an office.
    let isReporters: Bool

    var id: Int64 { stored.id }
    var isPhoto: Bool { stored.kind == .photo }
    /// A handler may see it as well.
    var isReleased: Bool { stored.releasedAt != nil }
    var isPublic: Bool { stored.publishedAt != nil }
}
