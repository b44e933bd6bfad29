import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

@Suite("When a program says who it is")
struct SessionCheckTests {
    private static let cookie: HTTPFields = [.cookie: "lx_session=\(TestSite.clerkToken)"]
    private static let bearer: HTTPFields = [.authorization: "Bearer \(TestSite.clerkToken)"]

    private func send(
        _ method: HTTPRequest.Method, _ headers: HTTPFields, path: String = "/api/v1/me"
    ) async throws -> TestResponse {
        try await TestSite.application().test(.router) { client in
            try await client.execute(uri: path, method: method, headers: headers)
        }
    }

    @Test("its token reads and writes, without a form token", arguments: [HTTPRequest.Method.get, .post])
    func bearer(_ method: HTTPRequest.Method) async throws {
        let answer = try await send(method, Self.bearer)

        #expect(answer.status == .ok)
        #expect(answer.json?["name"] as? String == "张秀英")
    }

    @Test("the word before the token may be written in any case")
    func lowerCase() async throws {
        #expect(try await send(.get, [.authorization: "bearer \(TestSite.clerkToken)"]).status == .ok)
    }

    @Test("a browser's cookie reads, but it does not write: no form token would stand against other sites")
    func cookie() async throws {
        let read = try await send(.get, Self.cookie)
        let written = try await send(.post, Self.cookie)

        #expect(read.status == .ok)
        #expect(written.status == .unauthorized)
        #expect(written.headers[.wwwAuthenticate] == "Bearer")
    }

    @Test("a token that nobody gave or that has ended is refused, even where none is needed")
    func ended() async throws {
        let answer = try await send(.post, [.authorization: "Bearer token-of-nobody-at-all"], path: "/api/v1/matters")

        #expect(answer.status == .unauthorized)
        #expect(answer.json?["code"] as? String == "unauthenticated")
    }

    @Test("a token opens no page: there the cookie counts")
    func page() async throws {
        let answer = try await send(.get, Self.bearer, path: "/today")

        #expect(answer.status == .seeOther)
    }
}
