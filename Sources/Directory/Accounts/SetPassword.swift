import Database
import Domain
import Record
import Secrets

/// Sets a password without a code, by its hash: for the accounts of a demonstration and the first administrators,
/// made on the server itself.
package enum SetPassword {
    /// Refused to everybody but the system.
    package static func run(
        _ db: Transaction, account id: AccountID, hash: String, by principal: Principal, at now: Instant,
        ids: inout IDs, keys: KeyRing
    ) throws {
        guard case .system = principal else {
            throw Refusal(.forbidden, code: "own-password", "密码只能由本人设置")
        }
        guard let account = try AccountTable.find(id, in: db), account.status != .closed else { throw NotFound() }
        try AccountTable.setPassword(hash, of: id, in: db)
        try StreamLog(keys: keys, principal: principal, at: now).append(
            Stream(kind: .account, id: id), "passwordSet", before: account.status.rawValue,
            after: AccountStatus.active.rawValue, in: db, ids: &ids)
    }
}
