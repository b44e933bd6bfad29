/// Of what a chain of events tells.
package enum StreamKind: String, Hashable, Sendable, CaseIterable {
    case matter
    case account
    case organ
    case station
    case policy
    case directory
    case publication
}

/// One chain of events: everything that happened to one thing, in order.
package struct Stream: Hashable, Sendable {
    /// What kind of thing.
    package var kind: StreamKind
    /// Which one.
    package var id: Int64

    /// Names a chain.
    package init(kind: StreamKind, id: Int64) {
        self.kind = kind
        self.id = id
    }

    /// The chain of a matter.
    package static func matter(_ id: Int64) -> Stream { Stream(kind: .matter, id: id) }
}

/// The last link of a chain, kept with the row it tells of (`matter.version`, `matter.head`) or in `stream_head`.
package struct ChainHead: Hashable, Sendable {
    /// How many events there are.
    package var sequence: Int64
    /// The hash of the last one, its algorithm in front; empty before the first.
    package var hash: [UInt8]

    /// Takes a head from its row.
    package init(sequence: Int64, hash: [UInt8]) {
        self.sequence = sequence
        self.hash = hash
    }

    /// Before the first event.
    package static let none = ChainHead(sequence: 0, hash: [])
}
