import Directory
import Domain
import Hummingbird
import Outbox
import Web

/// 账号: signing in and out, activating an account, the own account. 消息: the inbox, what is told by hand, how messages
/// leave and what they say.
package struct AdministrationFeature: Sendable {
    let installation: Installation
    let channels: Channels

    package init(_ installation: Installation, channels: Channels) {
        self.installation = installation
        self.channels = channels
    }

    /// Finds who is behind a session's token, for `Router.site`.
    package var sessions: SessionLookup {
        { [installation] token in
            let found = try await Sessions.current(SessionToken(text: token), in: installation)
            guard let (signed, unread) = found else { return nil }
            let role = signed.grants.first?.role.chinese
            let name = [signed.name, role].compactMap(\.self).joined(separator: " ")
            return WebSession(principal: .account(signed), name: name, unread: unread)
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
        router.post("/account/mailbox", use: account.askMailbox)
        router.post("/account/mailbox/proof", use: account.proveMailbox)
        router.post("/account/mailbox/removal", use: account.removeMailbox)
        messages(on: router)

        webhooks(on: router)

        let sessions = SessionsAPI(installation: installation)
        router.post("/api/v1/sessions", use: sessions.create)
        let codes = SessionCodesAPI(installation: installation)
        router.post("/api/v1/sessions/codes", use: codes.ask)
        router.post("/api/v1/sessions/code", use: codes.create)
        router.delete("/api/v1/sessions/current", use: sessions.end)
    }

    private func messages(on router: Router<AppContext>) {
        let inbox = InboxPage(installation: installation)
        router.get("/inbox", use: inbox.show)
        router.post("/inbox/read", use: inbox.markRead)

        let calls = CallsPage(installation: installation)
        router.get("/calls", use: calls.show)
        router.post("/calls/{sending}/opening", use: calls.open)
        router.post("/calls/{sending}/outcome", use: calls.tell)

        let outbox = OutboxPage(installation: installation, channels: channels)
        router.get("/admin/outbox", use: outbox.show)
        router.post("/admin/outbox/{sending}/retry", use: outbox.retry)
        router.post("/admin/outbox/{sending}/stop", use: outbox.stop)

        let texts = TextsPage(installation: installation)
        router.get("/admin/texts", use: texts.show)
        router.post("/admin/texts", use: texts.write)
        router.post("/admin/texts/preview", use: texts.preview)
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
