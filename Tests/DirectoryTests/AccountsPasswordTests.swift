import Domain
import Secrets
import Testing

@testable import Directory

@Suite("When somebody sets a password")
struct AccountsPasswordTests {
    @Test(
        "short, plain and obvious ones are refused in a sentence",
        arguments: ["Ab1-", "abcdefghijkl", "abcdefgh1234", "Zhang-123456", String(repeating: "aB1-", count: 40)])
    func refused(password: String) {
        #expect(PasswordRules.complaint(about: password, login: "zhang") != nil)
    }

    @Test("three of four classes will do", arguments: ["Beiguan2026", "beiguan-2026", "北关街道beiguan2026"])
    func accepted(password: String) {
        #expect(PasswordRules.complaint(about: password, login: "zhang") == nil)
    }

    @Test("the activation code does it once")
    func activation() async throws {
        let ground = try await AccountsGround()
        let code = try await pendingAccount(on: ground)

        let first = try await activate(code, on: ground)
        let second = try await activate(code, on: ground)

        #expect(first.ticket?.signed.name == "李国庆")
        #expect(second.isWrong)
        #expect(try await ground.signIn("li.guoqing", "Xincheng-2026").ticket != nil)
    }

    @Test("a week later the code is void")
    func oldCode() async throws {
        let ground = try await AccountsGround()
        let code = try await pendingAccount(on: ground)
        ground.clock.pass(days: 7)

        #expect(try await activate(code, on: ground).isWrong)
    }

    @Test("codes are tried ten times an hour at most, then even the right one has to wait")
    func guessing() async throws {
        let ground = try await AccountsGround()
        let code = try await pendingAccount(on: ground)
        for _ in 1...10 { _ = try await activate("0000-0000-0000", on: ground) }

        #expect(try await activate(code, on: ground).retryAfter != nil)
        ground.clock.pass(minutes: 60)
        #expect(try await activate(code, on: ground).ticket != nil)
    }

    @Test("typed with full-width digits and without hyphens the code is the same")
    func typedCode() async throws {
        let ground = try await AccountsGround()
        let code = try await pendingAccount(on: ground)
        let wide = code.compactMap { $0.wholeNumberValue.map { String(UnicodeScalar(0xFF10 + UInt32($0))!) } }.joined()

        #expect(try await activate(" " + wide, on: ground).ticket != nil)
    }

    @Test("two different ones are a mistake of the form and cost no code")
    func different() async throws {
        let ground = try await AccountsGround()
        let code = try await pendingAccount(on: ground)
        let form = ActivationForm(
            login: "li.guoqing", code: code, password: "Xincheng-2026", repeated: "Xincheng-2025", browser: "")

        await #expect(throws: FormErrors("password_again", "两次输入的密码不一样，请重新输入")) {
            try await Activate.run(form, in: ground.installation)
        }
        #expect(try await activate(code, on: ground).ticket != nil)
    }

    @Test("changing it ends every other session, and asks for the old one")
    func change() async throws {
        let ground = try await AccountsGround()
        let id = try await ground.account("zhang", "张秀英")
        let here = try #require(try await ground.signIn("zhang").ticket).token
        let elsewhere = try #require(try await ground.signIn("zhang").ticket).token
        let wrong = PasswordChangeForm(current: "x", password: "Xincheng-2026", repeated: "Xincheng-2026")
        let right = PasswordChangeForm(
            current: AccountsGround.password, password: "Xincheng-2026", repeated: "Xincheng-2026")

        await #expect(throws: FormErrors.self) {
            try await ChangePassword.run(wrong, of: id, keeping: here, in: ground.installation)
        }
        try await ChangePassword.run(right, of: id, keeping: here, in: ground.installation)

        #expect(try await Sessions.signed(here, in: ground.installation) != nil)
        #expect(try await Sessions.signed(elsewhere, in: ground.installation) == nil)
        #expect(try await ground.signIn("zhang", "Xincheng-2026").ticket != nil)
        #expect(try await ground.events(of: id).contains("passwordChanged"))
    }

    private func pendingAccount(on ground: AccountsGround) async throws -> String {
        let keys = ground.installation.keys
        let now = ground.clock.now
        return try await ground.write { db, ids, snapshot in
            let person = PersonDraft(id: ids.next(), name: Sensitive("李国庆"))
            try PersonTable.insert([person.sealed(with: keys)], in: db)
            return try CreateAccount.run(
                db, person: person.id, login: "li.guoqing", by: .system, at: now, ids: &ids, keys: keys,
                atlas: snapshot.atlas
            ).activation.printed
        }
    }

    private func activate(_ code: String, on ground: AccountsGround) async throws -> ActivationOutcome {
        let form = ActivationForm(
            login: "li.guoqing", code: code, password: "Xincheng-2026", repeated: "Xincheng-2026", browser: "")
        return try await Activate.run(form, in: ground.installation)
    }
}

extension ActivationOutcome {
    fileprivate var ticket: SessionTicket? {
        switch self {
        case .signedIn(let ticket): ticket
        case .wrong, .tooOften: nil
        }
    }

    fileprivate var isWrong: Bool {
        switch self {
        case .wrong: true
        case .signedIn, .tooOften: false
        }
    }

    fileprivate var retryAfter: Int? {
        switch self {
        case .tooOften(let seconds): seconds
        case .signedIn, .wrong: nil
        }
    }
}
