import Database
import Domain
import TestSupport
import Testing

@testable import Outbox

@Suite("When somebody proves her own mailbox")
struct MailboxTests {
    private static let address = "zhang@example.cn"

    @Test("the code that went there makes it hers, and nothing else does")
    func proved() async throws {
        let ground = try await OutboxGround()
        let clerk = ground.province.clerk(of: .town)
        let installation = ground.province.installation

        try await AskMailbox.run(Self.address, of: clerk.signed, in: installation)
        let asked = try await ground.mailbox(of: clerk)
        await #expect(throws: FormErrors.self) {
            try await ProveMailbox.run("000000", of: clerk.person, in: installation)
        }
        try await ProveMailbox.run(ground.code(), of: clerk.person, in: installation)

        #expect(asked.proved == nil && asked.asked?.text == Self.address)
        let mailbox = try await ground.mailbox(of: clerk)
        #expect(mailbox.proved?.text == Self.address && mailbox.asked == nil)
    }

    @Test("a code serves its own person only")
    func otherPerson() async throws {
        let ground = try await OutboxGround()
        let (clerk, head) = (ground.province.clerk(of: .town), ground.province.head(of: .town))
        let installation = ground.province.installation
        try await AskMailbox.run(Self.address, of: clerk.signed, in: installation)
        let code = try await ground.code()
        try await AskMailbox.run("head@example.cn", of: head.signed, in: installation)

        await #expect(throws: FormErrors.self) { try await ProveMailbox.run(code, of: head.person, in: installation) }

        #expect(try await ground.mailbox(of: head).proved == nil)
    }

    @Test("after half an hour, and after five wrong ones, even the right code is not taken", arguments: [true, false])
    func over(isLate: Bool) async throws {
        let ground = try await OutboxGround()
        let clerk = ground.province.clerk(of: .town)
        let installation = ground.province.installation
        try await AskMailbox.run(Self.address, of: clerk.signed, in: installation)
        let code = try await ground.code()

        if isLate {
            ground.province.clock.pass(minutes: 30)
        } else {
            for _ in 0..<5 {
                let wrong = code == "111111" ? "222222" : "111111"
                _ = try? await ProveMailbox.run(wrong, of: clerk.person, in: installation)
            }
        }
        let errors = await #expect(throws: FormErrors.self) {
            try await ProveMailbox.run(code, of: clerk.person, in: installation)
        }

        #expect(errors?.message(for: "code")?.contains("重新填写邮箱") == true)
        #expect(try await ground.mailbox(of: clerk).proved == nil)
    }

    @Test("an hour has five codes for a person, so that nobody's mailbox is flooded")
    func limited() async throws {
        let ground = try await OutboxGround()
        let clerk = ground.province.clerk(of: .town)
        let installation = ground.province.installation
        for _ in 0..<5 { try await AskMailbox.run(Self.address, of: clerk.signed, in: installation) }

        let errors = await #expect(throws: FormErrors.self) {
            try await AskMailbox.run(Self.address, of: clerk.signed, in: installation)
        }
        ground.province.clock.pass(hours: 1)
        try await AskMailbox.run(Self.address, of: clerk.signed, in: installation)

        #expect(errors?.message(for: "mailbox")?.contains("太多次") == true)
        #expect(try await SentMessages(of: ground.province).of(.addressCode).count == 6)
    }

    @Test("taken back it gets no mail any more")
    func removed() async throws {
        let ground = try await OutboxGround()
        let head = ground.province.head(of: .town)
        try await ground.prove("head@example.cn", of: head)
        try await ground.province.write { db, _, _ in try ForgetMailbox.run(db, of: head.person) }

        try await ground.put(ground.task(for: head, key: "a"))
        ground.province.clock.pass(minutes: 15)
        try await ground.deliver()

        #expect(ground.mails.isEmpty)
    }
}

extension OutboxGround {
    func mailbox(of person: TestPerson) async throws -> Mailbox {
        let (now, keys) = (province.now, province.installation.keys)
        return try await province.read { db in try Mailbox(of: person.person, at: now, in: db, keys: keys) }
    }

    /// The code of the newest message that brought one.
    func code() async throws -> String {
        try await SentMessages(of: province).of(.addressCode).last?.values["code"] ?? ""
    }
}
