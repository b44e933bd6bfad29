import Hummingbird

/// No inline script or style, no frames, no sniffing, no addresses told to others, and of the sensors the microphone
/// alone: who cannot write may say it aloud, and hears it again before it leaves the device.
struct SecurityHeaders: RouterMiddleware {
    private let fields: HTTPFields

    init(site: Site) {
        var fields: HTTPFields = [
            .contentSecurityPolicy: """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self' blob:; \
            connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
            """,
            .xContentTypeOptions: "nosniff",
            .init("Referrer-Policy")!: "same-origin",
            .init("Permissions-Policy")!: "camera=(), geolocation=(), microphone=(self), payment=(), usb=()",
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
        // A file that somebody sent has stricter ones of its own, and a page whose address is a secret tells it to nobody.
        for field in fields where !response.headers.contains(field.name) { response.headers.append(field) }
        // What says nothing about keeping is personal.
        if !response.headers.contains(.cacheControl) { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
