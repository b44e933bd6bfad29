import Database
import Domain
import Secrets

/// How the reporter of a matter can be reached now. The only place that knows where this is kept: what she chose, or
/// else what she left when she spoke.
struct ReporterChannels {
    /// What she chose, as `reporter_channel` has it.
    private enum Choice: String {
        case sms, call, email, visit, letter
        case none
    }

    private let chosen: Choice?
    private let mailbox: Sensitive<String>?
    private let phone: Sensitive<String>?
    private let home: Sensitive<String>?
    /// For the head of a letter, and for the first words of a call.
    let name: Sensitive<String>?

    /// All of it empty when it was erased.
    init(of matter: MatterID, in db: Transaction, keys: KeyRing) throws {
        let left = try db.row("SELECT name_sealed, phone_sealed, address_sealed FROM reporter WHERE matter = \(matter)")
        func opened(_ index: Int, _ column: StaticString) throws -> Sensitive<String>? {
            let sealed: [UInt8]? = try left?[index]
            return try sealed.map { Sensitive(try keys.openText($0, table: "reporter", column: column, row: matter)) }
        }
        name = try opened(0, "name")
        let choice = try ReporterChannels.choice(of: matter, in: db, keys: keys)
        // A mailbox counts once its code came back; until then what she left has to do.
        let isUsable = choice?.way != .email || (choice?.isProved == true && choice?.address != nil)
        chosen = isUsable ? choice?.way : nil
        mailbox = chosen == .email ? choice?.address : nil
        let own = isUsable ? choice?.address : nil
        phone = chosen == .sms || chosen == .call ? try own ?? opened(1, "phone") : try opened(1, "phone")
        home = chosen == .visit || chosen == .letter ? try own ?? opened(2, "address") : try opened(2, "address")
    }

    /// Her ways. A telephone gets a text message where a gateway is set up and the number can take one; else somebody
    /// calls. Without a telephone a letter goes to the address she left; without that, too, her page has to do.
    func ways(isTexting: Bool) -> [ChannelKind] {
        switch chosen {
        case .none?: []
        case .email: [.email]
        case .call: phone == nil ? [] : [.call]
        // A letter that somebody brings.
        case .visit, .letter: home == nil ? [] : [.letter]
        case .sms, nil:
            if let phone {
                isTexting && TelephoneNumber.takesTexts(phone) ? [.sms] : [.call]
            } else {
                home == nil ? [] : [.letter]
            }
        }
    }

    /// Where a try goes.
    func address(by channel: ChannelKind) -> Sensitive<String>? {
        switch channel {
        case .sms, .call: phone
        case .letter: home
        case .email: mailbox
        case .inbox, .wechat: nil
        }
    }

    /// The choice came with a later step of the schema than the messages.
    private static let choosesSince = 10

    private static func choice(
        of matter: MatterID, in db: Transaction, keys: KeyRing
    ) throws -> (way: Choice, address: Sensitive<String>?, isProved: Bool)? {
        guard try db.row("SELECT number FROM schema_migration WHERE number = \(choosesSince)") != nil,
            let row = try db.row(
                "SELECT channel, address_sealed, proved_at FROM reporter_channel WHERE matter = \(matter)"),
            let way = Choice(rawValue: try row[0])
        else { return nil }
        let sealed: [UInt8]? = try row[1]
        let provedAt: Int64? = try row[2]
        let address = try sealed.map {
            Sensitive(try keys.openText($0, table: "reporter_channel", column: "address", row: matter))
        }
        return (way, address, provedAt != nil)
    }
}
