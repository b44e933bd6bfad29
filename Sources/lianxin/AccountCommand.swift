import App
import ArgumentParser
import Database
import Directory
import Domain
import Record

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "开设第一批管理员，或为管理员重发激活码。",
        discussion: "其余账号由系统管理员在网页上开设，或用 import accounts 导入。",
        subcommands: [AccountMake.self, AccountCode.self])
}

struct AccountMake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "开设一个管理员账号，并打印激活码。",
        discussion: "三种管理员必须由三个人分别担任：systemAdmin 系统管理员、securityAdmin 安全管理员、auditor 审计员。")

    @OptionGroup(title: "通用设置") var common: SettingsFlags

    @Option(help: "登录名：3 到 40 个小写字母、数字、点、横线或下划线") var login: String
    @Option(help: "姓名") var name: String
    @Option(help: "角色：systemAdmin、securityAdmin 或 auditor") var role: String
    @Option(help: "管辖地方的行政区划代码，不写就是全省") var area: String?

    func run() async throws {
        let administrators: [Role] = [.systemAdmin, .securityAdmin, .auditor]
        guard let role = administrators.first(where: { $0.rawValue == role }) else {
            throw Complaint("角色应为 systemAdmin、securityAdmin 或 auditor")
        }
        let code = try await common.open { app in try await make(role, in: app.installation) }
        print("\(role.chinese) \(name)，登录名 \(LoginName.normalized(login))，激活码 \(code.printed)（7 天内有效）")
    }

    private func make(_ role: Role, in installation: Installation) async throws -> ActivationCode {
        let (area, login, name) = (area, login, name)
        let leased = try await installation.ids.take()
        let now = Instant.current
        return try await installation.database.write { db in
            var ids = leased
            let keys = installation.keys
            let atlas = try installation.snapshot(in: db).atlas
            guard let division = area.map({ atlas.division(code: $0) }) ?? atlas.root else {
                throw Complaint(area.map { "没有代码是 \($0) 的地方" } ?? "还没有导入行政区划")
            }
            let person = PersonDraft(id: ids.next(), name: Sensitive(name))
            try PersonTable.insert([person.sealed(with: keys)], in: db)
            let new = try CreateAccount.run(
                db, person: person.id, login: login, by: .system, at: now, ids: &ids, keys: keys, atlas: atlas)
            let grant = NewGrant(account: new.account, role: role, place: .area(division.id), from: Day(of: now))
            try GiveGrant.run(db, grant, by: .system, at: now, ids: &ids, keys: keys, atlas: atlas)
            return new.activation
        }
    }
}

struct AccountCode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: "为一个账号重发激活码：原来的丢了，或者忘了密码。")

    @OptionGroup(title: "通用设置") var common: SettingsFlags

    @Argument(help: "登录名") var login: String

    func run() async throws {
        let login = LoginName.normalized(login)
        let code = try await common.open { app in try await renew(login, in: app.installation) }
        print("登录名 \(login)，激活码 \(code.printed)（7 天内有效）")
    }

    private func renew(_ login: String, in installation: Installation) async throws -> ActivationCode {
        let leased = try await installation.ids.take()
        let now = Instant.current
        return try await installation.database.write { db in
            var ids = leased
            guard let account = try AccountTable.find(login: login, in: db) else {
                throw Complaint("没有登录名是 \(login) 的账号")
            }
            return try RenewActivation.run(
                db, account: account.id, by: .system, at: now, ids: &ids, keys: installation.keys,
                atlas: installation.snapshot(in: db).atlas)
        }
    }
}
