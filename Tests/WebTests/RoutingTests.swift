import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

@Suite("When an address is asked for")
struct RoutingTests {
    @Test("another method answers 405 with those that exist", arguments: ["/say", "/api/v1/matters"])
    func wrongMethod(_ path: String) async throws {
        try await TestSite.application().test(.router) { client in
            let answer = try await client.execute(uri: path, method: .delete)

            #expect(answer.status == .methodNotAllowed)
            #expect(answer.headers[.allow] == (path == "/say" ? "GET, HEAD, POST" : "POST"))
        }
    }

    @Test("an unknown one answers 404, even to a form without token", arguments: [HTTPRequest.Method.get, .post])
    func unknown(_ method: HTTPRequest.Method) async throws {
        try await TestSite.application().test(.router) { client in
            let page = try await client.execute(uri: "/nowhere", method: method)
            let problem = try await client.execute(uri: "/api/nowhere", method: method)

            #expect(page.status == .notFound)
            #expect(page.text.contains("没有找到"))
            #expect(problem.status == .notFound)
            #expect(problem.json?["code"] as? String == "not_found")
        }
    }

    @Test("only the head comes where only the head was asked for", arguments: ["/", "/nowhere"])
    func head(_ path: String) async throws {
        try await TestSite.application().test(.router) { client in
            let answer = try await client.execute(uri: path, method: .head)

            #expect(answer.status == (path == "/" ? .ok : .notFound))
            #expect(answer.body.readableBytes == 0)
            #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        }
    }

    @Test("the site map lists every route once, without HEAD")
    func siteMap() throws {
        let router = Router.site(try TestSite.site()) { _ in nil }
        router.get("/matters/{number}") { _, _ in "" }
        router.post("/matters/{number}/assignment") { _, _ in "" }
        _ = router.buildResponder()

        #expect(
            SiteMap.lines(of: router) == [
                "GET /assets/{hash}/{name}", "GET /matters/{number}", "POST /matters/{number}/assignment",
            ])
    }

    @Test("a part of the path that is no UTF-8 is not found")
    func brokenPart() async throws {
        try await TestSite.application().test(.router) { client in
            let answer = try await client.execute(uri: "/fail/%FF", method: .get)

            #expect(answer.status == .notFound)
        }
    }
}
