import Directory
import Domain
import Hummingbird
import Web

/// `GET`, `POST /sign-in`: 登录. Leads on to where one was going, or to today's work.
struct SignInPage: Sendable {
    private static let frame = PageFrame("登录", for: .staff)

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let next = Address.local(try FormBody.query(of: request)["next"])
        if context.principal?.signed != nil { return .seeOther(next ?? "/today") }
        let view = SignInView(parts: context.parts(), next: next, hasCode: installation.settings.sendsSMS)
        return context.page(Self.frame, view.html)
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let next = Address.local(context.form["next"])
        do {
            let outcome = try await SignIn.run(form(request, context), in: installation)
            switch outcome {
            case .signedIn(let ticket):
                // Whoever signed in here before has left.
                if let old = context.sessionToken { try await Sessions.end(SessionToken(text: old), in: installation) }
                return .signedIn(ticket, at: installation.now(), to: next, in: context)
            case .wrong:
                return refused(FormErrors("login", outcome.message ?? ""), next, context)
            case .locked(let seconds):
                let errors = FormErrors("login", outcome.message ?? "")
                return refused(errors, next, context, status: .tooManyRequests).again(after: seconds)
            }
        } catch let errors as FormErrors {
            return refused(errors, next, context)
        } catch let crowded as Crowded {
            return refused(crowded.errors(at: "login"), next, context, status: .serviceUnavailable)
                .again(after: crowded.retryAfter)
        }
    }

    private func form(_ request: Request, _ context: AppContext) throws -> SignInForm {
        var reader = context.reader
        let login = reader.text("login", "登录名", most: 40)
        let password = reader.secret("password", "密码")
        try reader.finish()
        return SignInForm(
            login: login, password: password, browser: request.headers[.userAgent] ?? "",
            address: context.remoteAddress)
    }

    private func refused(
        _ errors: FormErrors, _ next: String?, _ context: AppContext,
        status: HTTPResponse.Status = .unprocessableContent
    ) -> Response {
        var frame = Self.frame
        frame.status = status
        let view = SignInView(
            parts: context.parts(refused: errors), next: next, hasCode: installation.settings.sendsSMS)
        return context.page(frame, view.html)
    }
}

extension Response {
    /// The answer that carries the new session and leads on.
    static func signedIn(
        _ ticket: SessionTicket, at now: Instant, to next: String?, in context: AppContext
    ) -> Response {
        var response = Response.seeOther(next ?? "/today")
        let seconds = Int((ticket.endsAt.ms - now.ms) / 1000)
        response.startSession(ticket.token.text, seconds: seconds, in: context)
        return response
    }
}
