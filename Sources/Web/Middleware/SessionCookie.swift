import Hummingbird

/// Finds who asks. A cookie of an ended session counts as none: the page decides whether that is enough.
struct SessionCookie: RouterMiddleware {
    let find: SessionLookup

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard let token = context.cookies?[AppContext.sessionCookie]?.value, (16...128).contains(token.utf8.count),
            !context.path.hasPrefix("/assets/"), let session = try await find(token)
        else { return try await next(request, context) }
        var context = context
        context.session = session
        context.exchange.change { $0.session = session }
        return try await next(request, context)
    }
}
