import Database
import Domain
import Record
import Secrets

/// A role to be given: who becomes what, where and from when.
package struct NewGrant: Hashable, Sendable {
    package var account: AccountID
    package var role: Role
    package var place: GrantPlace
    package var from: Day
    package var to: Day?

    package init(account: AccountID, role: Role, place: GrantPlace, from: Day, to: Day? = nil) {
        self.account = account
        self.role = role
        self.place = place
        self.from = from
        self.to = to
    }
}

/// Gives a role (授权): by the security administrator of an area above the place, never to oneself.
package enum GiveGrant {
    /// Returns the id under which later acts name the grant.
    @discardableResult
    package static func run(
        _ db: Transaction, _ new: NewGrant, by principal: Principal, at now: Instant, ids: inout IDs,
        keys: KeyRing, atlas: Atlas
    ) throws -> GrantID {
        guard let division = new.place.division(in: atlas) else { throw NotFound() }
        let own = try AccountRights.check(.giveRoles, to: new.account, at: [division], by: principal, atlas: atlas)
        guard let account = try AccountTable.find(new.account, in: db) else { throw NotFound() }
        guard account.status != .closed else {
            throw Refusal(.conflict, code: "account-closed", "这个账号已经注销，不能再授予角色")
        }
        try check(new, atlas: atlas)
        let all = try GrantTable.all(of: new.account, in: db)
        try checkSeparation(new, beside: all)

        let grant = Grant(id: ids.next(), role: new.role, place: new.place, division: division)
        let dated = GrantTable.Dated(grant: grant, account: new.account, from: new.from, to: new.to)
        try GrantTable.insert(dated, givenBy: principal.signed?.account, in: db)
        try StreamLog(keys: keys, principal: principal, under: own, at: now).append(
            Stream(kind: .account, id: new.account), "grantGiven", facts(of: dated), in: db, ids: &ids)
        return grant.id
    }

    private static func check(_ new: NewGrant, atlas: Atlas) throws {
        guard new.role.fits(new.place, atlas: atlas) else {
            throw FormErrors("role", "“\(new.role.chinese)”不能授予在这个单位，请重新选择角色或单位")
        }
        if let to = new.to, to < new.from {
            throw FormErrors("to", "结束日期不能早于开始日期")
        }
    }

    private static func checkSeparation(_ new: NewGrant, beside all: [GrantTable.Dated]) throws {
        let alongside = all.filter { $0.overlaps(from: new.from, to: new.to) }.map(\.grant)
        guard !alongside.contains(where: { $0.role == new.role && $0.place == new.place }) else {
            throw Refusal(.conflict, code: "grant-exists", "这个账号在同一时间已经有这个角色")
        }
        guard AccountRights.administrators.contains(new.role) else { return }
        let others = AccountRights.administrators.subtracting([new.role])
        guard !alongside.contains(where: { others.contains($0.role) }) else {
            throw Refusal(.conflict, code: "three-administrators", "系统管理员、安全管理员和审计员必须由三个人分别担任")
        }
    }

    private static func facts(of dated: GrantTable.Dated) -> [Fact] {
        let place =
            switch dated.grant.place {
            case .organ(let id): Fact("organ", id)
            case .station(let id): Fact("station", id)
            case .area(let id): Fact("area", id)
            }
        var facts = [
            Fact("grant", dated.grant.id), Fact("role", code: dated.grant.role.rawValue), place,
            Fact("from", Int64(dated.from.number)),
        ]
        if let to = dated.to { facts.append(Fact("to", Int64(to.number))) }
        return facts
    }
}

extension GrantTable.Dated {
    fileprivate func overlaps(from: Day, to: Day?) -> Bool {
        let startsBeforeTheOtherEnds = to.map { self.from <= $0 } ?? true
        let endsAfterTheOtherStarts = self.to.map { from <= $0 } ?? true
        return startsBeforeTheOtherEnds && endsAfterTheOtherStarts
    }
}
