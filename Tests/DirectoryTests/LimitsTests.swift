import Database
import Domain
import Testing

@testable import Directory

@Suite("When something is tried again and again")
struct LimitsRateTests {
    private let rule = RateRule("opinion", most: 3, seconds: 3600)

    @Test("it is allowed as often as the rule says, then answered with the time to wait")
    func limit() async throws {
        let ground = try await AccountsGround()

        let verdicts = try await tries(4, "browser-1", on: ground)

        #expect(verdicts.dropLast() == [.allowed(remaining: 2), .allowed(remaining: 1), .allowed(remaining: 0)])
        #expect(verdicts.last == .exceeded(retryAfter: 3600))
    }

    @Test("the next window begins anew")
    func nextWindow() async throws {
        let ground = try await AccountsGround()
        _ = try await tries(4, "browser-1", on: ground)
        ground.clock.pass(minutes: 60)

        #expect(try await tries(1, "browser-1", on: ground) == [.allowed(remaining: 2)])
    }

    @Test("others are counted for themselves")
    func others() async throws {
        let ground = try await AccountsGround()
        _ = try await tries(4, "browser-1", on: ground)

        #expect(try await tries(1, "browser-2", on: ground) == [.allowed(remaining: 2)])
    }

    @Test("the key is stored as a digest only")
    func hashed() async throws {
        let ground = try await AccountsGround()
        _ = try await tries(1, "19900001234", on: ground)

        let key: String? = try await ground.read { db in try db.value("SELECT key FROM rate_limit") }

        #expect(key?.contains("19900001234") == false)
    }

    @Test("old windows are cleared away")
    func purge() async throws {
        let ground = try await AccountsGround()
        _ = try await tries(1, "browser-1", on: ground)
        ground.clock.pass(days: 3)
        let now = ground.clock.now

        #expect(try await ground.write { db, _, _ in try RateLimits.purge(at: now, in: db) } == 1)
    }

    private func tries(_ count: Int, _ key: String, on ground: AccountsGround) async throws -> [RateVerdict] {
        let limits = ground.installation.limits
        let now = ground.clock.now
        return try await ground.write { [rule] db, _, _ in
            try (0..<count).map { _ in try limits.take(rule, key: key, at: now, in: db) }
        }
    }
}

@Suite("When a form is sent twice")
struct LimitsIdempotencyTests {
    @Test("it happens once, and both get the first answer")
    func once() async throws {
        let ground = try await AccountsGround()

        let first = try await send("a", body: 1, result: 10, on: ground)
        let second = try await send("a", body: 1, result: 20, on: ground)

        #expect(first == StoredAnswer(status: 303, result: [10]))
        #expect(second == first)
    }

    @Test("the same id with other content is refused in a sentence")
    func otherContent() async throws {
        let ground = try await AccountsGround()
        _ = try await send("a", body: 1, result: 10, on: ground)

        await #expect(throws: FormErrors.self) { try await send("a", body: 2, result: 20, on: ground) }
    }

    @Test("another browser may use the same id")
    func otherBrowser() async throws {
        let ground = try await AccountsGround()
        _ = try await send("a", body: 1, result: 10, on: ground)

        let other = try await send("a", owner: "browser:2", body: 2, result: 20, on: ground)

        #expect(other.result == [20])
    }

    @Test("what failed leaves no trace and may be sent again")
    func failure() async throws {
        let ground = try await AccountsGround()
        let request = ClientRequest(owner: "browser:1", clientID: "a", hash: [1])
        let now = ground.clock.now

        await #expect(throws: NotFound.self) {
            try await ground.write { db, _, _ in
                _ = try Idempotency.once(request, at: now, in: db) { throw NotFound() }
            }
        }

        #expect(try await send("a", body: 1, result: 10, on: ground).result == [10])
    }

    @Test("it leads to where it led at first, and what it does is done once")
    func leading() async throws {
        let ground = try await AccountsGround()
        let now = ground.clock.now
        let leads = ClientRequest(owner: "browser:1", clientID: "a", hash: [1])
        let performs = ClientRequest(owner: "browser:1", clientID: "b", hash: [1])

        var seen: [(address: String, isDone: Bool)] = []
        for address in ["/duty", "/inbox"] {
            seen.append(
                try await ground.write { db, _, _ in
                    var isDone = false
                    try Idempotency.perform(performs, at: now, in: db) { isDone = true }
                    return (try Idempotency.lead(leads, at: now, in: db) { address }, isDone)
                })
        }

        #expect(seen.map(\.address) == ["/duty", "/duty"])
        #expect(seen.map(\.isDone) == [true, false])
    }

    @Test("it is known for seven days")
    func purge() async throws {
        let ground = try await AccountsGround()
        _ = try await send("a", body: 1, result: 10, on: ground)
        ground.clock.pass(days: 7)
        #expect(try await purge(on: ground) == 0)
        ground.clock.pass(seconds: 1)
        #expect(try await purge(on: ground) == 1)
    }

    private func send(
        _ id: String, owner: String = "browser:1", body: UInt8, result: UInt8, on ground: AccountsGround
    ) async throws -> StoredAnswer {
        let request = ClientRequest(owner: owner, clientID: id, hash: [body])
        let now = ground.clock.now
        return try await ground.write { db, _, _ in
            try Idempotency.once(request, at: now, in: db) { StoredAnswer(status: 303, result: [result]) }
        }
    }

    private func purge(on ground: AccountsGround) async throws -> Int {
        let now = ground.clock.now
        return try await ground.write { db, _, _ in try Idempotency.purge(olderThan: 7, at: now, in: db) }
    }
}
