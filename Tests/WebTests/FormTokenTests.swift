import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

@Suite("When a form comes back")
struct FormTokenTests {
    @Test("it is taken from the browser it was drawn for")
    func accepted() async throws {
        try await TestSite.application().test(.router) { client in
            var browser = Browser(client)
            let token = try await browser.get("/say").formToken

            let answer = try await browser.post("/say", "words=%E8%B7%AF%E7%81%AF", token: token)

            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/said?words=%E8%B7%AF%E7%81%AF")
        }
    }

    @Test("every answer masks the token anew, and each of them is good")
    func masked() async throws {
        try await TestSite.application().test(.router) { client in
            var browser = Browser(client)
            let first = try await browser.get("/say").formToken
            let second = try await browser.get("/say").formToken

            #expect(first != second)
            #expect(try await browser.post("/say", "words=a", token: first).status == .seeOther)
            #expect(try await browser.post("/say", "words=a", token: second).status == .seeOther)
        }
    }

    @Test("it is refused without a token, with a forged one, and with another browser's")
    func refused() async throws {
        try await TestSite.application().test(.router) { client in
            var browser = Browser(client)
            var other = Browser(client)
            _ = try await browser.get("/say")
            let foreign = try await other.get("/say").formToken

            for token in [nil, "", "AAAA", foreign] {
                let answer = try await browser.post("/say", "words=a", token: token)
                #expect(answer.status == .forbidden)
            }
        }
    }

    @Test("it is refused when another site sent it, and the words are given back")
    func crossSite() async throws {
        try await TestSite.application().test(.router) { client in
            var browser = Browser(client)
            let token = try #require(try await browser.get("/say").formToken)
            let body = "words=the+lamp+at+the+corner+is+broken&form_token=" + token

            let answer = try await browser.send(
                "/say", .post,
                [.contentType: "application/x-www-form-urlencoded", .init("Sec-Fetch-Site")!: "cross-site"],
                ByteBuffer(string: body))

            #expect(answer.status == .forbidden)
        }
    }

    @Test("the browser's cookie is out of reach for scripts and comes with the first form only")
    func cookie() async throws {
        try await TestSite.application(isSecure: true).test(.router) { client in
            var browser = Browser(client)
            let home = try await browser.get("/")
            let say = try await browser.get("/say")
            let again = try await browser.get("/say")

            #expect(!home.headers.contains(.setCookie))
            let cookie = try #require(say.headers[.setCookie])
            #expect(cookie.hasPrefix("lx_browser="))
            for word in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] { #expect(cookie.contains(word)) }
            #expect(!again.headers.contains(.setCookie))
        }
    }

    @Test("a form with mistakes is shown again with what was typed")
    func mistakes() async throws {
        try await TestSite.application().test(.router) { client in
            var browser = Browser(client)
            let token = try await browser.get("/say").formToken

            let answer = try await browser.post(
                "/say", "words=%3Cb%3E" + String(repeating: "x", count: 30), token: token)

            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("<a href=\"#words\">"))
            #expect(answer.text.contains("aria-describedby=\"words-hint words-seen words-error\""))
            #expect(answer.text.contains("&lt;b&gt;xxx"))
            #expect(answer.text.contains("<title>请改一下：说一件事"))
        }
    }

    @Test("too much, not UTF-8 and another kind of body have their own answers")
    func unreadable() async throws {
        try await TestSite.application().test(.router) { client in
            var browser = Browser(client)
            let large = try await browser.post("/say", "words=" + String(repeating: "x", count: 5000), token: nil)
            let latin = try await browser.post("/say", "words=%FF", token: nil)
            let json = try await browser.send(
                "/say", .post, [.contentType: "application/json"], ByteBuffer(string: "{}"))

            #expect(large.status == .contentTooLarge)
            #expect(latin.status == .badRequest)
            #expect(latin.text.contains("UTF-8"))
            #expect(json.status == .unsupportedMediaType)
        }
    }
}
