import Database
import Domain
import Record
import Secrets

/// Accounts with their roles: found again by login. No passwords come in; each new account gets a one-time code.
struct AccountImport {
    private struct Known {
        var account: AccountID
        var person: PersonID
        var isClosed: Bool
    }

    private struct Held: Hashable {
        var role: Role
        var place: GrantPlace
    }

    private struct NewLogin: Sendable {
        var login: String
        var name: Sensitive<String>
        var person: PersonID
    }

    private struct NewRole: Sendable {
        var login: String
        var role: Role
        var place: GrantPlace
        var from: Day
        var to: Day?
    }

    private let atlas: Atlas
    private let keys: KeyRing
    private let today: Day
    private var people: KnownPeople
    private var accounts: [String: Known] = [:]
    private var held: [String: Set<Held>] = [:]
    private let organs: [String: [Organ]]
    private var plan = ImportPlan()
    private var logins: [String: NewLogin] = [:]
    private var newLogins: [NewLogin] = []
    private var roles: [NewRole] = []

    static func plan(
        _ sheet: ImportSheet<AccountColumn>, _ ground: ImportGround, in db: Transaction, ids: inout IDs
    ) throws -> ImportPlan {
        var work = try AccountImport(ground, in: db)
        work.plan.rows = sheet.rows.count
        work.plan.faults = sheet.faults
        for row in sheet.rows { work.read(row, ids: &ids) }
        let (logins, roles, known) = (work.newLogins, work.roles, work.accounts.mapValues(\.account))
        work.plan.write = { db, ids in
            try write(logins, roles, known, ground, in: db, ids: &ids)
        }
        return work.plan
    }

    private init(_ ground: ImportGround, in db: Transaction) throws {
        atlas = ground.atlas
        today = Day(of: ground.now)
        keys = ground.keys
        people = try KnownPeople(in: db)
        organs = Dictionary(grouping: atlas.places.organs.values, by: \.name)
        try db.each("SELECT login, id, person, status FROM account") {
            let status: AccountStatus = try $0.code(3)
            accounts[try $0[0]] = Known(account: try $0[1], person: try $0[2], isClosed: status == .closed)
        }
        let current = try db.rows(
            """
            SELECT \(GrantTable.columns), a.login FROM role_grant g \(GrantTable.places)
            JOIN account a ON a.id = g.account WHERE g.to_day IS NULL OR g.to_day >= \(today.number)
            """)
        for row in current {
            guard let grant = try GrantTable.grant(row, from: 0) else { continue }
            held[try row[6], default: []].insert(Held(role: grant.role, place: grant.place))
        }
    }

    private mutating func read(_ row: ImportRow<AccountColumn>, ids: inout IDs) {
        var reader = RowReader(row)
        let login = readLogin(&reader)
        let name = reader.text(.name, limit: 40)
        let phone = reader.mobile(.phone)
        let role = reader.choice(.role, of: Role.allCases, by: \.chinese)
        let place = findPlace(&reader)
        let (from, to) = (reader.day(.from), reader.day(.to))
        if let role, let place, !role.fits(place, atlas: atlas) {
            reader.fault(.role, "“\(role.chinese)”不能授予在“\(place.chinese(in: atlas))”")
        }
        if let to, to < from ?? today { reader.fault(.to, "任职结束不能早于任职开始") }
        if accounts[login]?.isClosed == true { reader.fault(.login, "账号“\(login)”已经注销，请换一个登录名") }
        let sameName = logins[login].map { $0.name.opened == name } ?? isSameName(login, name)
        if !sameName { reader.fault(.login, "登录名“\(login)”已经属于另一个人") }
        guard reader.faults.isEmpty, let role, let place else {
            plan.faults += reader.faults
            return
        }
        let isNew = settle(login, name: name, phone: phone, ids: &ids)
        let hasRole = add(NewRole(login: login, role: role, place: place, from: from ?? today, to: to), &reader)
        plan.faults += reader.faults
        plan.count(isNew ? .added : hasRole ? .unchanged : .changed)
    }

