import Hummingbird

/// Tells the request's id, so that a caller can name it.
struct RequestReference: RouterMiddleware {
    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.init("X-Request-Id")!] = context.reference
        return response
    }
}
