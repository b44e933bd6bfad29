import Domain
import Hummingbird

/// Lets no form through that was not drawn by us for this browser, and parses it once for everybody.
struct FormTokenCheck: RouterMiddleware {
    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        // Without an endpoint the answer is 404 or 405, whatever the body says.
        guard !request.method.isSafe, context.endpointPath != nil else {
            return try await next(request, context)
        }
        guard request.headers[.init("Sec-Fetch-Site")!] != "cross-site" else { throw Messages.foreignForm }
        // A program proves itself by its token; SessionCheck takes no cookie for it.
        if context.isAPI { return try await next(request, context) }
        let form = try await read(request, context)
        guard FormToken.isValid(form[FormToken.field], in: context) else { throw Messages.foreignForm }
        return try await next(request, context)
    }

    private func read(_ request: Request, _ context: AppContext) async throws -> FormBody {
        guard let boundary = Multipart.boundary(of: request.headers[.contentType]),
            let route = context.endpointPath, context.site.fileRoutes.contains(route)
        else {
            let form = try await FormBody.read(from: request, upTo: context.site.formLimit)
            context.exchange.change { $0.form = form }
            return form
        }
        // Nobody else's megabytes are read.
        guard context.principal?.signed != nil else { throw Unauthenticated() }
        let bytes = try await request.bytes(upTo: context.site.fileLimit)
        let sent = try Multipart(parsing: bytes, boundary: boundary)
        context.exchange.change { notes in
            notes.form = sent.form
            notes.files = sent.files
        }
        return sent.form
    }
}
