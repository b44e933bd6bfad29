import Database
import Domain
import Record
import Secrets

/// Hands out a new activation code: the first was lost, or the password forgotten. The old password holds until
/// the new one is set.
package enum RenewActivation {
    /// Returns the code, shown once.
    package static func run(
        _ db: Transaction, account id: AccountID, by principal: Principal, at now: Instant, ids: inout IDs,
        keys: KeyRing, atlas: Atlas
    ) throws -> ActivationCode {
        guard let account = try AccountTable.find(id, in: db), account.status != .closed else { throw NotFound() }
        let grant = try checkOwner(account, by: principal, on: Day(of: now), atlas: atlas, in: db)
        let code = ActivationCode.draw(from: &ids)
        let envelope = code.envelope(login: account.login, madeAt: now, keys: keys)
        try AccountTable.setActivation(envelope, of: id, in: db)
        try StreamLog(keys: keys, principal: principal, under: grant, at: now).append(
            Stream(kind: .account, id: id), "activationRenewed", in: db, ids: &ids)
        return code
    }

    /// Who hands out the code could use it. For one of the three administrators that would undo their separation,
    /// so theirs come from the server's command line, where it takes two to be present.
    private static func checkOwner(
        _ account: Account, by principal: Principal, on day: Day, atlas: Atlas, in db: Transaction
    ) throws -> Grant? {
        let grants = try GrantTable.inForce(of: account.id, on: day, in: db)
        let grant = try AccountRights.check(
            .makeAccounts, to: account.id, at: grants.map(\.division), by: principal, atlas: atlas)
        if principal.signed != nil, grants.contains(where: { AccountRights.administrators.contains($0.role) }) {
            throw Refusal(.forbidden, code: "administrator-account", "管理员和审计员的激活码只能在服务器上重发")
        }
        return grant
    }
}
