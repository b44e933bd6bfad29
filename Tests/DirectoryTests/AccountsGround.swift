import Database
import Domain
import Record
import Schema
import Secrets
import TestSupport

@testable import Directory

/// A small province with an office, a station and people in it, in a database of its own.
final class AccountsGround: Sendable {
    static let shanxi: DivisionID = 1
    static let jinzhong: DivisionID = 2
    static let yuci: DivisionID = 3
    static let beiguan: DivisionID = 4
    static let taigu: DivisionID = 5
    static let committee: OrganID = 11
    static let station: StationID = 21
    static let password = "Beiguan-2026"

    let installation: Installation
    let clock = AccountsClock()

    init(passwords: PasswordWork = PasswordWork()) async throws {
        let engine = try TestDatabase().open()
        let clock = clock
        installation = Installation(
            database: engine, keys: .ephemeral(),
            settings: InstallationSettings(publicURL: "http://127.0.0.1:8080", passwordCost: .test),
            passwords: passwords, clock: { clock.now }, pause: { clock.wait($0) })
        _ = try await Migrator(Schema.migrations).run(on: engine)
        try await engine.write(Self.furnish)
    }

    var today: Day { Day(of: clock.now) }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction, inout IDs, Snapshot) throws -> T
    ) async throws -> T {
        let leased = try await installation.ids.take()
        let installation = installation
        return try await installation.database.write { db in
            var ids = leased
            return try body(db, &ids, installation.snapshot(in: db))
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await installation.database.read(body)
    }

    private static let furnish: @Sendable (Transaction) throws -> Void = { db in
        func place(_ id: DivisionID, _ parent: DivisionID?, _ kind: DivisionKind, _ name: String) -> Division {
            Division(id: id, parent: parent, level: kind.level, kind: kind, name: name, fullName: name)
        }
        try DivisionTable.insert(
            [
                place(shanxi, nil, .province, "山西省"), place(jinzhong, shanxi, .city, "晋中市"),
                place(yuci, jinzhong, .district, "榆次区"), place(taigu, jinzhong, .district, "太谷区"),
                place(beiguan, yuci, .subdistrict, "北关街道"),
            ], in: db)
        try OrganTable.insert(
            [Organ(id: committee, division: beiguan, kind: .streetCommittee, name: "北关街道人大工委")], in: db)
        try StationTable.insert(
            [
                Station(
                    id: station, code: "beiguan", division: beiguan, organ: committee, level: .township,
                    name: "北关街道代表联络站")
            ], in: db)
    }
}

extension AccountsGround {
    /// A person with an account that has a password, and these roles since the beginning of the year.
    @discardableResult
    func account(_ login: String, _ name: String, _ grants: [(Role, GrantPlace)] = []) async throws -> AccountID {
        let hash = try Password.hash(Self.password, cost: .test)
        let keys = installation.keys
        let now = clock.now
        return try await write { db, ids, snapshot in
            let person = PersonDraft(id: ids.next(), name: Sensitive(name))
            try PersonTable.insert([person.sealed(with: keys)], in: db)
            let new = try CreateAccount.run(
                db, person: person.id, login: login, by: .system, at: now, ids: &ids, keys: keys,
                atlas: snapshot.atlas)
            try SetPassword.run(
                db, account: new.account, hash: hash, by: .system, at: now, ids: &ids, keys: keys)
            for (role, place) in grants {
                let grant = NewGrant(account: new.account, role: role, place: place, from: Day(2026, 1, 1))
                try GiveGrant.run(
                    db, grant, by: .system, at: now, ids: &ids, keys: keys, atlas: snapshot.atlas)
            }
            return new.account
        }
    }

    func principal(_ account: AccountID) async throws -> Principal {
        let keys = installation.keys
        let today = today
        let signed = try await read { db in try SignedQuery.find(account, on: today, in: db, keys: keys) }
        guard let signed else { throw NotFound() }
        return .account(signed)
    }

    func signIn(
        _ login: String, _ password: String = AccountsGround.password, from address: String? = nil
    ) async throws -> SignInOutcome {
        try await SignIn.run(
            SignInForm(login: login, password: password, browser: "test", address: address), in: installation)
    }

    /// Names of the events of an account, oldest first.
    func events(of account: AccountID) async throws -> [String] {
        let log = installation.log
        return try await read { db in try log.events(of: Stream(kind: .account, id: account), in: db).map(\.name) }
    }
}

extension SignInOutcome {
    var ticket: SessionTicket? {
        switch self {
        case .signedIn(let ticket): ticket
        case .wrong, .locked: nil
        }
    }

    var retryAfter: Int? {
        switch self {
        case .locked(let seconds): seconds
        case .wrong, .signedIn: nil
        }
    }

    var isWrong: Bool {
        switch self {
        case .wrong: true
        case .locked, .signedIn: false
        }
    }
}
