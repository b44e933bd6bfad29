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
        router.post("/sign-out", use: SignOutPage(installation: installation).submit)

        let activate = ActivatePage(installation: installation)
        router.get("/activate", use: activate.show)
        router.post("/activate", use: activate.submit)

        let account = AccountPage(installation: installation)
        router.get("/account", use: account.show)
        router.post("/account/password", use: account.changePassword)

        webhooks(on: router)

        let sessions = SessionsAPI(installation: installation)
        router.post("/api/v1/sessions", use: sessions.create)
        router.delete("/api/v1/sessions/current", use: sessions.end)
    }

    private func webhooks(on router: Router<AppContext>) {
        let webhooks = WebhooksPage(installation: installation)
        router.get("/admin/webhooks", use: webhooks.list)
        router.post("/admin/webhooks", use: webhooks.create)
        router.get("/admin/webhooks/new", use: webhooks.blank)

        let webhook = WebhookPage(installation: installation)
        router.get("/admin/webhooks/{hook}", use: webhook.show)
        router.post("/admin/webhooks/{hook}", use: webhook.change)
        router.post("/admin/webhooks/{hook}/pause", use: webhook.pause)
        router.post("/admin/webhooks/{hook}/resumption", use: webhook.resume)
        router.post("/admin/webhooks/{hook}/trial", use: webhook.trial)
        router.post("/admin/webhooks/{hook}/secret", use: webhook.rotate)
        router.post("/admin/webhooks/{hook}/removal", use: webhook.remove)
    }
}
