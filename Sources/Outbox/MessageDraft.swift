import Domain

/// A message as the change that causes it writes it: who, about what, with which words for the template's places.
package struct MessageDraft: Sendable {
    package var kind: MessageKind
    package var recipient: Recipient
    /// Whose templates and quiet hours hold.
    package var area: DivisionID
    /// The matter it is about, where there is one; its number fills `{number}`.
    package var matter: MatterID?
    /// What fills the other places of the template, such as `{day}`: dates, names of stations, codes, links. Never a
    /// title, a name of a person or anybody's words. Kept sealed until it is sent.
    package var values: [String: String]
    /// Says which happening this is, such as `matter/812/event/3/receipt`: put twice, it is written once.
    package var key: String
    /// Leaves in quiet hours too, never waits for a digest.
    package var isUrgent: Bool
    /// Not before; nil is at once, in waking hours.
    package var notBefore: Instant?

    package init(
        _ kind: MessageKind, to recipient: Recipient, area: DivisionID, matter: MatterID? = nil,
        values: [String: String] = [:], key: String, isUrgent: Bool = false, notBefore: Instant? = nil
    ) {
        self.kind = kind
        self.recipient = recipient
        self.area = area
        self.matter = matter
        self.values = values
        self.key = key
        self.isUrgent = isUrgent
        self.notBefore = notBefore
    }
}
