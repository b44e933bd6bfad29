import Directory
import Hummingbird
import TestSupport
import Testing

@Suite("When somebody signs in on the page")
struct SignInPageTests {
    @Test("the right password leads to today's work, with a cookie no script can read")
    func signedIn() async throws {
        try await AccountSite().visit { visitor in
            let answer = try await visitor.signIn()

            #expect(answer.status == .seeOther)
            #expect(answer.location == "/today")
            let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("lx_session=") })
            #expect(cookie.contains("HttpOnly"))
            #expect(cookie.contains("SameSite=Lax"))
        }
    }

    @Test("one is led on to where one was going")
    func next() async throws {
        try await AccountSite().visit { visitor in
            let away = try await visitor.get("/account")
            #expect(away.location == "/sign-in?next=%2Faccount")
            let page = try await visitor.get("/sign-in?next=%2Faccount")
            #expect(page.text.contains(#"name="next" value="/account""#))

            let answer = try await visitor.post(
                "/sign-in", ["login": AccountSite.login, "password": AccountSite.password, "next": "/account"])

            #expect(answer.location == "/account")
        }
    }

    @Test("but never away from the site", arguments: ["https://example.org/", "//example.org", "/\\example.org"])
    func elsewhere(next: String) async throws {
        try await AccountSite().visit { visitor in
            _ = try await visitor.get("/sign-in")

            let answer = try await visitor.post(
                "/sign-in", ["login": AccountSite.login, "password": AccountSite.password, "next": next])

            #expect(answer.location == "/today")
        }
    }

    @Test("a wrong password is said in a sentence, the login stays, the password does not")
    func wrong() async throws {
        try await AccountSite().visit { visitor in
            let answer = try await visitor.signIn("Wrong-password-1")

            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("登录名或密码不对"))
            #expect(answer.text.contains(#"value="\#(AccountSite.login)""#))
            #expect(!answer.text.contains("Wrong-password-1"))
        }
    }

    @Test("after five failures it says how long to wait, and opens again by itself")
    func locked() async throws {
        let site = try await AccountSite()
        try await site.visit { visitor in
            for _ in 1...5 { _ = try await visitor.signIn("Wrong-password-1") }

            let answer = try await visitor.signIn()

            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers[.retryAfter] == "900")
            #expect(answer.text.contains("请过 15 分钟再试"))
            site.pass(minutes: 15)
            #expect(try await visitor.signIn().status == .seeOther)
        }
    }

    @Test("while too many sign in it says so and keeps the login, and nothing was tried")
    func crowded() async throws {
        let site = try await AccountSite(passwords: PasswordWork(atOnce: 1, mostWaiting: 0))
        try await site.visit { visitor in
            let answer = try await site.installation.passwords.whileTaken { try await visitor.signIn() }

            #expect(answer.status == .serviceUnavailable)
            #expect(answer.headers[.retryAfter] == "10")
            #expect(answer.text.contains("登录的人太多，请过一会儿再试"))
            #expect(answer.text.contains(#"value="\#(AccountSite.login)""#))
            #expect(!answer.text.contains(AccountSite.password))
            #expect(try await visitor.signIn().status == .seeOther)
        }
    }

    @Test("an empty form says what is missing")
    func empty() async throws {
        try await AccountSite().visit { visitor in
            _ = try await visitor.get("/sign-in")

            let answer = try await visitor.post("/sign-in", ["login": "", "password": ""])

            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("请填写登录名"))
            #expect(answer.text.contains("请填写密码"))
        }
    }

    @Test("signing out ends the session everywhere")
    func signOut() async throws {
        try await AccountSite().visit { visitor in
            _ = try await visitor.signIn()
            var copy = visitor
            _ = try await visitor.get("/account")

            let answer = try await visitor.post("/sign-out", [:])

            #expect(answer.location == "/sign-in")
            #expect(visitor.cookies["lx_session"] == nil)
            #expect(try await copy.get("/account").status == .seeOther)
        }
    }
}
