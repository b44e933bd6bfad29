import Domain

/// Whom a message is for. How it reaches her is decided when it leaves, not when it is written.
package enum Recipient: Hashable, Sendable {
    /// The reporter of a matter, by what she left or chose; looked up when the message leaves, so that what was erased
    /// or changed meanwhile is not used.
    case reporter(MatterID)
    /// Somebody of the staff, a deputy or a handler: always the inbox in the product, and what she has proved hers.
    case person(PersonID)
    /// An address given for this message alone: a follower's mailbox, the telephone of a booking. Kept sealed.
    case address(AddressKind, Sensitive<String>)

    package enum AddressKind: String, CaseIterable, Sendable {
        case telephone, email, wechat
    }
}
