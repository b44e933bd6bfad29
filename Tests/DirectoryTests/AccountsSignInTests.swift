import Database
import Domain
import Testing

@testable import Directory

@Suite("When somebody signs in")
struct AccountsSignInTests {
    @Test("the right password opens a session under the person's name and roles")
    func rightPassword() async throws {
        let ground = try await AccountsGround()
        try await ground.account("zhang.xiuying", "张秀英", [(.stationHead, .station(AccountsGround.station))])

        let ticket = try await ground.signIn(" Zhang.Xiuying ").ticket

        let signed = try #require(ticket?.signed)
        #expect(signed.name == "张秀英")
        #expect(signed.grants.map(\.role) == [.stationHead])
        #expect(signed.grants.map(\.division) == [AccountsGround.beiguan])
    }

    @Test("it is noted when")
    func lastSignIn() async throws {
        let ground = try await AccountsGround()
        let id = try await ground.account("zhang", "张秀英")

        _ = try await ground.signIn("zhang")

        let account = try await ground.read { db in try AccountTable.find(id, in: db) }
        #expect(account?.lastSignIn == ground.clock.now)
        #expect(try await ground.events(of: id) == ["created", "passwordSet", "signedIn"])
    }

    @Test("a wrong password and an unknown login get the same answer")
    func sameAnswer() async throws {
        let ground = try await AccountsGround()
        try await ground.account("zhang", "张秀英")

        let wrong = try await ground.signIn("zhang", "Beiguan-2025")
        let unknown = try await ground.signIn("nobody", "Beiguan-2025")

        #expect(wrong.isWrong)
        #expect(unknown.isWrong)
        #expect(wrong.message == unknown.message)
    }

    @Test("an account without a password cannot be entered")
    func pending() async throws {
        let ground = try await AccountsGround()
        let id = try await ground.account("zhang", "张秀英")
        try await ground.write { db, _, _ in
            try db.run("UPDATE account SET status = 'pending', password_hash = NULL WHERE id = \(id)")
        }

        #expect(try await ground.signIn("zhang", "").isWrong)
    }

    @Test("failures slow the next try down, the same for a login nobody has", arguments: ["zhang", "nobody"])
    func slowDown(login: String) async throws {
        let ground = try await AccountsGround()
        try await ground.account("zhang", "张秀英")

        for _ in 1...4 { _ = try await ground.signIn(login, "wrong") }

        #expect(ground.clock.waited == [.zero, .seconds(1), .seconds(2), .seconds(4)])
    }

    @Test(
        "five failures lock for a quarter of an hour, whether or not anybody has the login",
        arguments: ["zhang", "nobody"])
    func locked(login: String) async throws {
        let ground = try await AccountsGround()
        try await ground.account("zhang", "张秀英")
        for _ in 1...4 { #expect(try await ground.signIn(login, "wrong").isWrong) }

        #expect(try await ground.signIn(login, "wrong").retryAfter == 900)
        ground.clock.pass(minutes: 14)
        #expect(try await ground.signIn(login).retryAfter == 60)
        ground.clock.pass(minutes: 1)
        #expect(try await ground.signIn(login, "wrong").isWrong)
    }

    @Test("a lock opens by itself after fifteen minutes, and the count begins anew")
    func unlocked() async throws {
        let ground = try await AccountsGround()
        try await ground.account("zhang", "张秀英")
        for _ in 1...5 { _ = try await ground.signIn("zhang", "wrong") }
        ground.clock.pass(minutes: 15)

        #expect(try await ground.signIn("zhang", "wrong").isWrong)
        #expect(try await ground.signIn("zhang").ticket != nil)
    }

    @Test("of many guesses sent at once only the first five count, even with the right one among them")
    func manyAtOnce() async throws {
        let ground = try await AccountsGround()
        let id = try await ground.account("zhang", "张秀英")

        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...12 { group.addTask { _ = try await ground.signIn("zhang", "wrong") } }
            try await group.waitForAll()
        }

        let account = try await ground.read { db in try AccountTable.find(id, in: db) }
        #expect(account?.failures == 5)
        #expect(account?.isLocked(at: ground.clock.now) == true)
    }

    @Test("one address may fail two hundred times an hour, whatever the logins; others go on meanwhile")
    func spraying() async throws {
        let ground = try await AccountsGround()
        try await ground.account("zhang", "张秀英")
        let (limits, now) = (ground.installation.limits, ground.clock.now)
        try await ground.installation.database.write { db in
            for _ in 1...199 { try AddressTries(address: "203.0.113.9", limits: limits).fail(at: now, in: db) }
        }

        #expect(try await ground.signIn("nobody", "wrong", from: "203.0.113.9").isWrong)
        #expect(try await ground.signIn("zhang", from: "203.0.113.9").retryAfter == 3600)
        #expect(try await ground.signIn("zhang", from: "203.0.113.10").ticket != nil)
        ground.clock.pass(minutes: 60)
        #expect(try await ground.signIn("zhang", from: "203.0.113.9").ticket != nil)
    }

    @Test("a closed account is as good as none, and its sessions end")
    func closed() async throws {
        let ground = try await AccountsGround()
        let id = try await ground.account("zhang", "张秀英")
        let ticket = try #require(try await ground.signIn("zhang").ticket)
        let keys = ground.installation.keys
        let now = ground.clock.now

        try await ground.write { db, ids, snapshot in
            try CloseAccount.run(
                db, account: id, by: .system, at: now, ids: &ids, keys: keys, atlas: snapshot.atlas)
        }

        #expect(try await ground.signIn("zhang").isWrong)
        #expect(try await Sessions.signed(ticket.token, in: ground.installation) == nil)
    }
}
