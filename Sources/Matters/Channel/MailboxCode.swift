import Domain
import Secrets

/// Six digits that show whose a mailbox is. Only their digest is kept, good for one matter.
struct MailboxCode: Sendable {
    static let length = 6

    let digits: String

    func digest(for matter: Matter, keys: KeyRing) -> [UInt8] {
        keys.blindIndex("reporter.mailbox", "\(matter.id)\u{0}\(digits)")
    }
}
