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
        response.setCookie(
            context.cookie(AppContext.elderCookie, wanted == "1" ? "1" : "0", seconds: ElderSwitch.year))
        return response
    }
}
