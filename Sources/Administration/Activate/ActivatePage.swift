import Directory
import Domain
import Hummingbird
import Web

/// `GET`, `POST /activate`: 激活. Sets a password by the code from the administrator, and signs in.
struct ActivatePage: Sendable {
    private static let frame = PageFrame("用激活码设置密码", for: .staff)

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        context.page(Self.frame, ActivateView(parts: context.parts()).html)
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        do {
            switch try await Activate.run(form(request, context), in: installation) {
            case .signedIn(let ticket):
                return .signedIn(ticket, at: installation.now(), to: nil, in: context)
            case .wrong:
                throw FormErrors("code", "登录名或激活码不对，或者激活码已经过期。请检查，或找系统管理员领取新的激活码")
            case .tooOften(let seconds):
                throw TooMany(retryAfter: seconds)
            }
        } catch let errors as FormErrors {
            return page(Self.frame.refused(), errors, context)
        } catch let crowded as Crowded {
            return page(Self.frame.crowded(), crowded.errors(at: "login"), context).again(after: crowded.retryAfter)
        }
    }

    private func form(_ request: Request, _ context: AppContext) throws -> ActivationForm {
        var reader = context.reader
        let login = reader.text("login", "登录名", most: 40)
        let code = reader.text("code", "激活码", most: 40)
        let password = reader.secret("password", "新密码")
        let again = reader.secret("password_again", "再输入一次新密码")
        try reader.finish()
        return ActivationForm(
            login: login, code: code, password: password, repeated: again,
            browser: request.headers[.userAgent] ?? "", address: context.remoteAddress)
    }

    private func page(_ frame: PageFrame, _ errors: FormErrors, _ context: AppContext) -> Response {
        context.page(frame, ActivateView(parts: context.parts(refused: errors)).html)
    }
}
