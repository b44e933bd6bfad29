import Directory
import Hummingbird
import Web

/// `POST /sign-out`: 退出. The session ends in the database, not only in this browser.
struct SignOutPage: Sendable {
    let installation: Installation

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        if let token = context.sessionToken {
            try await Sessions.end(SessionToken(text: token), in: installation)
        }
        var response = Response.seeOther("/sign-in")
        response.endSession(in: context)
        return response
    }
}
