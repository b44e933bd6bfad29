import Domain
import Record
import Testing

@testable import Directory

@Suite("When roles are given and ended")
struct AccountsGrantTests {
    private static let station = GrantPlace.station(AccountsGround.station)

    @Test("a role holds from its first day to its last")
    func days() async throws {
        let ground = try await AccountsGround()
        let zhang = try await ground.account("zhang", "张秀英")
        let first = ground.today.adding(days: 1)
        let last = ground.today.adding(days: 3)

        try await give(
            NewGrant(account: zhang, role: .stationClerk, place: Self.station, from: first, to: last), .system, ground)

        let held = try await (0...4).asyncMap { offset in
            let day = ground.today.adding(days: offset)
            return try await ground.read { db in
                try !GrantTable.inForce(of: zhang, on: day, in: db).isEmpty
            }
        }
        #expect(held == [false, true, true, true, false])
    }

    @Test("the security administrator of the county gives them")
    func given() async throws {
        let ground = try await AccountsGround()
        let zhang = try await ground.account("zhang", "张秀英")
        let security = try await administrator(.securityAdmin, AccountsGround.yuci, ground)

        try await give(clerk(zhang, ground), security, ground)

        #expect(try await ground.principal(zhang).signed?.grants.map(\.role) == [.stationClerk])
        #expect(try await ground.events(of: zhang).last == "grantGiven")
    }

    @Test("the event names who did it under which role")
    func recorded() async throws {
        let ground = try await AccountsGround()
        let zhang = try await ground.account("zhang", "张秀英")
        let security = try await administrator(.securityAdmin, AccountsGround.yuci, ground)
        let log = ground.installation.log

        try await give(clerk(zhang, ground), security, ground)

        let event = try await ground.read { db in
            try log.events(of: Stream(kind: .account, id: zhang), in: db).last
        }
        #expect(event?.author.account == security.signed?.account)
        #expect(event?.author.grant == security.signed?.grants.first?.id)
        #expect(event?.facts.code("role") == "stationClerk")
    }

    @Test("neither the system administrator nor the auditor gives any", arguments: [Role.systemAdmin, .auditor])
    func separated(role: Role) async throws {
        let ground = try await AccountsGround()
        let zhang = try await ground.account("zhang", "张秀英")
        let other = try await administrator(role, AccountsGround.yuci, ground)

        await #expect(throws: Refusal(.forbidden, code: "not-security-admin", "角色由安全管理员授予和收回")) {
            try await give(clerk(zhang, ground), other, ground)
        }
    }

    @Test("nobody gives one to oneself")
    func oneself() async throws {
        let ground = try await AccountsGround()
        let security = try await administrator(.securityAdmin, AccountsGround.yuci, ground)
        let own = try #require(security.signed).account

        await #expect(throws: Refusal(.forbidden, code: "own-account", "不能为自己办理，请找另一位管理员")) {
            try await give(clerk(own, ground), security, ground)
        }
    }

    @Test("a place outside the own area does not exist")
    func outside() async throws {
        let ground = try await AccountsGround()
        let zhang = try await ground.account("zhang", "张秀英")
        let security = try await administrator(.securityAdmin, AccountsGround.taigu, ground)

        await #expect(throws: NotFound()) { try await give(clerk(zhang, ground), security, ground) }
    }

    @Test("no account becomes two of the three administrators")
    func threePersons() async throws {
        let ground = try await AccountsGround()
        let zhang = try await ground.account("zhang", "张秀英", [(.auditor, .area(AccountsGround.yuci))])
        let grant = NewGrant(
            account: zhang, role: .systemAdmin, place: .area(AccountsGround.yuci), from: ground.today)

        await #expect(throws: Refusal.self) { try await give(grant, .system, ground) }
    }

    @Test("a role is refused where it means nothing")
    func unfit() async throws {
        let ground = try await AccountsGround()
        let zhang = try await ground.account("zhang", "张秀英")
        let place = GrantPlace.organ(AccountsGround.committee)
        let grant = NewGrant(account: zhang, role: .petitionOffice, place: place, from: ground.today)

        await #expect(throws: FormErrors.self) { try await give(grant, .system, ground) }
    }

    @Test("ended with yesterday it holds no longer, and an open place is looked up anew")
    func ended() async throws {
        let ground = try await AccountsGround()
        let zhang = try await ground.account("zhang", "张秀英", [(.stationClerk, Self.station)])
        let grant = try #require(try await ground.principal(zhang).signed?.grants.first?.id)
        let before = try await ground.installation.snapshot().atlas.version
        let keys = ground.installation.keys
        let now = ground.clock.now

        try await ground.write { db, ids, snapshot in
            try EndGrant.run(
                db, grant: grant, lastDay: Day(of: now).adding(days: -1), by: .system, at: now, ids: &ids,
                keys: keys, atlas: snapshot.atlas)
        }

        #expect(try await ground.principal(zhang).signed?.grants == [])
        let after = try await ground.installation.snapshot().atlas.version
        #expect(after.reach != before.reach)
        #expect(after.places == before.places)
    }

    @Test("an administrator's activation code does not come from another administrator")
    func administratorsCode() async throws {
        let ground = try await AccountsGround()
        let system = try await administrator(.systemAdmin, AccountsGround.yuci, ground)
        let security = try await administrator(.securityAdmin, AccountsGround.yuci, ground)
        let other = try #require(security.signed).account
        let keys = ground.installation.keys
        let now = ground.clock.now

        await #expect(throws: Refusal.self) {
            try await ground.write { db, ids, snapshot in
                _ = try RenewActivation.run(
                    db, account: other, by: system, at: now, ids: &ids, keys: keys, atlas: snapshot.atlas)
            }
        }
    }

    private func clerk(_ account: AccountID, _ ground: AccountsGround) -> NewGrant {
        NewGrant(account: account, role: .stationClerk, place: Self.station, from: ground.today)
    }

    private func administrator(
        _ role: Role, _ area: DivisionID, _ ground: AccountsGround
    ) async throws -> Principal {
        let account = try await ground.account(role.rawValue.lowercased(), "王建军", [(role, .area(area))])
        return try await ground.principal(account)
    }

    private func give(_ grant: NewGrant, _ principal: Principal, _ ground: AccountsGround) async throws {
        let keys = ground.installation.keys
        let now = ground.clock.now
        try await ground.write { db, ids, snapshot in
            _ = try GiveGrant.run(
                db, grant, by: principal, at: now, ids: &ids, keys: keys, atlas: snapshot.atlas)
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var results: [T] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
