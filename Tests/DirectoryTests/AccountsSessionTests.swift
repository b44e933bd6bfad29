import Database
import Domain
import Testing

@testable import Directory

@Suite("When a session is used")
struct AccountsSessionTests {
    @Test("one statement tells who it is")
    func oneStatement() async throws {
        let ground = try await AccountsGround()
        try await ground.account(
            "zhang", "张秀英",
            [(.stationHead, .station(AccountsGround.station)), (.auditor, .area(AccountsGround.yuci))])
        let token = try #require(try await ground.signIn("zhang").ticket).token
        let now = ground.clock.now
        let keys = ground.installation.keys

        let (found, statements) = try await ground.read { db in
            let found = try SessionQuery.find(token, at: now, in: db, keys: keys)
            return (found?.signed, db.statementCount)
        }

        #expect(statements == 1)
        #expect(found?.name == "张秀英")
        #expect(found?.grants.map(\.division) == [AccountsGround.beiguan, AccountsGround.yuci])
    }

    @Test("no table is read from end to end")
    func plan() async throws {
        let ground = try await AccountsGround()
        let statement = SessionQuery.statement(SessionToken(text: "x"), at: ground.clock.now)

        let plan = try await ground.read { db in try db.plan(statement) }

        #expect(!plan.contains("SCAN") && !plan.contains("Seq Scan"), "\(plan)")
    }

    @Test("it is touched at most once a minute")
    func touched() async throws {
        let ground = try await AccountsGround()
        try await ground.account("zhang", "张秀英")
        let token = try #require(try await ground.signIn("zhang").ticket).token
        let start = ground.clock.now

        ground.clock.pass(seconds: 59)
        _ = try await Sessions.signed(token, in: ground.installation)
        #expect(try await touchedAt(ground) == start)

        ground.clock.pass(seconds: 1)
        _ = try await Sessions.signed(token, in: ground.installation)
        #expect(try await touchedAt(ground) == ground.clock.now)
    }

    @Test("it ends after a quarter of an hour without a request, and each request moves that on")
    func idle() async throws {
        let ground = try await AccountsGround()
        try await ground.account("zhang", "张秀英")
        let token = try #require(try await ground.signIn("zhang").ticket).token

        ground.clock.pass(minutes: 14)
        #expect(try await Sessions.signed(token, in: ground.installation) != nil)
        ground.clock.pass(minutes: 14)
        #expect(try await Sessions.signed(token, in: ground.installation) != nil)
        ground.clock.pass(minutes: 15)
        #expect(try await Sessions.signed(token, in: ground.installation) == nil)
    }

    @Test("it ends after twelve hours, however busy")
    func absolute() async throws {
        let ground = try await AccountsGround()
        try await ground.account("zhang", "张秀英")
        let token = try #require(try await ground.signIn("zhang").ticket).token

        for _ in 1..<72 {
            ground.clock.pass(minutes: 10)
            #expect(try await Sessions.signed(token, in: ground.installation) != nil)
        }
        ground.clock.pass(minutes: 10)

        #expect(try await Sessions.signed(token, in: ground.installation) == nil)
    }

    @Test("signing out ends it at once, twice without harm")
    func signOut() async throws {
        let ground = try await AccountsGround()
        try await ground.account("zhang", "张秀英")
        let token = try #require(try await ground.signIn("zhang").ticket).token

        try await Sessions.end(token, in: ground.installation)
        try await Sessions.end(token, in: ground.installation)

        #expect(try await Sessions.signed(token, in: ground.installation) == nil)
    }

    @Test("the token itself is nowhere in the database")
    func hashed() async throws {
        let ground = try await AccountsGround()
        try await ground.account("zhang", "张秀英")
        let token = try #require(try await ground.signIn("zhang").ticket).token

        let stored: [UInt8]? = try await ground.read { db in try db.value("SELECT token_hash FROM session") }

        #expect(token.text.count == 64)
        #expect(stored?.count == 33)
        #expect(stored != Array(token.text.utf8))
    }

    @Test("what ran out is cleared away, what lasts stays")
    func purge() async throws {
        let ground = try await AccountsGround()
        try await ground.account("zhang", "张秀英")
        _ = try await ground.signIn("zhang")
        ground.clock.pass(minutes: 20)
        let token = try #require(try await ground.signIn("zhang").ticket).token
        let now = ground.clock.now

        let removed = try await ground.write { db, _, _ in try Sessions.purge(at: now, in: db) }

        #expect(removed == 1)
        #expect(try await Sessions.signed(token, in: ground.installation) != nil)
    }

    private func touchedAt(_ ground: AccountsGround) async throws -> Instant? {
        let ms: Int64? = try await ground.read { db in try db.value("SELECT touched_at FROM session") }
        return ms.map(Instant.init(ms:))
    }
}
