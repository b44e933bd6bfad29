import Database
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

@Suite("When something goes wrong")
struct ErrorTests {
    static let cases: [(how: String, status: Int, code: String)] = [
        ("forbidden", 403, "not_yours"), ("conflict", 409, "closed"), ("fields", 422, "fields"),
        ("absent", 404, "not_found"), ("stale", 409, "stale"), ("unauthenticated", 401, "unauthenticated"),
        ("many", 429, "too_many"), ("large", 413, "too_large"), ("media", 415, "media_type"),
        ("unreadable", 400, "unreadable_form"), ("busy", 503, "busy"), ("full", 503, "full"),
        ("crowded", 503, "crowded"), ("fault", 500, "fault"),
    ]

    @Test("a program gets problem+json", arguments: cases)
    func problem(_ how: String, _ status: Int, _ code: String) async throws {
        try await TestSite.application().test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/fail/\(how)", method: .get)

            #expect(Int(answer.status.code) == status)
            #expect(answer.headers[.contentType] == "application/problem+json; charset=utf-8")
            #expect(answer.json?["status"] as? Int == status)
            #expect(answer.json?["code"] as? String == code)
            #expect(answer.json?["reference"] as? String == answer.headers[.init("X-Request-Id")!])
            #expect(!answer.text.contains("张秀英"))
        }
    }

    @Test("a person gets a page", arguments: cases.filter { $0.how != "unauthenticated" })
    func page(_ how: String, _ status: Int, _ code: String) async throws {
        try await TestSite.application().test(.router) { client in
            let answer = try await client.execute(uri: "/fail/\(how)", method: .get)

            #expect(Int(answer.status.code) == status)
            #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.text.contains("0354-0000000"))
            #expect(!answer.text.contains("张秀英"))
        }
    }

    @Test("the fields of a program's mistakes are named")
    func fields() async throws {
        try await TestSite.application().test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/fail/fields", method: .get)

            let errors = answer.json?["errors"] as? [[String: String]]
            #expect(errors == [["field": "words", "message": "请填写要说的事"]])
        }
    }

    @Test("a wait is told in the header", arguments: ["many", "busy", "full", "crowded"])
    func retryAfter(_ how: String) async throws {
        try await TestSite.application().test(.router) { client in
            let answer = try await client.execute(uri: "/fail/\(how)", method: .get)

            #expect(answer.headers[.retryAfter] != nil)
        }
    }

    @Test("a visitor is led to signing in and back")
    func signIn() async throws {
        try await TestSite.application().test(.router) { client in
            let answer = try await client.execute(uri: "/today?late=1", method: .get)

            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/sign-in?next=%2Ftoday%3Flate%3D1")
        }
    }

    @Test(
        "words sent while the database was busy come back, ready to be sent again",
        arguments: ["busy", "unauthenticated"])
    func wordsKept(_ how: String) async throws {
        try await TestSite.application().test(.router) { client in
            var browser = Browser(client)
            let token = try await browser.get("/say").formToken
            let words = String(repeating: "a<", count: 20)

            let answer = try await browser.post(
                "/fail/\(how)", "words=\(words)&submission=7C1B&place=here", token: token)

            #expect(answer.text.contains(String(repeating: "a&lt;", count: 20) + "</textarea>"))
            #expect(answer.text.contains("<form method=\"post\" action=\"/fail/\(how)\">"))
            #expect(answer.text.contains("name=\"submission\" value=\"7C1B\""))
            #expect(answer.text.contains("name=\"place\" value=\"here\""))
            #expect(answer.formToken != nil)
        }
    }

    @Test("a password never comes back", arguments: ["password", "password_again", "old_password", "code"])
    func secretsForgotten(_ field: String) async throws {
        try await TestSite.application().test(.router) { client in
            var browser = Browser(client)
            let token = try await browser.get("/say").formToken

            let answer = try await browser.post(
                "/fail/busy", "name=zhang&\(field)=a-long-and-secret-password", token: token)

            #expect(answer.status == .serviceUnavailable)
            #expect(!answer.text.contains("secret"))
        }
    }

    @Test("the log keeps the engine's words without the values in them")
    func logged() {
        let words = Errors.withoutValues("\(DatabaseError.other("no such table: matter near 张秀英 19900001234"))")

        #expect(words == "other(\"no such table: matter near  \")")
    }

    @Test("a fault tells its reference and nothing else")
    func fault() async throws {
        try await TestSite.application().test(.router) { client in
            let answer = try await client.execute(uri: "/fail/fault", method: .get)

            let reference = try #require(answer.headers[.init("X-Request-Id")!])
            #expect(answer.text.contains(reference))
            #expect(!answer.text.contains("disk"))
        }
    }
}
