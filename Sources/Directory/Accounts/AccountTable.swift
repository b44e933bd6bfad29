import Database
import Domain

/// The rows of accounts.
package enum AccountTable {
    /// What signing in and activating need beside the account itself.
    struct Credentials: Sendable {
        var account: Account
        var passwordHash: String?
        var activation: [UInt8]?
    }

    /// The account, or nil.
    package static func find(_ id: AccountID, in db: Transaction) throws -> Account? {
        try credentials(where: "id = \(id)", in: db)?.account
    }

    /// The account with this login (`LoginName.normalized`), or nil.
    package static func find(login: String, in db: Transaction) throws -> Account? {
        try credentials(login: login, in: db)?.account
    }

    static func credentials(login: String, in db: Transaction) throws -> Credentials? {
        try credentials(where: "login = \(login)", in: db)
    }

    static func credentials(_ id: AccountID, in db: Transaction) throws -> Credentials? {
        try credentials(where: "id = \(id)", in: db)
    }

    static func insert(_ account: Account, activation: [UInt8], in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO account (id, person, login, password_hash, activation_digest, status, failed,
              locked_until, last_sign_in)
            VALUES (\(account.id), \(account.person), \(account.login), NULL, \(activation),
              \(account.status.rawValue), 0, NULL, NULL)
            """)
    }

    /// Inserts many accounts at once, all with one password: for a demonstration, which notes no event for each.
    package static func insert(_ accounts: [Account], passwordHash: String, in db: Transaction) throws {
        try Bulk.insert(
            accounts,
            """
            INSERT INTO account (id, person, login, password_hash, activation_digest, status, failed,
              locked_until, last_sign_in) VALUES
            """, in: db
        ) {
            [
                $0.id.sqlValue, $0.person.sqlValue, $0.login.sqlValue, passwordHash.sqlValue, .null,
                $0.status.rawValue.sqlValue, $0.failures.sqlValue, ($0.lockedUntil?.ms).sqlValue,
                ($0.lastSignIn?.ms).sqlValue,
            ]
        }
        try DirectoryVersion.bumpReach(in: db)
    }

    static func setActivation(_ activation: [UInt8]?, of id: AccountID, in db: Transaction) throws {
        try db.run("UPDATE account SET activation_digest = \(activation) WHERE id = \(id)")
    }

    /// A new password opens a lock and uses up the activation code.
    static func setPassword(_ hash: String, of id: AccountID, in db: Transaction) throws {
        try db.run(
            """
            UPDATE account SET password_hash = \(hash), activation_digest = NULL,
              status = \(AccountStatus.active.rawValue), failed = 0, locked_until = NULL
            WHERE id = \(id)
            """)
    }

    static func setFailures(_ failures: Int, lockedUntil: Instant?, of id: AccountID, in db: Transaction) throws {
        try db.run(
            "UPDATE account SET failed = \(failures), locked_until = \(lockedUntil?.ms) WHERE id = \(id)")
    }

    static func setSignedIn(at now: Instant, of id: AccountID, in db: Transaction) throws {
        try db.run(
            "UPDATE account SET failed = 0, locked_until = NULL, last_sign_in = \(now.ms) WHERE id = \(id)")
    }

    static func close(_ id: AccountID, in db: Transaction) throws {
        try db.run(
            """
            UPDATE account SET status = \(AccountStatus.closed.rawValue), password_hash = NULL,
              activation_digest = NULL
            WHERE id = \(id)
            """)
    }

    private static func credentials(where condition: SQL, in db: Transaction) throws -> Credentials? {
        let row = try db.row(
            """
            SELECT id, person, login, status, failed, locked_until, last_sign_in, password_hash, activation_digest
            FROM account WHERE \(condition)
            """)
        guard let row else { return nil }
        let lockedUntil: Int64? = try row[5]
        let lastSignIn: Int64? = try row[6]
        let account = Account(
            id: try row[0], person: try row[1], login: try row[2], status: try row.code(3), failures: try row[4],
            lockedUntil: lockedUntil.map(Instant.init(ms:)), lastSignIn: lastSignIn.map(Instant.init(ms:)))
        return Credentials(account: account, passwordHash: try row[7], activation: try row[8])
    }
}
