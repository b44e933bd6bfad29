import Directory
import Domain
import Hummingbird
import Outbox
import Web

/// `/sign-in/code`: 用手机验证码登录. The telephone, then the code from the message, then with several accounts the one.
struct SignInCodePage: Sendable {
    private static let frame = PageFrame("用手机验证码登录", for: .staff)
    private static let entry = "/sign-in/code/entry"

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let next = Address.local(try FormBody.query(of: request)["next"])
        return context.page(Self.frame, asking(context.parts(), next))
    }

    /// The answer is the same whether anybody has the number.
    @Sendable func ask(_ request: Request, _ context: AppContext) async throws -> Response {
        let next = Address.local(context.form["next"])
        guard installation.settings.sendsSMS else {
            var frame = Self.frame
            frame.status = .conflict
            return context.page(frame, asking(context.parts(), next))
        }
        do {
            var reader = context.reader
            let telephone = reader.telephone("telephone", "手机号")
            try reader.finish()
            guard let telephone else { throw FormErrors("telephone", Messages.badTelephone) }
            let asked = SignInCodeRequest(
                telephone: Sensitive(telephone), holder: Sensitive(context.browser()), address: context.remoteAddress)
            if let seconds = try await SignInCodeSending(installation: installation).run(asked) {
                throw TooMany(retryAfter: seconds)
            }
            return .seeOther(Address(Self.entry).with("next", next))
        } catch let errors as FormErrors {
            return context.page(Self.frame.refused(), asking(context.parts(refused: errors), next))
        }
    }

    @Sendable func showEntry(_ request: Request, _ context: AppContext) async throws -> Response {
        let next = Address.local(try FormBody.query(of: request)["next"])
        return context.page(Self.frame, SignInCodeEntryView(parts: context.parts(), next: next).html)
    }

    @Sendable func enter(_ request: Request, _ context: AppContext) async throws -> Response {
        let next = Address.local(context.form["next"])
        do {
            let form = try form(request, context)
            let outcome = try await SignInByCode.run(form, in: installation)
            switch outcome {
            case .signedIn(let ticket):
                // Whoever signed in here before has left.
                if let old = context.sessionToken { try await Sessions.end(SessionToken(text: old), in: installation) }
                return .signedIn(ticket, at: installation.now(), to: next, in: context)
            case .choose(let choices):
                return try await choosing(choices, form.code, next, context)
            case .wrong, .over:
                throw FormErrors("code", outcome.message ?? "")
            case .tooOften(let seconds):
                throw TooMany(retryAfter: seconds)
            }
        } catch let errors as FormErrors {
            let view = SignInCodeEntryView(parts: context.parts(refused: errors), next: next)
            return context.page(Self.frame.refused(), view.html)
        }
    }

    private func form(_ request: Request, _ context: AppContext) throws(FormErrors) -> SignInCodeForm {
        var reader = context.reader
        let code = TypedText.digits(reader.text("code", "验证码", most: 20))
        let account = reader.identifier("account", "哪个账号", isRequired: false)
        try reader.finish()
        return SignInCodeForm(
            holder: Sensitive(context.browser()), code: code, account: account,
            browser: request.headers[.userAgent] ?? "", address: context.remoteAddress)
    }

    /// The code goes along unseen: the choice proves itself with it once more.
    private func choosing(
        _ choices: [SignInCodeChoice], _ code: String, _ next: String?, _ context: AppContext
    ) async throws -> Response {
        let atlas = try await installation.snapshot().atlas
        let offered = choices.map { choice in
            Choice(
                String(choice.account),
                choice.grants.map { "\($0.role.chinese)，\($0.place.chinese(in: atlas))" }.joined(separator: "；"),
                hint: "登录名 \(choice.login)")
        }
        let view = SignInCodeChoiceView(parts: context.parts(), choices: offered, code: code, next: next)
        return context.page(Self.frame, view.html)
    }

    private func asking(_ parts: FormParts, _ next: String?) -> HTML {
        SignInCodeView(parts: parts, next: next, isPossible: installation.settings.sendsSMS).html
    }
}

/// Sends codes by text message: at once, and to the telephone that was typed and nowhere else.
struct SignInCodeSending: Sendable {
    let installation: Installation

    /// Seconds to wait where it was asked too often.
    func run(_ asked: SignInCodeRequest) async throws -> Int? {
        let (keys, now) = (installation.keys, installation.now())
        return try await AskSignInCode.run(asked, in: installation) { message, db, ids in
            try Outbox.put(
                [
                    MessageDraft(
                        .signInCode, to: .address(.telephone, message.telephone), area: message.area,
                        values: ["code": message.code, "minutes": String(message.minutes)], key: message.key,
                        isUrgent: true)
                ], in: db, at: now, ids: &ids, keys: keys)
        }
    }
}
