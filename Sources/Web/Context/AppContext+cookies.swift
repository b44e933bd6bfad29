import Hummingbird

extension AppContext {
    /// A cookie of ours: never readable by scripts, never sent along from other sites' forms.
    package func cookie(_ name: String, _ value: String, seconds: Int?) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: seconds, path: "/", secure: site.isSecure, httpOnly: true, sameSite: .lax)
    }
}

extension Response {
    /// Starts a session in this browser with a token that only the database's hash knows.
    package mutating func startSession(_ token: String, seconds: Int, in context: AppContext) {
        setCookie(context.cookie(AppContext.sessionCookie, token, seconds: seconds))
    }

    package mutating func endSession(in context: AppContext) {
        setCookie(context.cookie(AppContext.sessionCookie, "", seconds: 0))
    }

    /// After a form was accepted: the browser asks for the next page with GET (303).
    package static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: Address.local(address) ?? "/", .cacheControl: "no-store"])
    }

    package static func seeOther(_ address: Address) -> Response {
        seeOther(address.text)
    }
}
