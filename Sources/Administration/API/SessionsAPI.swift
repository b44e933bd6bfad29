import Directory
import Domain
import Hummingbird
import Web

/// `POST /api/v1/sessions` and `DELETE /api/v1/sessions/current`: the token goes into `Authorization: Bearer`.
struct SessionsAPI: Sendable {
    let installation: Installation

    struct Credentials: Decodable {
        var login: String
        var password: String
    }

    struct Role: Encodable, Sendable {
        var role: String
        var name: String
        var place: String
    }

    struct Session: Encodable, Sendable {
        var token: String
        /// When it ends if nothing more is asked.
        var expires_at: String
        /// When it ends in any case.
        var ends_at: String
        var roles: [Role]
    }

    @Sendable func create(_ request: Request, _ context: AppContext) async throws -> Response {
        let typed = try await JSONBody.decode(Credentials.self, from: request)
        var errors = FormErrors()
        let login = errors.text("login", typed.login, TextRule("登录名", most: 40))
        guard errors.isEmpty else { throw errors }
        let form = SignInForm(
            login: login, password: typed.password, browser: request.headers[.userAgent] ?? "",
            address: context.remoteAddress)
        let outcome = try await SignIn.run(form, in: installation)
        switch outcome {
        case .signedIn(let ticket):
            let answer = try await session(ticket)
            return try JSONResponse(answer, status: .created).response(from: request, context: context)
        case .wrong: throw FormErrors("password", outcome.message ?? "")
        case .locked(let seconds): throw TooMany(retryAfter: seconds)
        }
    }

    @Sendable func end(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let token = context.sessionToken else { throw Unauthenticated() }
        try await Sessions.end(SessionToken(text: token), in: installation)
        return Response(status: .noContent)
    }

    /// What a program is told of its new session.
    func session(_ ticket: SessionTicket) async throws -> Session {
        let atlas = try await installation.snapshot().atlas
        let roles = ticket.signed.grants.map {
            Role(role: $0.role.rawValue, name: $0.role.chinese, place: $0.place.chinese(in: atlas))
        }
        return Session(
            token: ticket.token.text, expires_at: ticket.expiresAt.rfc3339, ends_at: ticket.endsAt.rfc3339, roles: roles
        )
    }
}
