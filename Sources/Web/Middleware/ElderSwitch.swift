import Hummingbird

/// 长辈版: `?elder=1` on any page remembers the choice and leads back to the page (工信部适老化规范: a visible entry).
struct ElderSwitch: RouterMiddleware {
    private static let year = 365 * 86_400

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.isElder = context.cookies?[AppContext.elderCookie]?.value == "1"
        guard request.method == .get, !context.isAPI, let query = context.query, query.contains("elder="),
            let wanted = request.uri.queryParameters["elder"]
        else { return try await next(request, context) }
        let rest = query.split(separator: "&").filter { !$0.hasPrefix("elder=") }.joined(separator: "&")
        var response = Response.seeOther(rest.isEmpty ? context.path : context.path + "?" + rest)
        response.setCookie(ElderSwitch.cookie(wanted, context))
        return response
    }

    static func cookie(_ wanted: some StringProtocol, _ context: AppContext) -> Cookie {
        context.cookie(AppContext.elderCookie, wanted == "1" ? "1" : "0", seconds: year)
    }
}

extension AppContext {
    /// Draws the rest of this answer in the manner that was asked for within a form; the answer has to keep it.
    package func asked(elder wanted: String) -> AppContext {
        var context = self
        context.isElder = wanted == "1"
        return context
    }
}

extension Response {
    /// Remembers the manner in this browser.
    package mutating func keepElder(_ wanted: String, in context: AppContext) {
        setCookie(ElderSwitch.cookie(wanted, context))
    }
}
