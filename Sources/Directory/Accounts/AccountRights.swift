import Domain

/// 三员分立 (GB/T 22239-2019): one makes accounts, another gives roles, a third reads what both did. Each within
/// the subtree of the own area, and nobody for oneself.
package enum AccountRights {
    /// What the administrators do with accounts.
    package enum Act: Sendable {
        case makeAccounts, giveRoles, read
    }

    /// Whether this principal does this at all, somewhere.
    package static func may(_ act: Act, _ principal: Principal) -> Bool {
        switch principal {
        case .system: true
        case .reporter: false
        case .account(let signed): signed.grants.contains { roles(for: act).contains($0.role) }
        }
    }

    /// Refuses unless this principal may do this to an account at all the given places; answers with the grant under
    /// which it is done, which the record names.
    @discardableResult
    static func check(
        _ act: Act, to account: AccountID?, at divisions: [DivisionID], by principal: Principal, atlas: Atlas
    ) throws -> Grant? {
        switch principal {
        case .system: return nil
        case .reporter: throw notYours(act)
        case .account(let signed):
            let own = signed.grants.filter { roles(for: act).contains($0.role) }
            guard let first = own.first else { throw notYours(act) }
            guard signed.account != account else {
                throw Refusal(.forbidden, code: "own-account", "不能为自己办理，请找另一位管理员")
            }
            // What lies outside one's area does not exist for one.
            let grant = own.first { grant in divisions.allSatisfy { atlas.isWithin($0, grant.division) } }
            guard let grant = divisions.isEmpty ? first : grant else { throw NotFound() }
            return grant
        }
    }

    /// The three are three persons: no account holds two of these roles.
    static let administrators: Set<Role> = [.systemAdmin, .securityAdmin, .auditor]

    private static func roles(for act: Act) -> Set<Role> {
        switch act {
        case .makeAccounts: [.systemAdmin]
        case .giveRoles: [.securityAdmin]
        case .read: [.systemAdmin, .securityAdmin, .auditor]
        }
    }

    private static func notYours(_ act: Act) -> Refusal {
        switch act {
        case .makeAccounts: Refusal(.forbidden, code: "not-system-admin", "账号由系统管理员办理")
        case .giveRoles: Refusal(.forbidden, code: "not-security-admin", "角色由安全管理员授予和收回")
        case .read: Refusal(.forbidden, code: "not-administrator", "只有管理员和审计员可以查看账号")
        }
    }
}
