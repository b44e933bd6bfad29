import Domain

/// An event as it stands in the chain, without its texts.
package struct RecordedEvent: Hashable, Sendable {
    /// By what its texts are asked for.
    package let id: Int64
    /// The chain.
    package let stream: Stream
    /// Its place in the chain, from 1.
    package let sequence: Int64
    /// What happened.
    package let name: String
    /// When.
    package let at: Instant
    /// Who did it.
    package let author: Author
    /// The state before.
    package let before: String?
    /// The state after.
    package let after: String?
    /// What is told openly.
    package let facts: [Fact]
    /// Whether texts belonged to it; they may have been erased since.
    package let hadTexts: Bool
    /// Its link, the algorithm in front.
    package let hash: [UInt8]
}
