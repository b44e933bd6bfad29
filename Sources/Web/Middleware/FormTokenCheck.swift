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
        let sent = try await read(request, context)
        context.exchange.change { notes in
            notes.form = sent.form
            notes.files = sent.files
        }
        guard FormToken.isValid(sent.form[FormToken.field], in: context) else { throw Messages.foreignForm }
        return try await next(request, context)
    }

    private func read(_ request: Request, _ context: AppContext) async throws -> Multipart {
        guard let boundary = Multipart.boundary(of: request.headers[.contentType]), let route = context.endpointPath
        else { return Multipart(try await FormBody.read(from: request, upTo: context.site.formLimit)) }
        if context.site.openFileRoutes.contains(route) {
            // Of a browser that has seen no page of ours nothing is read either.
            guard context.exchange.read(\.browser) != nil else { throw Messages.foreignForm }
            return try Multipart(
                parsing: try await request.bytes(upTo: context.site.openFileLimit), boundary: boundary)
        }
        guard context.site.fileRoutes.contains(route) else {
            return Multipart(try await FormBody.read(from: request, upTo: context.site.formLimit))
        }
        // Nobody else's megabytes are read.
        guard context.principal?.signed != nil else { throw Unauthenticated() }
        return try Multipart(parsing: try await request.bytes(upTo: context.site.fileLimit), boundary: boundary)
    }
}
