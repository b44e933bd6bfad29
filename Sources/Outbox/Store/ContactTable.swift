import Database
import Domain
import Secrets

/// Mailboxes and the like that people have proved theirs.
enum ContactTable {
    enum Kind: String, CaseIterable, Sendable, SQLConvertible, SQLDecodable {
        case email, wechat

        /// What an envelope is bound to beside the person.
        var column: StaticString {
            switch self {
            case .email: "email"
            case .wechat: "wechat"
            }
        }
    }

    static func kinds(of person: PersonID, in db: Transaction) throws -> [Kind] {
        try db.rows("SELECT kind FROM contact WHERE person = \(person) ORDER BY kind").map { try $0[0] }
    }

    static func address(
        of person: PersonID, kind: Kind, in db: Transaction, keys: KeyRing
    ) throws -> Sensitive<String>? {
        let sealed: [UInt8]? = try db.value(
            "SELECT address_sealed FROM contact WHERE person = \(person) AND kind = \(kind)")
        return try sealed.map {
            Sensitive(try keys.openText($0, table: "contact", column: kind.column, row: person))
        }
    }

    static func set(
        _ address: Sensitive<String>, of person: PersonID, kind: Kind, at now: Instant, in db: Transaction,
        keys: KeyRing
    ) throws {
        let sealed = keys.seal(address.opened, table: "contact", column: kind.column, row: person)
        try db.run(
            """
            INSERT INTO contact (person, kind, address_sealed, proved_at)
            VALUES (\(person), \(kind), \(sealed), \(now.ms))
            ON CONFLICT (person, kind) DO UPDATE
            SET address_sealed = excluded.address_sealed, proved_at = excluded.proved_at
            """)
    }

    static func remove(_ kind: Kind, of person: PersonID, in db: Transaction) throws {
        try db.run("DELETE FROM contact WHERE person = \(person) AND kind = \(kind)")
    }
}
