import Directory
import Hummingbird
import TestSupport
import Testing

@Suite("When somebody looks after the own account")
struct AccountPageTests {
    @Test("the page names the roles and where they hold")
    func roles() async throws {
        try await AccountSite().visit { visitor in
            _ = try await visitor.signIn()

            let page = try await visitor.get("/account")

            #expect(page.status == .ok)
            #expect(page.text.contains("张秀英"))
            #expect(page.text.contains("站长"))
            #expect(page.text.contains("省总站"))
        }
    }

    @Test("a new password is taken with the old one, and serves from then on")
    func changed() async throws {
        try await AccountSite().visit { visitor in
            _ = try await visitor.signIn()
            _ = try await visitor.get("/account")

            let answer = try await visitor.post(
                "/account/password",
                [
                    "old_password": AccountSite.password, "password": "Xincheng-2026",
                    "password_again": "Xincheng-2026",
                ])

            #expect(answer.location == "/account?changed=1")
            #expect(try await visitor.get("/account?changed=1").text.contains("密码已经改好"))
            #expect(try await visitor.signIn("Xincheng-2026").status == .seeOther)
        }
    }

    @Test("a simple one is refused in a sentence")
    func simple() async throws {
        try await AccountSite().visit { visitor in
            _ = try await visitor.signIn()
            _ = try await visitor.get("/account")

            let answer = try await visitor.post(
                "/account/password",
                ["old_password": AccountSite.password, "password": "aaaaaaaaaaaa", "password_again": "aaaaaaaaaaaa"])

            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("密码太简单"))
        }
    }

    @Test("the activation code sets a password and signs in")
    func activated() async throws {
        let site = try await AccountSite()
        let code = try await site.activationCode()
        try await site.visit { visitor in
            _ = try await visitor.get("/activate")

            let answer = try await visitor.post(
                "/activate",
                [
                    "login": AccountSite.login, "code": code, "password": "Xincheng-2026",
                    "password_again": "Xincheng-2026",
                ])

            #expect(answer.location == "/today")
            #expect(try await visitor.get("/account").status == .ok)
        }
    }

    @Test("while too many sign in a code and a new password are not used up")
    func crowded() async throws {
        let site = try await AccountSite(passwords: PasswordWork(atOnce: 1, mostWaiting: 0))
        let code = try await site.activationCode()
        try await site.visit { visitor in
            let activation: KeyValuePairs = [
                "login": AccountSite.login, "code": code, "password": "Xincheng-2026",
                "password_again": "Xincheng-2026",
            ]
            _ = try await visitor.signIn()
            _ = try await visitor.get("/account")
            let (change, refused) = try await site.installation.passwords.whileTaken {
                let change = try await visitor.post(
                    "/account/password",
                    [
                        "old_password": AccountSite.password, "password": "Xincheng-2026",
                        "password_again": "Xincheng-2026",
                    ])
                return (change, try await visitor.post("/activate", activation))
            }

            #expect(change.status == .serviceUnavailable)
            #expect(change.text.contains("登录的人太多，请过一会儿再试"))
            #expect(refused.status == .serviceUnavailable)
            #expect(refused.text.contains(#"value="\#(AccountSite.login)""#))
            #expect(try await visitor.signIn().status == .seeOther)
            #expect(try await visitor.post("/activate", activation).location == "/today")
        }
    }

    @Test("a wrong code and an unknown login get the same answer", arguments: [AccountSite.login, "nobody"])
    func wrongCode(login: String) async throws {
        try await AccountSite().visit { visitor in
            _ = try await visitor.get("/activate")

            let answer = try await visitor.post(
                "/activate",
                [
                    "login": login, "code": "0000-0000-0000", "password": "Xincheng-2026",
                    "password_again": "Xincheng-2026",
                ])

            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("登录名或激活码不对"))
        }
    }
}
