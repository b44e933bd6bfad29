import Database
import Domain
import Outbox
import Secrets

/// A message that was put, as its row has it.
package struct SentMessage: Hashable, Sendable {
    package var id: Int64
    package var key: String
    package var kind: MessageKind
    package var recipient: Recipient
    package var matter: MatterID?
    package var area: DivisionID
    package var values: [String: String]
    package var isUrgent: Bool
    package var notBefore: Instant
}

/// Every message that was put so far, oldest first: what tests of other parts ask, without any of it having left.
package struct SentMessages: Sendable {
    package let all: [SentMessage]

    /// Reads them, their values opened.
    package init(of province: TestProvince) async throws {
        let keys = province.installation.keys
        all = try await province.installation.database.read { db in
            try db.rows(
                """
                SELECT id, key, kind, recipient, matter, person, address_kind, address_sealed, area, values_sealed,
                  is_urgent, not_before
                FROM message ORDER BY created_at, id
                """
            ).map { try SentMessage($0, keys: keys) }
        }
    }

    /// Those of one kind.
    package func of(_ kind: MessageKind) -> [SentMessage] { all.filter { $0.kind == kind } }

    /// Those to one recipient.
    package func to(_ recipient: Recipient) -> [SentMessage] { all.filter { $0.recipient == recipient } }

    /// Those to one person of the staff.
    package func to(_ person: TestPerson) -> [SentMessage] { to(.person(person.person)) }

    /// Those about one matter.
    package func about(_ matter: MatterID) -> [SentMessage] { all.filter { $0.matter == matter } }
}

extension SentMessage {
    fileprivate init(_ row: Row, keys: KeyRing) throws {
        let own: Int64 = try row[0]
        guard let known = MessageKind(rawValue: try row[2]) else { throw DatabaseError.corrupt("unknown kind") }
        id = own
        key = try row[1]
        kind = known
        recipient = try SentMessage.recipient(row, id: own, keys: keys)
        matter = try row[4]
        area = try row[8]
        values = try SentMessage.values(try row[9], id: own, keys: keys)
        isUrgent = try row[10]
        notBefore = Instant(ms: try row[11])
    }

    /// None once they are forgotten.
    private static func values(_ sealed: [UInt8]?, id: Int64, keys: KeyRing) throws -> [String: String] {
        guard let sealed else { return [:] }
        return MessageValues(
            text: try keys.openText(sealed, table: "message", column: "values_sealed", row: id)
        ).values
    }

    private static func recipient(_ row: Row, id: Int64, keys: KeyRing) throws -> Recipient {
        if let person: PersonID = try row[5] { return .person(person) }
        guard let raw: String = try row[6], let kind = Recipient.AddressKind(rawValue: raw) else {
            return .reporter(try row[4])
        }
        let sealed: [UInt8]? = try row[7]
        let address = try sealed.map {
            try keys.openText($0, table: "message", column: "address_sealed", row: id)
        }
        return .address(kind, Sensitive(address ?? ""))
    }
}
