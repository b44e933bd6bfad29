import Domain
import Testing

@testable import Directory

/// Of a station whose head, 张秀英, has no verified telephone.
@Suite("When an office can be reached because somebody signs in")
struct ReachBySignInTests {
    private let station = AccountsGround.station

    @Test("the first sign-in is known everywhere at once")
    func first() async throws {
        let ground = try await ground()
        let elsewhere = DirectoryCache()
        let before = try await atlas(of: elsewhere, ground)

        _ = try await ground.signIn("zhang")

        let after = try await atlas(of: elsewhere, ground)
        #expect(before.headReachableUntil(station: station, at: ground.clock.now) == nil)
        #expect(
            after.headReachableUntil(station: station, at: ground.clock.now)
                == ground.clock.now.adding(seconds: 60 * 86_400))
    }

    @Test("those that follow change nothing that anybody keeps, and the office stays reachable everywhere")
    func following() async throws {
        let ground = try await ground()
        let elsewhere = DirectoryCache()
        _ = try await ground.signIn("zhang")
        let version = try await atlas(of: elsewhere, ground).version

        for _ in 1...20 {
            ground.clock.pass(days: 10)
            let atlas = try await atlas(of: elsewhere, ground)
            _ = try await ground.signIn("zhang")

            #expect(atlas.headReachableUntil(station: station, at: ground.clock.now) != nil)
            #expect(try await self.atlas(of: elsewhere, ground).version == version)
        }
    }

    @Test(
        "one without which nobody could be reached tomorrow evening is known everywhere at once",
        arguments: [(58, false), (59, true), (60, true)])
    func lastDays(days: Int64, isNews: Bool) async throws {
        let ground = try await ground()
        let elsewhere = DirectoryCache()
        _ = try await ground.signIn("zhang")
        ground.clock.pass(days: days)
        let before = try await atlas(of: elsewhere, ground).version

        _ = try await ground.signIn("zhang")

        let after = try await atlas(of: elsewhere, ground).version
        #expect((after != before) == isNews)
    }

    @Test("one by somebody else in the same office is as good")
    func colleague() async throws {
        let ground = try await ground()
        try await ground.account("lihead", "李国庆", [(.stationHead, .station(station))])
        let elsewhere = DirectoryCache()
        _ = try await ground.signIn("zhang")
        ground.clock.pass(days: 30)
        let before = try await atlas(of: elsewhere, ground).version

        _ = try await ground.signIn("lihead")
        ground.clock.pass(days: 40)

        let after = try await atlas(of: elsewhere, ground)
        #expect(after.version == before)
        #expect(after.headReachableUntil(station: station, at: ground.clock.now) != nil)
    }

    @Test("a deputy's changes nothing: deputies come by the thousand and hold nothing")
    func deputy() async throws {
        let ground = try await ground()
        try await ground.account("wang", "王建国", [(.deputy, .station(station))])
        let before = try await ground.installation.snapshot().atlas.version

        _ = try await ground.signIn("wang")

        #expect(try await ground.installation.snapshot().atlas.version == before)
    }

    private func ground() async throws -> AccountsGround {
        let ground = try await AccountsGround()
        try await ground.account("zhang", "张秀英", [(.stationHead, .station(station))])
        return ground
    }

    /// As another process knows it.
    private func atlas(of directory: DirectoryCache, _ ground: AccountsGround) async throws -> Atlas {
        let today = ground.today
        return try await ground.read { db in try directory.atlas(in: db, on: today) }
    }
}
