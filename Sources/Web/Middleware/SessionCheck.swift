import Hummingbird

/// Finds who asks: by the cookie of a browser, or by the token a program sends. A cookie of an ended session counts as
/// none: the page decides whether that is enough. A program is told at once.
struct SessionCheck: RouterMiddleware {
    let find: SessionLookup

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard !context.path.hasPrefix("/assets/") else { return try await next(request, context) }
        let bearer = context.isAPI ? request.bearer : nil
        guard let token = bearer ?? SessionCheck.cookie(request, context) else {
            return try await next(request, context)
        }
        guard (16...128).contains(token.utf8.count), let session = try await find(token) else {
            if bearer != nil { throw Unauthenticated() }
            return try await next(request, context)
        }
        var context = context
        context.session = session
        context.sessionToken = token
        context.exchange.change { $0.session = session }
        return try await next(request, context)
    }

    /// Browsers send cookies along with whatever another site makes them send. Over the API, where no form token
    /// stands against that, a cookie may read and no more.
    private static func cookie(_ request: Request, _ context: AppContext) -> String? {
        guard !context.isAPI || request.method.isSafe else { return nil }
        return context.cookies?[AppContext.sessionCookie]?.value
    }
}

extension Request {
    /// The token of `Authorization: Bearer …` (RFC 6750).
    fileprivate var bearer: String? {
        let words = headers[.authorization]?.split(separator: " ") ?? []
        return words.count == 2 && words[0].lowercased() == "bearer" ? String(words[1]) : nil
    }
}

extension HTTPRequest.Method {
    /// Changes nothing (RFC 9110, 9.2.1).
    var isSafe: Bool { self == .get || self == .head || self == .options }
}
