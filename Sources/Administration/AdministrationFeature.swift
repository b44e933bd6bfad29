import Directory
import Domain
import Hummingbird
import Web

/// 账号: signing in and out, activating an account, the own account.
package struct AdministrationFeature: Sendable {
    let installation: Installation

    package init(_ installation: Installation) {
        self.installation = installation
    }

    /// Finds who is behind a session's token, for `Router.site`.
    package var sessions: SessionLookup {
        { [installation] token in
            let found = try await Sessions.signed(SessionToken(text: token), in: installation)
            guard let signed = found else { return nil }
            let role = signed.grants.first?.role.chinese
            let name = [signed.name, role].compactMap(\.self).joined(separator: " ")
            return WebSession(principal: .account(signed), name: name)
        }
    }

    /// Adds the pages and the API of accounts.
    package func routes(on router: Router<AppContext>) {
        let signIn = SignInPage(installation: installation)
        router.get("/sign-in", use: signIn.show)
        router.post("/sign-in", use: signIn.submit)
        let code = SignInCodePage(installation: installation)
        router.get("/sign-in/code", use: code.show)
        router.post("/sign-in/code", use: code.ask)
        router.get("/sign-in/code/entry", use: code.showEntry)
        router.post("/sign-in/code/entry", use: code.enter)
        router.post("/sign-out", use: SignOutPage(installation: installation).submit)

        let activate = ActivatePage(installation: installation)
        router.get("/activate", use: activate.show)
        router.post("/activate", use: activate.submit)

        let account = AccountPage(installation: installation)
        router.get("/account", use: account.show)
        router.post("/account/password", use: account.changePassword)

        let sessions = SessionsAPI(installation: installation)
        router.post("/api/v1/sessions", use: sessions.create)
        let codes = SessionCodesAPI(installation: installation)
        router.post("/api/v1/sessions/codes", use: codes.ask)
        router.post("/api/v1/sessions/code", use: codes.create)
        router.delete("/api/v1/sessions/current", use: sessions.end)
    }
}
