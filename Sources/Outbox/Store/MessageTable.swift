import Database
import Domain
import Secrets

/// The rows of messages.
enum MessageTable {
    /// Nothing happens where the key is there already.
    static func insert(
        _ draft: MessageDraft, id: Int64, at now: Instant, in db: Transaction, keys: KeyRing
    ) throws {
        let to = RecipientColumns(of: draft)
        let address = to.address.map {
            keys.seal($0.opened, table: "message", column: "address_sealed", row: id)
        }
        let values = keys.seal(
            MessageValues(draft.values).text, table: "message", column: "values_sealed", row: id)
        let start = max(draft.notBefore ?? now, now)
        try db.run(
            """
            INSERT INTO message (id, key, kind, recipient, matter, person, address_kind, address_sealed, area,
              values_sealed, is_urgent, not_before, created_at, due_at, kept_since)
            VALUES (\(id), \(draft.key), \(draft.kind), \(to.name), \(to.matter), \(to.person), \(to.addressKind),
              \(address), \(draft.area), \(values), \(draft.isUrgent || draft.kind.isAlwaysUrgent), \(start.ms),
              \(now.ms), \(start.ms), \(start.ms))
            ON CONFLICT (key) DO NOTHING
            """)
    }
}

extension MessageKind: SQLConvertible {}
extension Recipient.AddressKind: SQLConvertible, SQLDecodable {}

/// A recipient as the columns of its row.
private struct RecipientColumns {
    var name: String
    var matter: MatterID?
    var person: PersonID?
    var addressKind: Recipient.AddressKind?
    var address: Sensitive<String>?

    init(of draft: MessageDraft) {
        matter = draft.matter
        switch draft.recipient {
        case .reporter(let own): (name, matter) = ("reporter", own)
        case .person(let id): (name, person) = ("person", id)
        case .address(let kind, let text): (name, addressKind, address) = ("address", kind, text)
        }
    }
}
