import Database
import Domain
import Record
import Secrets

/// A new account and the code its owner starts with. The code is shown once and stored as a digest.
package struct NewAccount: Sendable {
    package var account: AccountID
    package var activation: ActivationCode
}

/// Makes an account for a person; without roles it may do nothing yet.
package enum CreateAccount {
    /// Makes the account; its password comes by the returned activation code.
    package static func run(
        _ db: Transaction, person: PersonID, login typed: String, by principal: Principal, at now: Instant,
        ids: inout IDs, keys: KeyRing, atlas: Atlas
    ) throws -> NewAccount {
        let grant = try AccountRights.check(.makeAccounts, to: nil, at: [], by: principal, atlas: atlas)
        let login = try LoginName.checked(typed)
        guard try AccountTable.find(login: login, in: db) == nil else {
            throw FormErrors("login", "这个登录名已经有人用了，请换一个")
        }
        let account = Account(id: ids.next(), person: person, login: login, status: .pending, failures: 0)
        let code = ActivationCode.draw(from: &ids)
        let envelope = code.envelope(login: login, madeAt: now, keys: keys)
        try AccountTable.insert(account, activation: envelope, in: db)
        try StreamLog(keys: keys, principal: principal, under: grant, at: now).append(
            Stream(kind: .account, id: account.id), "created", [Fact("person", person)],
            after: AccountStatus.pending.rawValue, in: db, ids: &ids)
        return NewAccount(account: account.id, activation: code)
    }
}
