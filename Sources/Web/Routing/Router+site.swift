import Hummingbird

extension Router where Context == AppContext {
    /// A router with everything that holds for every request already in it. Routes are added after this.
    package static func site(_ site: Site, sessions: @escaping SessionLookup) -> Router<AppContext> {
        let router = Router(context: AppContext.self, options: [.autoGenerateHeadEndpoints])
        router.addMiddleware {
            RequestWatch(traffic: site.traffic)
            RequestReference()
            SecurityHeaders(site: site)
            BrowserCookie()
            ElderSwitch()
            Errors()
            SessionCheck(find: sessions)
            FormTokenCheck()
        }
        router.get("/assets/{hash}/{name}") { _, context in
            try site.assets.response(hash: context.part("hash"), name: context.part("name"))
        }
        return router
    }
}
