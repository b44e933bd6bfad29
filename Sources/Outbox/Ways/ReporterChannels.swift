import Database
import Domain
import Secrets

/// How the reporter of a matter can be reached now. The only place that knows where this is kept: what she chose, or
/// else what she left when she spoke.
enum ReporterChannels {
    /// Her ways. A telephone gets a text message where a gateway is set up and the number can take one; else somebody
    /// calls. Without a telephone a letter goes to the address she left; without that, too, her page has to do.
    static func ways(
        of matter: MatterID, isTexting: Bool, in db: Transaction, keys: KeyRing
    ) throws -> [ChannelKind] {
        if let phone = try phone(of: matter, in: db, keys: keys) {
            return isTexting && TelephoneNumber.takesTexts(phone) ? [.sms] : [.call]
        }
        return try postalAddress(of: matter, in: db, keys: keys) == nil ? [] : [.letter]
    }

    /// Where a try goes; nil when it was erased meanwhile.
    static func address(
        of matter: MatterID, by channel: ChannelKind, in db: Transaction, keys: KeyRing
    ) throws -> Sensitive<String>? {
        switch channel {
        case .sms, .call: try phone(of: matter, in: db, keys: keys)
        case .letter: try postalAddress(of: matter, in: db, keys: keys)
        case .inbox, .email, .wechat: nil
        }
    }

    /// For the head of a letter, and for the first words of a call.
    static func name(of matter: MatterID, in db: Transaction, keys: KeyRing) throws -> Sensitive<String>? {
        let sealed: [UInt8]? = try db.value("SELECT name_sealed FROM reporter WHERE matter = \(matter)")
        return try sealed.map { Sensitive(try keys.openText($0, table: "reporter", column: "name", row: matter)) }
    }

    private static func phone(
        of matter: MatterID, in db: Transaction, keys: KeyRing
    ) throws -> Sensitive<String>? {
        let sealed: [UInt8]? = try db.value("SELECT phone_sealed FROM reporter WHERE matter = \(matter)")
        return try sealed.map { Sensitive(try keys.openText($0, table: "reporter", column: "phone", row: matter)) }
    }

    private static func postalAddress(
        of matter: MatterID, in db: Transaction, keys: KeyRing
    ) throws -> Sensitive<String>? {
        let sealed: [UInt8]? = try db.value("SELECT address_sealed FROM reporter WHERE matter = \(matter)")
        return try sealed.map { Sensitive(try keys.openText($0, table: "reporter", column: "address", row: matter)) }
    }
}
