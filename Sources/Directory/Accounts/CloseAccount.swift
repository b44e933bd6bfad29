import Database
import Domain
import Record
import Secrets

/// Closes an account for good: its sessions end at once, its record stays.
package enum CloseAccount {
    /// Closing a closed account changes nothing.
    package static func run(
        _ db: Transaction, account id: AccountID, by principal: Principal, at now: Instant, ids: inout IDs,
        keys: KeyRing, atlas: Atlas
    ) throws {
        guard let account = try AccountTable.find(id, in: db) else { throw NotFound() }
        let grants = try GrantTable.inForce(of: id, on: Day(of: now), in: db)
        let grant = try AccountRights.check(
            .makeAccounts, to: id, at: grants.map(\.division), by: principal, atlas: atlas)
        guard account.status != .closed else { return }
        try AccountTable.close(id, in: db)
        try SessionTable.removeAll(of: id, except: nil, in: db)
        try DirectoryVersion.bumpReach(in: db)
        try StreamLog(keys: keys, principal: principal, under: grant, at: now).append(
            Stream(kind: .account, id: id), "closed", before: account.status.rawValue,
            after: AccountStatus.closed.rawValue, in: db, ids: &ids)
    }
}
