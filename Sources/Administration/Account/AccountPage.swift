import Directory
import Domain
import Hummingbird
import Web

/// `GET /account`, `POST /account/password`: 我的账号.
struct AccountPage: Sendable {
    private static let frame = PageFrame("我的账号", for: .staff)

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let isChanged = try FormBody.query(of: request)["changed"] != nil
        return try await page(Self.frame, context.parts(), context, isChanged: isChanged)
    }

    @Sendable func changePassword(_ request: Request, _ context: AppContext) async throws -> Response {
        let account = try context.signedIn().account
        let kept = context.sessionToken.map { SessionToken(text: $0) }
        do {
            try await ChangePassword.run(form(context), of: account, keeping: kept, in: installation)
            return .seeOther(Address("/account").with("changed", "1"))
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), context)
        } catch let crowded as Crowded {
            let parts = context.parts(refused: crowded.errors(at: "old_password"))
            return try await page(Self.frame.crowded(), parts, context).again(after: crowded.retryAfter)
        }
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
        _ frame: PageFrame, _ parts: FormParts, _ context: AppContext, isChanged: Bool = false
    ) async throws -> Response {
        let signed = try context.signedIn()
        let atlas = try await installation.snapshot().atlas
        let roles = signed.grants.map {
            AccountView.RoleLine(role: $0.role.chinese, place: $0.place.chinese(in: atlas))
        }
        let view = AccountView(name: signed.name, roles: roles, isChanged: isChanged, parts: parts)
        return context.page(frame, view.html)
    }
}
