import Crypto
import Database
import Domain
import Foundation
import Hummingbird
import HummingbirdTesting

@testable import Web

/// A site with one page of every kind, for tests of Web alone.
enum TestSite {
    static let clerkToken = "token-of-the-clerk"

    static let clerk = WebSession(
        principal: .account(
            Principal.Signed(account: 1, person: 1, name: "张秀英", grants: [])), name: "张秀英 · 榆次区某街道联络站")

    static func signatures() -> Signatures {
        let key = SymmetricKey(size: .bits256)
        @Sendable func code(_ bytes: [UInt8], _ purpose: StaticString) -> [UInt8] {
            Array(HMAC<SHA256>.authenticationCode(for: Array("\(purpose)|".utf8) + bytes, using: key))
        }
        return Signatures(sign: code, verify: { code($0, $2) == $1 })
    }

    static func site(isSecure: Bool = false) throws -> Site {
        Site(
            human: Site.HumanLine(telephone: "0354-0000000", hours: "周一至周五 8:00 至 18:00"),
            assets: try Assets.load(), signatures: signatures(), isSecure: isSecure, formLimit: 4096)
    }

    static func application(isSecure: Bool = false) throws -> Application<SiteResponder> {
        let site = try site(isSecure: isSecure)
        let router = Router.site(site) { $0 == clerkToken ? clerk : nil }
        router.get("/") { _, context in
            context.page(PageFrame("首页", caching: .open(seconds: 60)), "<h1>首页</h1>")
        }
        addSay(to: router)
        router.get("/choices") { request, context in
            let count = try FormBody.query(of: request)["count"].flatMap { Int($0) } ?? 0
            let choices = (1...count).map { Choice(String($0), "第 \($0) 位") }
            return context.page(PageFrame("名单"), context.parts().checkboxes("who", "谁来", choices, chosen: ["3"]))
        }
        router.get("/today") { _, context in
            let signed = try context.signedIn()
            return context.page(PageFrame("今天", for: .staff), "<h1>\(signed.name)</h1>")
        }
        let fail: @Sendable (Request, AppContext) async throws -> Response = { _, context in
            throw failure(try context.part("how"))
        }
        router.get("/fail/{how}", use: fail)
        router.post("/fail/{how}", use: fail)
        router.get("/api/v1/fail/{how}", use: fail)
        router.post("/api/v1/matters") { request, _ in
            let body = try await JSONBody.decode(Said.self, from: request)
            return JSONResponse(body, status: .created)
        }
        let me: @Sendable (Request, AppContext) throws -> Response = { request, context in
            try JSONResponse(["name": context.signedIn().name]).response(from: request, context: context)
        }
        router.get("/api/v1/me", use: me)
        router.post("/api/v1/me", use: me)
        return Application(responder: SiteResponder(site: site, router: router))
    }

    struct Said: Codable, Sendable {
        var words: String
        var area: Int
    }

    private static func addSay(to router: Router<AppContext>) {
        router.get("/say") { _, context in sayPage(context, context.parts()) }
        router.post("/say") { _, context in
            var reader = context.reader
            let words = reader.lines("words", "要说的事", most: 20)
            guard reader.errors.isEmpty else {
                return sayPage(context, context.parts(refused: reader.errors))
            }
            return Response.seeOther(Address("/said").with("words", words))
        }
    }

    private static func sayPage(_ context: AppContext, _ parts: FormParts) -> Response {
        let frame = PageFrame("说一件事")
        return context.page(
            parts.errors.isEmpty ? frame : frame.refused(),
            """
            \(parts.summary)<h1>说一件事</h1>
            \(parts.form(action: "/say", version: 3, submit: "下一步", keep: "say", """
            \(parts.textArea("words", "要说的事", notes: FieldNotes(hint: "写清地点", seenBy: "联络站")))
            """))
            """)
    }

    private static func failure(_ how: String) -> any Error {
        switch how {
        case "forbidden": Refusal(.forbidden, code: "not_yours", "这件事由别的站办理")
        case "conflict": Refusal(.conflict, code: "closed", "这件事已经结束")
        case "fields": FormErrors("words", "请填写要说的事")
        case "absent": NotFound()
        case "stale": Stale()
        case "unauthenticated": Unauthenticated()
        case "many": TooMany(retryAfter: 120)
        case "large": PayloadTooLarge()
        case "media": UnsupportedMediaType()
        case "unreadable": Unreadable(.form)
        case "busy": DatabaseError.busy
        case "full": DatabaseError.full
        case "crowded": Crowded(retryAfter: 10)
        default: DatabaseError.other("disk I/O error near 张秀英")
        }
    }
}

/// A browser that keeps its cookies, as far as these tests need one.
struct Browser {
    let client: any TestClientProtocol
    var cookies: [String: String] = [:]

    init(_ client: any TestClientProtocol, cookies: [String: String] = [:]) {
        self.client = client
        self.cookies = cookies
    }

    mutating func get(_ path: String) async throws -> TestResponse {
        try await send(path, .get, [:], nil)
    }

    /// Sends a form with the token out of a page, if there is one.
    mutating func post(_ path: String, _ form: String, token: String?) async throws -> TestResponse {
        let body = token.map { form + "&form_token=" + $0 } ?? form
        return try await send(
            path, .post, [.contentType: "application/x-www-form-urlencoded"], ByteBuffer(string: body))
    }

    mutating func send(
        _ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: ByteBuffer?
    ) async throws -> TestResponse {
        var headers = headers
        if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ") }
        let answer = try await client.execute(uri: path, method: method, headers: headers, body: body)
        for line in answer.headers[values: .setCookie] {
            let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
        }
        return answer
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    var formToken: String? {
        guard let start = text.range(of: "name=\"form_token\" value=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }

    var json: [String: Any]? {
        try? JSONSerialization.jsonObject(with: Data(body.readableBytesView)) as? [String: Any]
    }
}
