import Directory
import Domain
import Hummingbird
import Web

/// `POST /api/v1/sessions/codes` asks for a code to a telephone, `POST /api/v1/sessions/code` opens a session with it.
struct SessionCodesAPI: Sendable {
    let installation: Installation

    struct Asked: Decodable {
        var telephone: String
    }

    struct Sent: Encodable, Sendable {
        /// What has to come back with the code; whoever only knows the code has nothing.
        var challenge: String
    }

    struct Typed: Decodable {
        var challenge: String
        var code: String
        /// Which account, where the telephone has several.
        var login: String?
    }

    @Sendable func ask(_ request: Request, _ context: AppContext) async throws -> Response {
        guard installation.settings.sendsSMS else {
            throw Refusal(.conflict, code: "no-sms", "这个系统没有开通短信，发不了验证码。请用登录名和密码登录。")
        }
        let typed = try await JSONBody.decode(Asked.self, from: request)
        var reader = FormReader(FormBody([FormBody.Field(name: "telephone", value: typed.telephone)]))
        let telephone = reader.telephone("telephone", "手机号")
        try reader.finish()
        let challenge = RandomToken.text()
        let asked = SignInCodeRequest(
            telephone: Sensitive(telephone ?? ""), holder: Sensitive(challenge), address: context.remoteAddress)
        if let seconds = try await SignInCodeSending(installation: installation).run(asked) {
            throw TooMany(retryAfter: seconds)
        }
        return try JSONResponse(Sent(challenge: challenge), status: .accepted)
            .response(from: request, context: context)
    }

    @Sendable func create(_ request: Request, _ context: AppContext) async throws -> Response {
        let typed = try await JSONBody.decode(Typed.self, from: request)
        var form = SignInCodeForm(
            holder: Sensitive(typed.challenge), code: TypedText.digits(String(typed.code.prefix(20))),
            browser: request.headers[.userAgent] ?? "", address: context.remoteAddress)
        var outcome = try await SignInByCode.run(form, in: installation)
        if case .choose(let choices) = outcome {
            guard let chosen = choices.first(where: { $0.login == typed.login }) else { throw Self.several(choices) }
            form.account = chosen.account
            outcome = try await SignInByCode.run(form, in: installation)
        }
        switch outcome {
        case .signedIn(let ticket):
            let answer = try await SessionsAPI(installation: installation).session(ticket)
            return try JSONResponse(answer, status: .created).response(from: request, context: context)
        case .choose(let choices): throw Self.several(choices)
        case .wrong, .over: throw FormErrors("code", outcome.message ?? "")
        case .tooOften(let seconds): throw TooMany(retryAfter: seconds)
        }
    }

    private static func several(_ choices: [SignInCodeChoice]) -> FormErrors {
        FormErrors("login", "这个手机号有几个账号，请用 login 写明登录名：" + choices.map(\.login).joined(separator: "、"))
    }
}
