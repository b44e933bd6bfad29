import Hummingbird

extension Problem {
    func page(_ context: AppContext) -> Response {
        // Signing in comes first, then the page again; what was typed into a form has to stay in sight instead.
        if status == .unauthorized, context.method == .get || context.method == .head {
            return .seeOther(Address("/sign-in").with("next", context.address))
        }
        let isStaff = context.exchange.read(\.session)?.principal.signed != nil
        let home: HTML = isStaff ? "<a href=\"/today\">回到今天</a>" : "<a href=\"/\">回到首页</a>"
        let body: HTML = """
            <h1>\(title)</h1>
            <p class="lead">\(detail)</p>
            \(fieldList)\(reference(context))\(words(context))
            <p>\(signIn)\(wayBack(context)) \(home)</p>
            """
        var response = context.page(PageFrame(title, for: isStaff ? .staff : .resident, status: status), body)
        for field in headers { response.headers[field.name] = field.value }
        return response
    }

    private var fieldList: HTML {
        fields.isEmpty ? HTML() : "<ul class=\"faults\">\(each: fields, { "<li>\($0.message)</li>" })</ul>"
    }

    private func reference(_ context: AppContext) -> HTML {
        status == .internalServerError ? "<p>编号：<strong class=\"figures\">\(context.reference)</strong></p>" : HTML()
    }

    private var signIn: HTML {
        status == .unauthorized
            ? "<a class=\"button\" href=\"/sign-in\" target=\"_blank\" rel=\"noopener\">在新页面登录</a> " : HTML()
    }

    private func wayBack(_ context: AppContext) -> HTML {
        guard let back = context.back else { return HTML() }
        return "<a href=\"\(address: back)\">回到上一页</a>"
    }

    private func words(_ context: AppContext) -> HTML {
        let form = SentForm(context.form)
        switch sent {
        case .forget: return HTML()
        case .show: return form.words
        case .offerAgain: return form.isSecret ? HTML() : form.filesAgain + form.again(context)
        }
    }
}

/// The form of the failed request, given back so that nothing typed is lost.
private struct SentForm {
    private static let secrets: Set<String> = [
        "password", "password_again", "new_password", "old_password", "code", "pin",
    ]
    private static let ours: Set<String> = [FormToken.field, FormParts.versionField, FormParts.submissionField]

    let fields: [FormBody.Field]
    let isSecret: Bool
    private let hadFiles: Bool

    init(_ form: FormBody) {
        isSecret = form.fields.contains { SentForm.secrets.contains($0.name) }
        hadFiles = form.fields.contains { $0.value.hasPrefix(Multipart.mark) }
        fields = form.fields.filter { $0.name != FormToken.field && !$0.value.hasPrefix(Multipart.mark) }
    }

    /// A browser cannot be handed a file back.
    var filesAgain: HTML { hadFiles ? "<p>\(Messages.filesAgain)</p>" : HTML() }

    /// Long texts only: what is short is typed again more quickly than copied.
    private var long: [FormBody.Field] {
        fields.filter {
            !SentForm.ours.contains($0.name) && !SentForm.secrets.contains($0.name) && $0.value.count > 15
                && !$0.value.hasPrefix(FormBody.sealedMark)
        }
    }

    var words: HTML {
        guard !long.isEmpty else { return HTML() }
        return """
            <h2>\(Messages.yourWords)</h2>
            \(each: long, { """
            <textarea rows="6" readonly aria-label="\(Messages.yourWords)">\n\($0.value)</textarea>
            """ })
            """
    }

    func again(_ context: AppContext) -> HTML {
        guard !fields.isEmpty else { return HTML() }
        let long = long
        let parts = context.parts()
        return """
            <form method="post" action="\(address: context.address)">
            \(parts.token)
            \(each: fields.filter { !long.contains($0) }, { parts.hidden($0.name, $0.value) })
            \(if: !long.isEmpty, "<h2>\(Messages.yourWords)</h2>")
            \(each: long, { """
            <textarea name="\($0.name)" rows="6" aria-label="\(Messages.yourWords)">\n\($0.value)</textarea>
            """ })
            <button type="submit">\(Messages.sendAgain)</button>
            </form>
            """
    }
}

extension AppContext {
    /// The page this request came from, when it is one of ours.
    package var back: String? {
        guard let referer, let scheme = referer.range(of: "://") else { return nil }
        let rest = referer[scheme.upperBound...]
        return rest.firstIndex(of: "/").flatMap { Address.local(String(rest[$0...])) }
    }
}
