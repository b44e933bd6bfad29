import Hummingbird

/// Counts every request and writes one line about it. The line names the route and not the address: numbers, search
/// words and codes are nobody's business who reads logs.
struct RequestWatch: RouterMiddleware {
    let traffic: Traffic

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        traffic.begin()
        defer { traffic.end() }
        let began = ContinuousClock.now
        let response = try await next(request, context)
        let took = (ContinuousClock.now - began) / .seconds(1)
        let (method, route) = (request.method.known, context.endpointPath ?? "none")
        traffic.add(Traffic.Key(method: method, route: route, status: Int(response.status.code)), seconds: took)
        context.logger.info(
            "request",
            metadata: [
                "request": "\(context.reference)", "method": "\(method)", "route": "\(route)",
                "status": "\(response.status.code)", "ms": "\(Int((took * 1000).rounded()))",
            ])
        return response
    }
}

extension HTTPRequest.Method {
    private static let usual: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]

    /// A visitor may send any word as a method.
    fileprivate var known: String { Self.usual.contains(self) ? rawValue : "other" }
}
