import Directory
import Domain
import Hummingbird
import Outbox
import Web

/// `GET /account`, `POST /account/password`, `POST /account/mailbox…`: 我的账号.
struct AccountPage: Sendable {
    private static let frame = PageFrame("我的账号", for: .staff)

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let done = try FormBody.query(of: request)["changed"].flatMap(AccountView.Done.init)
        return try await page(Self.frame, context.parts(), context, done: done)
    }

    @Sendable func changePassword(_ request: Request, _ context: AppContext) async throws -> Response {
        let account = try context.signedIn().account
        let kept = context.sessionToken.map { SessionToken(text: $0) }
        do {
            try await ChangePassword.run(form(context), of: account, keeping: kept, in: installation)
            return .seeOther(Self.done(.password))
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), context)
        } catch let crowded as Crowded {
            let parts = context.parts(refused: crowded.errors(at: "old_password"))
            return try await page(Self.frame.crowded(), parts, context).again(after: crowded.retryAfter)
        }
    }

    @Sendable func askMailbox(_ request: Request, _ context: AppContext) async throws -> Response {
        try await mailbox(context, .asked) { signed in
            var reader = context.reader
            let typed = reader.text("mailbox", "邮箱", most: 254)
            try reader.finish()
            try await AskMailbox.run(typed, of: signed, in: installation)
        }
    }

    @Sendable func proveMailbox(_ request: Request, _ context: AppContext) async throws -> Response {
        try await mailbox(context, .proved) { signed in
            let code = TypedText.digits(context.form["code"] ?? "")
            guard !code.isEmpty else { throw FormErrors("code", Messages.missing("验证码")) }
            try await ProveMailbox.run(code, of: signed.person, in: installation)
        }
    }

    @Sendable func removeMailbox(_ request: Request, _ context: AppContext) async throws -> Response {
        try await mailbox(context, .removed) { signed in
            try await installation.database.write { db in try ForgetMailbox.run(db, of: signed.person) }
        }
    }

    private func mailbox(
        _ context: AppContext, _ done: AccountView.Done, _ act: (Principal.Signed) async throws -> Void
    ) async throws -> Response {
        do {
            try await act(context.signedIn())
            return .seeOther(Self.done(done))
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), context)
        }
    }

    private static func done(_ done: AccountView.Done) -> Address {
        Address("/account").with("changed", done.rawValue)
    }

    private func form(_ context: AppContext) throws -> PasswordChangeForm {
        var reader = context.reader
        let current = reader.secret("old_password", "现在的密码")
        let password = reader.secret("password", "新密码")
        let again = reader.secret("password_again", "再输入一次新密码")
        try reader.finish()
        return PasswordChangeForm(current: current, password: password, repeated: again)
    }

    private func page(
        _ frame: PageFrame, _ parts: FormParts, _ context: AppContext, done: AccountView.Done? = nil
    ) async throws -> Response {
        let signed = try context.signedIn()
        let now = installation.now()
        let installation = installation
        let (atlas, mailbox) = try await installation.database.read { db in
            let mailbox = try Mailbox(of: signed.person, at: now, in: db, keys: installation.keys)
            return (try installation.snapshot(in: db).atlas, mailbox)
        }
        let roles = signed.grants.map {
            AccountView.RoleLine(role: $0.role.chinese, place: $0.place.chinese(in: atlas))
        }
        let view = AccountView(name: signed.name, roles: roles, done: done, mailbox: mailbox, parts: parts)
        return context.page(frame, view.html)
    }
}
