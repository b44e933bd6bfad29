import Domain

/// One way out of the building. There are as many as there are kinds of gateways, and one that writes files instead.
package protocol OutgoingChannel: Sendable {
    /// What fails together, such as one host: while it is paused nothing else is tried there.
    var target: String { get }
    /// Whether it leaves the building; false for files.
    var isReal: Bool { get }
    /// Where it leads, in words for the page of the outbox: a host, never a password.
    var spoken: String { get }

    /// Sends one message. Never throws: whatever happens is one of the results.
    func send(_ message: OutgoingMessage) async -> SendResult
}

/// What goes out at one try.
package struct OutgoingMessage: Sendable {
    /// The same at every try of the same sending, so that who gets it twice can tell.
    package var reference: String
    package var channel: ChannelKind
    package var address: Sensitive<String>
    package var subject: String
    package var text: String
    package var link: String?
    package var at: Instant
}

/// What became of a try. Reasons are sentences for the page of the outbox: no address and no text stands in them.
package enum SendResult: Hashable, Sendable {
    /// It left. The cost is in 厘.
    case sent(providerID: String?, cost: Int)
    /// It will never go by this way.
    case refused(String)
    /// Not this time.
    case failed(String)
    /// Nothing goes there now, this one or another; after so many seconds at the earliest, where the peer says so.
    case unreachable(String, retryAfter: Int?)
    /// It may have left or not: nobody answered to the end.
    case unknown(String)
}
