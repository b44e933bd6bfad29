import Directory
import Foundation
import Hummingbird
import TestSupport
import Testing

@Suite("When a program signs in")
struct SessionsAPITests {
    private struct Session: Decodable {
        struct Role: Decodable {
            var role: String
            var name: String
            var place: String
        }

        var token: String
        var expires_at: String
        var roles: [Role]
    }

    @Test("it gets a token, its end and the roles")
    func created() async throws {
        try await AccountSite().visit { visitor in
            let answer = try await visitor.send("/api/v1/sessions", .post, json, body(AccountSite.password))

            let session = try JSONDecoder().decode(Session.self, from: Data(answer.text.utf8))
            #expect(answer.status == .created)
            #expect(session.token.count == 64)
            #expect(session.expires_at == "2026-05-25T01:15:00Z")
            #expect(session.roles.map(\.role) == ["stationHead"])
            #expect(session.roles.map(\.place) == ["省总站"])
        }
    }

    @Test("a wrong password is refused with the field's sentence")
    func wrong() async throws {
        try await AccountSite().visit { visitor in
            let answer = try await visitor.send("/api/v1/sessions", .post, json, body("wrong"))

            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("登录名或密码不对"))
        }
    }

    @Test("while too many sign in it is told when to come again")
    func crowded() async throws {
        let site = try await AccountSite(passwords: PasswordWork(atOnce: 1, mostWaiting: 0))
        try await site.visit { visitor in
            let answer = try await site.installation.passwords.whileTaken {
                try await visitor.send("/api/v1/sessions", .post, json, body(AccountSite.password))
            }

            #expect(answer.status == .serviceUnavailable)
            #expect(answer.headers[.retryAfter] == "10")
            #expect(answer.text.contains("crowded"))
        }
    }

    @Test("its token ends when it says so, and only once")
    func ended() async throws {
        try await AccountSite().visit { visitor in
            let answer = try await visitor.send("/api/v1/sessions", .post, json, body(AccountSite.password))
            let token = try JSONDecoder().decode(Session.self, from: Data(answer.text.utf8)).token
            let headers: HTTPFields = [.authorization: "Bearer " + token]

            let first = try await visitor.send("/api/v1/sessions/current", .delete, headers)
            let second = try await visitor.send("/api/v1/sessions/current", .delete, headers)

            #expect(first.status == .noContent)
            #expect(second.status == .unauthorized)
        }
    }

    @Test("a browser's cookie ends no session over the API")
    func cookie() async throws {
        try await AccountSite().visit { visitor in
            _ = try await visitor.signIn()

            let answer = try await visitor.send("/api/v1/sessions/current", .delete, [:])

            #expect(answer.status == .unauthorized)
            #expect(try await visitor.get("/account").status == .ok)
        }
    }

    private var json: HTTPFields { [.contentType: "application/json"] }

    private func body(_ password: String) -> String {
        #"{"login": "\#(AccountSite.login)", "password": "\#(password)"}"#
    }
}
