import Domain
import TestSupport
import Testing

@testable import Database
@testable import Directory

@Suite("When more passwords come than can be hashed", .timeLimit(.minutes(2)))
struct PasswordWorkTests {
    @Test(
        "all processors but one hash, and ten seconds of their work may wait",
        arguments: [(1, 1, 80), (2, 1, 80), (4, 3, 240)])
    func limits(processors: Int, atOnce: Int, mostWaiting: Int) {
        let work = PasswordWork(processors: processors)

        #expect(work.atOnce == atOnce)
        #expect(work.mostWaiting == mostWaiting)
    }

    @Test("who comes beyond those who wait is told when to come again")
    func refused() async throws {
        let work = PasswordWork(atOnce: 1, mostWaiting: 2)

        let waiting = try await work.whileTaken { () -> [Task<Void, any Error>] in
            let waiting = (1...2).map { _ in Task { try await work.inTurn {} } }
            try await work.untilWaiting(2)
            await #expect(throws: Crowded(retryAfter: 10)) { try await work.inTurn {} }
            return waiting
        }

        for task in waiting { try await task.value }
        #expect(work.load == Lanes.Load(working: 0, waiting: 0, refused: 1))
    }

    @Test("refusing tells nothing about a login and counts as no failure", arguments: ["zhang", "nobody"])
    func nothingCounts(login: String) async throws {
        let ground = try await AccountsGround(passwords: PasswordWork(atOnce: 1, mostWaiting: 0))
        try await ground.account("zhang", "张秀英")

        try await ground.installation.passwords.whileTaken {
            for _ in 1...6 {
                await #expect(throws: Crowded(retryAfter: 10)) { try await ground.signIn(login, "wrong") }
            }
        }

        #expect(try await ground.signIn(login, "wrong").isWrong)
        #expect(ground.clock.waited.allSatisfy { $0 == .zero })
    }

    @Test("a new password waits in the same queue; refused, it leaves the old one and counts as no failure")
    func change() async throws {
        let ground = try await AccountsGround(passwords: PasswordWork(atOnce: 1, mostWaiting: 0))
        let id = try await ground.account("zhang", "张秀英")
        let form = PasswordChangeForm(current: "wrong", password: "Xincheng-2026", repeated: "Xincheng-2026")

        try await ground.installation.passwords.whileTaken {
            await #expect(throws: Crowded(retryAfter: 10)) {
                try await ChangePassword.run(form, of: id, keeping: nil, in: ground.installation)
            }
        }

        let account = try await ground.read { db in try AccountTable.find(id, in: db) }
        #expect(account?.failures == 0)
        #expect(try await ground.signIn("zhang").ticket != nil)
    }
}
