import Domain
import Hummingbird

/// The context of one request: who asks, from which browser, in which manner.
package struct AppContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Set by SiteResponder before anything else sees the context.
    package internal(set) var site: Site!
    package internal(set) var isAPI = false
    package internal(set) var isElder = false
    package internal(set) var session: WebSession?
    /// The token behind the session, to end it or to keep it when others end.
    package internal(set) var sessionToken: String?
    /// The peer's address without port, for rate limits, as `PeerAddress` counts it; nil in tests.
    package internal(set) var remoteAddress: String?
    var routes = RouteMap([])
    var cookies: Cookies?
    var method = HTTPRequest.Method.get
    var path = "/"
    var query: String?
    var referer: String?
    let exchange = Exchange()

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress.map(PeerAddress.counted)
    }

    /// Who acts; nil for a visitor.
    package var principal: Principal? { session?.principal }

    /// The request's id as shown to people and written in logs.
    package var reference: String { String(id.suffix(12)) }

    /// The form sent with this request; empty when none was.
    package var form: FormBody { exchange.read(\.form) ?? FormBody() }

    /// The file sent with this request in a field; nil where none was chosen.
    package func file(_ name: String) -> FormFile? {
        exchange.read(\.files).first { $0.name == name }
    }

    /// Every file sent with this request in a field, in the order in which they were chosen.
    package func files(_ name: String) -> [FormFile] {
        exchange.read(\.files).filter { $0.name == name }
    }

    /// The signed-in account, or the way to sign in.
    package func signedIn() throws(Unauthenticated) -> Principal.Signed {
        guard let signed = principal?.signed else { throw Unauthenticated() }
        return signed
    }

    /// A part of the path, decoded: `context.part("number")` for `/matters/{number}`.
    package func part(_ name: String) throws(NotFound) -> String {
        guard let raw = parameters.get(name), let bytes = FormBody.decoded(raw.utf8, plusIsSpace: false),
            let text = String(validating: bytes, as: UTF8.self), !text.contains("\0")
        else { throw NotFound() }
        return text
    }

    /// A row's id in the path.
    package func id(_ name: String) throws(NotFound) -> Int64 {
        guard let id = Int64(try part(name)), id > 0 else { throw NotFound() }
        return id
    }
}

extension AppContext {
    /// Name of the cookie that binds forms and repeated sends to a browser.
    package static let browserCookie = "lx_browser"
    package static let elderCookie = "lx_elder"
    package static let sessionCookie = "lx_session"

    /// The browser's token; a new browser gets one with this answer.
    package func browser() -> String {
        exchange.change { notes in
            if let known = notes.browser { return known }
            let token = RandomToken.text()
            notes.browser = token
            notes.browserIsNew = true
            return token
        }
    }

    /// The request's own address, for links that change one thing of it.
    package var address: String { query.map { path + "?" + $0 } ?? path }
}
