import Administration
import Database
import Directory
import Domain
import Hummingbird
import HummingbirdTesting
import Outbox
import Record
import Schema
import Secrets
import Synchronization
import TestSupport
import Web

/// The pages of accounts over a database of their own, with one station head, 张秀英, who may sign in.
final class AccountSite: Sendable {
    static let login = "zhang.xiuying"
    static let password = "Beiguan-2026"

    let installation: Installation
    /// Holds on to the folder in which messages become files.
    private let database: TestDatabase
    private let moment = MovingClock()

    init(passwords: PasswordWork = PasswordWork()) async throws {
        database = try TestDatabase()
        let engine = try database.open()
        let moment = moment
        installation = Installation(
            database: engine, keys: .ephemeral(),
            settings: InstallationSettings(publicURL: "http://127.0.0.1:8080", passwordCost: .test),
            passwords: passwords, clock: { moment.now }, pause: { _ in })
        _ = try await Migrator(Schema.migrations).run(on: engine)
        try await engine.write(Self.furnish)
        try await settle()
    }

    func pass(minutes: Int64) { moment.pass(seconds: minutes * 60) }

    /// One visitor's browser, before the whole application.
    func visit(_ body: @escaping @Sendable (inout Visitor) async throws -> Void) async throws {
        let keys = installation.keys
        let signatures = Signatures(
            sign: { keys.sign($0, purpose: $1) }, verify: { keys.verify($1, of: $0, purpose: $2) })
        let site = Site(
            human: Site.HumanLine(telephone: "0354-0000000", hours: "周一至周五 8:00 至 18:00"),
            assets: try Assets.load(), signatures: signatures)
        let feature = AdministrationFeature(installation, channels: .files(in: database.folder.path + "/outbox"))
        let router = Router.site(site, sessions: feature.sessions)
        feature.routes(on: router)
        try await Application(responder: SiteResponder(site: site, router: router)).test(.router) { client in
            var visitor = Visitor(client)
            try await body(&visitor)
        }
    }

    /// A new code for 张秀英, as the system administrator would hand it over.
    func activationCode() async throws -> String {
        let leased = try await installation.ids.take()
        let installation = installation
        let now = installation.now()
        return try await installation.database.write { db in
            var ids = leased
            guard let account = try AccountTable.find(login: Self.login, in: db) else { throw NotFound() }
            return try RenewActivation.run(
                db, account: account.id, by: .system, at: now, ids: &ids, keys: installation.keys,
                atlas: installation.snapshot(in: db).atlas
            ).printed
        }
    }

    private static let furnish: @Sendable (Transaction) throws -> Void = { db in
        try DivisionTable.insert(
            [Division(id: 1, parent: nil, level: .province, kind: .province, name: "山西省", fullName: "山西省")],
            in: db)
        try OrganTable.insert([Organ(id: 11, division: 1, kind: .deputiesCommittee, name: "代表工作委员会")], in: db)
        try StationTable.insert(
            [Station(id: 21, code: "zong", division: 1, organ: 11, level: .province, name: "省总站")], in: db)
    }

    private func settle() async throws {
        let leased = try await installation.ids.take()
        let hash = try Password.hash(Self.password, cost: .test)
        let installation = installation
        let now = installation.now()
        try await installation.database.write { db in
            var ids = leased
            let atlas = try installation.snapshot(in: db).atlas
            let keys = installation.keys
            let person = PersonDraft(id: ids.next(), name: Sensitive("张秀英"))
            try PersonTable.insert([person.sealed(with: keys)], in: db)
            let account = try CreateAccount.run(
                db, person: person.id, login: Self.login, by: .system, at: now, ids: &ids, keys: keys, atlas: atlas
            ).account
            try SetPassword.run(db, account: account, hash: hash, by: .system, at: now, ids: &ids, keys: keys)
            let grant = NewGrant(account: account, role: .stationHead, place: .station(21), from: Day(2026, 1, 1))
            try GiveGrant.run(db, grant, by: .system, at: now, ids: &ids, keys: keys, atlas: atlas)
        }
    }
}

/// A clock that stands until it is moved.
private final class MovingClock: Sendable {
    private let moment = Mutex(Day(2026, 5, 25).start.adding(seconds: 9 * 3600))

    var now: Instant { moment.withLock { $0 } }

    func pass(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}
