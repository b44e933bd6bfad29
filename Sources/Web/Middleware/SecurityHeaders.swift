import Hummingbird

/// No inline script or style, no frames, no sniffing, no sensors, no addresses told to others.
struct SecurityHeaders: RouterMiddleware {
    private let fields: HTTPFields

    init(site: Site) {
        var fields: HTTPFields = [
            .contentSecurityPolicy: """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
            form-action 'self'; base-uri 'none'; frame-ancestors 'none'
            """,
            .xContentTypeOptions: "nosniff",
            .init("Referrer-Policy")!: "same-origin",
            .init("Permissions-Policy")!: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            .init("Cross-Origin-Opener-Policy")!: "same-origin",
            // Browsers that do not know frame-ancestors yet.
            .init("X-Frame-Options")!: "DENY",
        ]
        if site.isSecure { fields[.strictTransportSecurity] = "max-age=31536000" }
        self.fields = fields
    }

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // A page whose address is a secret tells it to nobody, not even to our own pages.
        let referrer = response.headers[.init("Referrer-Policy")!]
        response.headers.append(contentsOf: fields)
        if let referrer { response.headers[.init("Referrer-Policy")!] = referrer }
        // What says nothing about keeping is personal.
        if !response.headers.contains(.cacheControl) { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
