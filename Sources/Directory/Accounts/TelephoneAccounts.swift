import Database
import Domain

/// The accounts that open by a code to a telephone: of clerks, deputies and liaison officers who have proved that it is
/// theirs. Never of the three administrators: whoever has a telephone in the hand must not have their powers.
enum TelephoneAccounts {
    struct Found: Sendable {
        var account: Account
        var grants: [Grant]
    }

    private static let opening: Set<Role> = [.stationClerk, .deputy, .liaisonOfficer]

    static func all(of phone: [UInt8], on day: Day, in db: Transaction) throws -> [Found] {
        let rows = try db.rows(
            """
            SELECT \(GrantTable.columns), a.id, a.person, a.login, a.failed, a.locked_until, a.last_sign_in
            FROM person p JOIN account a ON a.person = p.id JOIN role_grant g ON g.account = a.id \(GrantTable.places)
            WHERE p.phone_index = \(phone) AND p.phone_verified_at IS NOT NULL
              AND a.status = \(AccountStatus.active.rawValue) AND \(GrantTable.holds(on: day))
            ORDER BY a.id, g.id
            """)
        var found: [Found] = []
        for row in rows {
            guard let grant = try GrantTable.grant(row, from: 0) else { continue }
            let id: AccountID = try row[6]
            if found.last?.account.id != id { found.append(Found(account: try account(row, id), grants: [])) }
            found[found.count - 1].grants.append(grant)
        }
        return found.filter { one in
            one.grants.contains { opening.contains($0.role) }
                && !one.grants.contains { AccountRights.administrators.contains($0.role) }
        }
    }

    private static func account(_ row: Row, _ id: AccountID) throws -> Account {
        let locked: Int64? = try row[10]
        let last: Int64? = try row[11]
        return Account(
            id: id, person: try row[7], login: try row[8], status: .active, failures: try row[9],
            lockedUntil: locked.map(Instant.init(ms:)), lastSignIn: last.map(Instant.init(ms:)))
    }
}
