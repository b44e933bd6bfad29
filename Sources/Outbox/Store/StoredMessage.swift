import Database
import Domain
import Secrets

/// A message as it waits: what is needed to find its recipient and its words.
package struct StoredMessage: Hashable, Sendable {
    package var id: Int64
    package var kind: MessageKind
    package var recipient: Recipient
    package var area: DivisionID
    package var matter: AboutMatter?
    /// Empty once they are forgotten.
    package var values: [String: String]
    package var isUrgent: Bool
    package var notBefore: Instant
    package var readAt: Instant?

    /// The little of its matter that a message may use.
    package struct AboutMatter: Hashable, Sendable {
        package var id: MatterID
        package var number: String
        /// The station that stands by the reporter.
        package var station: StationID
        /// The petition department, once the matter is with it: then no station is concerned any more.
        package var petitionOffice: OrganID?
    }
}

extension StoredMessage {
    /// What `init(_:from:keys:)` reads, of `message g` joined as in `joins`.
    static let columns: SQL = """
        g.id, g.kind, g.person, g.address_kind, g.address_sealed, g.area, g.values_sealed, g.is_urgent, g.not_before,
        g.read_at, t.id, t.number, t.station, t.petition_office
        """
    static let columnCount = 14
    static let joins: SQL = "LEFT JOIN matter t ON t.id = g.matter"

    init(_ row: Row, from index: Int = 0, keys: KeyRing) throws {
        id = try row[index]
        guard let known = MessageKind(rawValue: try row[index + 1]) else {
            throw DatabaseError.corrupt("message \(id) is of an unknown kind")
        }
        kind = known
        area = try row[index + 5]
        isUrgent = try row[index + 7]
        notBefore = Instant(ms: try row[index + 8])
        readAt = (try row[index + 9] as Int64?).map(Instant.init(ms:))
        let sealed: [UInt8]? = try row[index + 6]
        let bound = id
        values =
            try sealed.map {
                MessageValues(text: try keys.openText($0, table: "message", column: "values_sealed", row: bound)).values
            } ?? [:]
        matter = try StoredMessage.matter(row, from: index + 10)
        recipient = try StoredMessage.recipient(row, from: index, id: id, matter: matter?.id, keys: keys)
    }

    private static func matter(_ row: Row, from index: Int) throws -> AboutMatter? {
        guard let id: MatterID = try row[index] else { return nil }
        return AboutMatter(
            id: id, number: try row[index + 1], station: try row[index + 2], petitionOffice: try row[index + 3])
    }

    private static func recipient(
        _ row: Row, from index: Int, id: Int64, matter: MatterID?, keys: KeyRing
    ) throws -> Recipient {
        if let person: PersonID = try row[index + 2] { return .person(person) }
        if let kind: Recipient.AddressKind = try row[index + 3] {
            let sealed: [UInt8]? = try row[index + 4]
            let address = try sealed.map {
                try keys.openText($0, table: "message", column: "address_sealed", row: id)
            }
            return .address(kind, Sensitive(address ?? ""))
        }
        guard let matter else { throw DatabaseError.corrupt("message \(id) is for nobody") }
        return .reporter(matter)
    }
}
