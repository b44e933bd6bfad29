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
        guard let boundary = try boundary(request, context) else {
            let form = try await FormBody.read(from: request, upTo: context.site.formLimit)
            return try await pass(Multipart(form), request, context, next)
        }
        let limit = try limit(context)
        // What is announced is reserved; a browser that announces nothing may send as much as there may be.
        let announced = request.headers[.contentLength].flatMap { Int($0) } ?? limit
        return try await context.site.bodies.hold(max(0, min(announced, limit))) {
            try await pass(read(request, context, upTo: limit, boundary), request, context, next)
        }
    }

    private func pass(
        _ sent: Multipart, _ request: Request, _ context: AppContext,
        _ next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        context.exchange.change { notes in
            notes.form = sent.form
            notes.files = sent.files
        }
        guard FormToken.isValid(sent.form[FormToken.field], in: context) else { throw Messages.foreignForm }
        return try await next(request, context)
    }

    /// Nil where the form brings no file; 415 where it brings one to a route that takes none.
    private func boundary(_ request: Request, _ context: AppContext) throws -> String? {
        guard request.mediaType == "multipart/form-data" else { return nil }
        guard let route = context.endpointPath,
            context.site.fileRoutes.contains(route) || context.site.openFileRoutes.contains(route)
        else { throw UnsupportedMediaType() }
        guard let boundary = Multipart.boundary(of: request.headers[.contentType]) else { throw Unreadable(.form) }
        return boundary
    }

    /// How much the one who sends it may send.
    private func limit(_ context: AppContext) throws -> Int {
        if context.endpointPath.map(context.site.openFileRoutes.contains) ?? false {
            // Of a browser that has seen no page of ours nothing is read.
            guard context.exchange.read(\.browser) != nil else { throw Messages.foreignForm }
            return context.site.openFileLimit
        }
        // Nobody else's megabytes are read.
        guard context.principal?.signed != nil else { throw Unauthenticated() }
        return context.site.fileLimit
    }

    private func read(
        _ request: Request, _ context: AppContext, upTo limit: Int, _ boundary: String
    ) async throws -> Multipart {
        let (bytes, isWhole) = try await request.bytesBegun(upTo: limit)
        guard isWhole else {
            // The texts stand in front of the files: they are shown again, the form's token is not asked for that.
            let texts = Multipart.texts(ofBegun: bytes, boundary: boundary)
            context.exchange.change { $0.form = texts }
            throw PayloadTooLarge()
        }
        return try Multipart(parsing: bytes, boundary: boundary)
    }
}
