import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

@Suite("When a page is drawn")
struct PageTests {
    @Test(
        "it allows no inline script, no frame and no sniffing",
        arguments: ["/", "/nowhere", "/fail/fault", "/api/x"])
    func securityHeaders(_ path: String) async throws {
        try await TestSite.application(isSecure: true).test(.router) { client in
            let headers = try await client.execute(uri: path, method: .get).headers

            let policy = try #require(headers[.contentSecurityPolicy])
            #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.init("Referrer-Policy")!] == "same-origin")
            #expect(headers.contains(.init("Permissions-Policy")!))
            #expect(headers.contains(.strictTransportSecurity))
        }
    }

    @Test("it holds no inline script or style")
    func nothingInline() async throws {
        try await TestSite.application().test(.router) { client in
            for path in ["/", "/say", "/nowhere"] {
                let text = try await client.execute(uri: path, method: .get).text
                #expect(!text.contains("<style") && !text.contains(" style=") && !text.contains(" onclick"))
                #expect(!text.contains("<script>"))
            }
        }
    }

    @Test("a page with a form or of a signed-in person is kept by nobody, an open one by everybody")
    func caching() async throws {
        try await TestSite.application().test(.router) { client in
            let open = try await client.execute(uri: "/", method: .get)
            let form = try await client.execute(uri: "/say", method: .get)
            let signed = try await client.execute(
                uri: "/", method: .get, headers: [.cookie: "lx_session=\(TestSite.clerkToken)"])

            #expect(open.headers[.cacheControl] == "public, max-age=60")
            #expect(form.headers[.cacheControl] == "no-store")
            #expect(signed.headers[.cacheControl] == "no-store")
        }
    }

    @Test("it says whom it is for, where it is and whom to call")
    func frame() async throws {
        try await TestSite.application().test(.router) { client in
            let resident = try await client.execute(uri: "/say", method: .get).text
            let cookie = "lx_session=\(TestSite.clerkToken)"
            let staff = try await client.execute(uri: "/today", method: .get, headers: [.cookie: cookie]).text

            #expect(resident.contains("<html lang=\"zh-CN\">"))
            #expect(resident.contains("<a href=\"/say\" aria-current=\"page\">说一件事</a>"))
            #expect(resident.contains("tel:0354-0000000"))
            #expect(!staff.contains("tel:0354-0000000") && staff.contains("请问本单位"))
            #expect(staff.contains("榆次区") && staff.contains("action=\"/sign-out\""))
            for word in ["受理", "交办", "承办", "办结", "归档"] { #expect(!resident.contains(word)) }
        }
    }

    @Test("of a long list of boxes those that are ticked are seen, the others are folded; a short one is not")
    func manyChoices() async throws {
        try await TestSite.application().test(.router) { client in
            let long = try await client.execute(uri: "/choices?count=20", method: .get).text
            let short = try await client.execute(uri: "/choices?count=16", method: .get).text

            let parts = long.split(separator: "<details class=\"choices\">")
            #expect(parts.count == 2 && parts[0].contains("value=\"3\" checked") && !parts[0].contains("value=\"4\""))
            #expect(parts[1].contains("没有勾的（19）") && parts[1].contains("value=\"20\""))
            #expect(long.matches(of: /type="checkbox"/).count == 20)
            #expect(!short.contains("<details"))
        }
    }

    @Test("长辈版 is a link that is remembered and leads back to the same page")
    func elder() async throws {
        try await TestSite.application().test(.router) { client in
            var browser = Browser(client)
            let before = try await browser.get("/say?place=7")
            let turned = try await browser.get("/say?place=7&elder=1")
            let after = try await browser.get("/say?place=7")

            #expect(before.text.contains("href=\"/say?place=7&amp;elder=1\""))
            #expect(turned.status == .seeOther && turned.headers[.location] == "/say?place=7")
            #expect(after.text.contains("<html lang=\"zh-CN\" class=\"elder\">"))
            #expect(after.text.contains("标准版"))
        }
    }

    @Test("style and script are kept for good under their hash, and other names do not exist")
    func assets() async throws {
        let assets = try Assets.load()
        try await TestSite.application().test(.router) { client in
            let style = try await client.execute(uri: assets.address("lianxin.css"), method: .get)
            let old = try await client.execute(uri: "/assets/0123/lianxin.css", method: .get)
            let other = try await client.execute(uri: "/assets/0123/..%2FWeb.swift", method: .get)

            #expect(style.headers[.cacheControl]?.contains("immutable") == true)
            #expect(style.headers[.contentType] == "text/css; charset=utf-8")
            #expect(old.headers[.cacheControl] == "no-cache")
            #expect(other.status == .notFound)
        }
    }

    @Test("all a resident loads at first stays far below 60 kB, uncompressed")
    func weight() async throws {
        let assets = try Assets.load()
        try await TestSite.application().test(.router) { client in
            var total = 0
            for path in ["/say"] + ["lianxin.css", "lianxin.js", "lianxin.svg"].map(assets.address) {
                total += try await client.execute(uri: path, method: .get).body.readableBytes
            }
            #expect(total < 40_000)
        }
    }
}
