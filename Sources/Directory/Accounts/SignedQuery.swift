import Database
import Domain
import Secrets

/// An account as the rules see it: its person's name and the grants that hold on a day.
package enum SignedQuery {
    /// The account under its grants; nil when there is none or it is closed.
    package static func find(
        _ id: AccountID, on day: Day, in db: Transaction, keys: KeyRing
    ) throws -> Principal.Signed? {
        guard let account = try AccountTable.find(id, in: db), account.status != .closed else { return nil }
        return try signed(account, on: day, in: db, keys: keys)
    }

    static func signed(
        _ account: Account, on day: Day, in db: Transaction, keys: KeyRing
    ) throws -> Principal.Signed {
        Principal.Signed(
            account: account.id, person: account.person,
            name: try PersonTable.name(of: account.person, keys: keys, in: db).opened,
            grants: try GrantTable.inForce(of: account.id, on: day, in: db))
    }
}
