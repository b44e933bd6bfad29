import Domain
import Secrets
import Web

/// The secret part of the address that confirms a follow and ends it. Made of the follow's id and the keys, so every
/// message can carry it and the table holds its digest only.
struct FollowLink: Hashable, Sendable {
    let text: String

    init(_ id: Int64, keys: KeyRing) {
        text = keys.blindIndex("follow.link", "\(id)").hex
    }

    /// As it came in an address.
    init(typed: String) {
        text = typed
    }

    func digest(keys: KeyRing) -> [UInt8] { keys.blindIndex("follow.digest", text) }

    var path: String { "/follow/" + text }
}
