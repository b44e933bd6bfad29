import Database
import Directory
import Domain
import Secrets

/// Finds the address for a try at the moment it is made.
enum AddressBook {
    /// Nil when there is none any more.
    static func address(
        of recipient: Recipient, by channel: ChannelKind, in db: Transaction, keys: KeyRing
    ) throws -> Sensitive<String>? {
        switch recipient {
        case .reporter(let matter):
            return try ReporterChannels(of: matter, in: db, keys: keys).address(by: channel)
        case .person(let person):
            switch channel {
            case .email: return try ContactTable.address(of: person, kind: .email, in: db, keys: keys)
            case .wechat: return try ContactTable.address(of: person, kind: .wechat, in: db, keys: keys)
            case .sms: return try PersonTable.phone(of: person, keys: keys, in: db)
            case .inbox, .call, .letter: return nil
            }
        case .address(_, let text): return text.opened.isEmpty ? nil : text
        }
    }
}
