import Domain

/// To what a file belongs. It is seen where that is seen, and goes when that goes.
package enum FileOwner: Hashable, Sendable {
    /// The words with which a matter began.
    case matterWords(MatterID)
    /// Something that happened to a matter: the event's place in its chain.
    case matterEvent(MatterID, Int64)
    case stationPost(Int64)
    case reception(Int64)
    case letter(Int64)

    /// Stored: never changed.
    enum Kind: String, CaseIterable, Sendable {
        case matter, stationPost, reception, letter
    }

    init(_ kind: Kind, _ id: Int64, part: Int64) {
        switch kind {
        case .matter: self = part == 0 ? .matterWords(id) : .matterEvent(id, part)
        case .stationPost: self = .stationPost(id)
        case .reception: self = .reception(id)
        case .letter: self = .letter(id)
        }
    }

    var kind: Kind {
        switch self {
        case .matterWords, .matterEvent: .matter
        case .stationPost: .stationPost
        case .reception: .reception
        case .letter: .letter
        }
    }

    var id: Int64 {
        switch self {
        case .matterWords(let id), .matterEvent(let id, _), .stationPost(let id), .reception(let id), .letter(let id):
            id
        }
    }

    /// Which part of it: the event's place, or 0 for the whole.
    var part: Int64 {
        switch self {
        case .matterEvent(_, let sequence): sequence
        case .matterWords, .stationPost, .reception, .letter: 0
        }
    }
}
