import Hummingbird

/// The outermost step: prepares the context, asks the router, and leaves the body off where only a head was asked for.
package struct SiteResponder: HTTPResponder {
    private let site: Site
    private let routes: RouteMap
    private let router: RouterResponder<AppContext>

    /// Takes the router with all its routes; more may not be added afterwards.
    package init(site: Site, router: Router<AppContext>) {
        self.site = site
        self.router = router.buildResponder()
        routes = RouteMap(router.routes.map { ($0.path, $0.method) })
    }

    package func respond(to request: Request, context: AppContext) async throws -> Response {
        var context = context
        context.site = site
        context.routes = routes
        context.method = request.method
        context.path = request.uri.path
        context.query = request.uri.query
        context.isAPI = context.path == "/api" || context.path.hasPrefix("/api/")
        context.referer = request.headers[.referer]
        if request.headers.contains(.cookie) { context.cookies = request.cookies }
        if site.isBehindProxy, let forwarded = request.headers[.init("X-Forwarded-For")!] {
            // The last address is the one our own proxy saw; those before it are the visitor's claims.
            context.remoteAddress =
                forwarded.split(separator: ",").last.map { PeerAddress.counted($0.trimmed) } ?? context.remoteAddress
        }
        let response = try await router.respond(to: request, context: context)
        return request.method == .head ? response.createHeadResponse() : response
    }
}
