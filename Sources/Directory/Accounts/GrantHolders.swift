import Database
import Domain
import Secrets

/// Who holds a role at a place, to be told something.
package enum GrantHolders {
    /// A person under one grant.
    package struct Holder: Hashable, Sendable {
        package var grant: GrantID
        package var person: PersonID
        /// Has proved that a telephone is hers.
        package var hasTelephone: Bool
    }

    /// More people of one organ need not be told of one matter.
    private static let most = 8

    /// The people of a handling organ.
    package static func handlers(of organ: OrganID, on day: Day, in db: Transaction) throws -> [Holder] {
        try holders("g.organ = \(organ) AND g.role = \(Role.handler.rawValue)", on: day, in: db)
    }

    /// A deputy, under the first of her grants at a station.
    package static func deputy(_ person: PersonID, on day: Day, in db: Transaction) throws -> Holder? {
        // The accounts first: joined, a server would weigh reading all grants there are.
        let accounts: [AccountID] = try db.rows("SELECT id FROM account WHERE person = \(person)").map { try $0[0] }
        return try holders("g.account IN \(list: accounts) AND g.role = \(Role.deputy.rawValue)", on: day, in: db).first
    }

    private static func holders(_ which: SQL, on day: Day, in db: Transaction) throws -> [Holder] {
        let found = try db.rows(
            """
            SELECT g.id, a.person, p.phone_verified_at FROM role_grant g
            JOIN account a ON a.id = g.account JOIN person p ON p.id = a.person
            WHERE \(which) AND \(GrantTable.holds(on: day)) AND a.status <> \(AccountStatus.closed.rawValue)
            """
        ).map { row in
            let verified: Int64? = try row[2]
            return Holder(grant: try row[0], person: try row[1], hasTelephone: verified != nil)
        }
        return Array(found.sorted { $0.grant < $1.grant }.prefix(most))
    }
}

extension SignedQuery {
    /// A person under one grant of hers and no other: who acts from a message. Nil when the grant does not hold on the
    /// day or the account is closed.
    package static func find(
        _ person: PersonID, under grant: GrantID, on day: Day, in db: Transaction, keys: KeyRing
    ) throws -> Principal.Signed? {
        let row = try db.row(
            """
            SELECT \(GrantTable.columns), a.id, p.name_sealed FROM role_grant g \(GrantTable.places)
            JOIN account a ON a.id = g.account JOIN person p ON p.id = a.person
            WHERE g.id = \(grant) AND a.person = \(person) AND \(GrantTable.holds(on: day))
              AND a.status <> \(AccountStatus.closed.rawValue)
            """)
        guard let row, let held = try GrantTable.grant(row, from: 0) else { return nil }
        return Principal.Signed(
            account: try row[6], person: person,
            name: try keys.openText(try row[7], table: "person", column: "name_sealed", row: person), grants: [held])
    }
}
