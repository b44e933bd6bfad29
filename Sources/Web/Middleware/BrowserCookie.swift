import Hummingbird

/// Knows the browser again, by a cookie it gets with the first form that is drawn for it, not before.
struct BrowserCookie: RouterMiddleware {
    private static let halfYear = 180 * 86_400

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        if let token = context.cookies?[AppContext.browserCookie]?.value, BrowserCookie.isToken(token) {
            context.exchange.change { $0.browser = token }
        }
        var response = try await next(request, context)
        let made = context.exchange.read { $0.browserIsNew ? $0.browser : nil }
        if let made {
            response.setCookie(context.cookie(AppContext.browserCookie, made, seconds: BrowserCookie.halfYear))
        }
        return response
    }

    private static func isToken(_ text: String) -> Bool {
        text.utf8.count == 43 && Base64URL.bytes(text) != nil
    }
}
