import Domain

/// A free text or a personal value of an event. Sealed, and gone without a trace in the chain when it is erased.
package struct TextPart: Hashable, Sendable {
    /// What it is, as a code: `words`, `reason`, `answer`, `place`, `name`, `phone`.
    package var kind: String
    /// The text itself.
    package var text: String

    /// Names a text.
    package init(kind: String, text: String) {
        self.kind = kind
        self.text = text
    }
}

/// An event before it is in the chain.
package struct EventDraft: Sendable {
    /// To which chain it belongs.
    package var stream: Stream
    /// What happened: `assigned`.
    package var name: String
    /// Who did it.
    package var author: Author
    /// When.
    package var at: Instant
    /// The state before, if there was one.
    package var before: String?
    /// The state after, if it has one.
    package var after: String?
    /// What is told openly.
    package var facts: [Fact]
    /// What is sealed.
    package var texts: [TextPart]

    /// Describes an event.
    package init(
        stream: Stream, name: String, author: Author, at: Instant, before: String? = nil, after: String? = nil,
        facts: [Fact] = [], texts: [TextPart] = []
    ) {
        self.stream = stream
        self.name = name
        self.author = author
        self.at = at
        self.before = before
        self.after = after
        self.facts = facts
        self.texts = texts
    }
}