    /// Whether a login had to be made.
    private mutating func settle(
        _ login: String, name: String, phone: Sensitive<String>?, ids: inout IDs
    ) -> Bool {
        guard accounts[login] == nil, logins[login] == nil else { return false }
        let trace = PersonTrace(name: Sensitive(name), phone: phone, keys: keys)
        let same = people.find(trace)
        let person = same ?? ids.next()
        if same == nil {
            var draft = PersonDraft(id: person, name: Sensitive(name), phone: phone)
            draft.trace = trace
            plan.newPeople.append(draft)
            people.add(person, trace)
        }
        let new = NewLogin(login: login, name: Sensitive(name), person: person)
        logins[login] = new
        newLogins.append(new)
        return true
    }

    /// Whether the account has the role already, in the directory or by an earlier row.
    private mutating func add(_ new: NewRole, _ reader: inout RowReader<AccountColumn>) -> Bool {
        let others = held[new.login] ?? []
        guard held[new.login, default: []].insert(Held(role: new.role, place: new.place)).inserted else { return true }
        let three = AccountRights.administrators
        if three.contains(new.role), others.contains(where: { three.contains($0.role) && $0.role != new.role }) {
            reader.fault(.role, "系统管理员、安全管理员和审计员必须由三个人分别担任")
        }
        roles.append(new)
        return false
    }

    private static func write(
        _ logins: [NewLogin], _ roles: [NewRole], _ known: [String: AccountID], _ ground: ImportGround,
        in db: Transaction, ids: inout IDs
    ) throws -> [ActivationSlip] {
        var accounts = known
        var slips: [ActivationSlip] = []
        for new in logins {
            let made = try CreateAccount.run(
                db, person: new.person, login: new.login, by: ground.principal, at: ground.now, ids: &ids,
                keys: ground.keys, atlas: ground.atlas)
            accounts[new.login] = made.account
            slips.append(ActivationSlip(login: new.login, name: new.name, code: made.activation))
        }
        for new in roles {
            guard let account = accounts[new.login] else { throw NotFound() }
            try GiveGrant.run(
                db, NewGrant(account: account, role: new.role, place: new.place, from: new.from, to: new.to),
                by: ground.principal, at: ground.now, ids: &ids, keys: ground.keys, atlas: ground.atlas)
        }
        return slips
    }
}

extension AccountImport {
    private func readLogin(_ reader: inout RowReader<AccountColumn>) -> String {
        do throws(FormErrors) {
            return try LoginName.checked(reader.row[.login])
        } catch {
            reader.fault(.login, error.fields.first?.message ?? "登录名有误")
            return ""
        }
    }

    private func isSameName(_ login: String, _ name: String) -> Bool {
        let trace = PersonTrace(name: Sensitive(name), phone: nil, keys: keys)
        return accounts[login].map { people.isUnchanged($0.person, trace) } ?? true
    }

    private func findPlace(_ reader: inout RowReader<AccountColumn>) -> GrantPlace? {
        let filled = [AccountColumn.organ, .station, .area].filter { !reader.row[$0].isEmpty }
        guard filled.count == 1, let column = filled.first else {
            reader.fault(.organ, "机构名称、站点编码、区划代码应当填写且只填一项")
            return nil
        }
        let text = reader.row[column]
        switch column {
        case .station:
            if let station = atlas.station(code: text.uppercased()) { return .station(station.id) }
            reader.fault(column, "没有编码为“\(text)”的联络站")
        case .area:
            return reader.area(column, in: atlas).map { .area($0.id) }
        case .organ:
            let found = organs[text] ?? []
            if found.count == 1 { return .organ(found[0].id) }
            reader.fault(column, found.isEmpty ? "没有名为“\(text)”的机构" : "有多个名为“\(text)”的机构，请写全称")
        case .login, .name, .phone, .role, .from, .to:
            break
        }
        return nil
    }
}
