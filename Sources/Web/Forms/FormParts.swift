import Domain
import Foundation

/// Draws the parts of a form, each with its label, hint, "who will see this", and its error wired to the field.
package struct FormParts {
    static let versionField = "version"
    static let submissionField = "submission"

    let context: AppContext
    /// Put before every id, where one page has several forms with the same fields.
    let prefix: String
    /// The form as it was sent, when it is shown again with its mistakes.
    package let typed: FormBody?
    let errors: FormErrors

    /// Whether what was typed before stands in the fields.
    package var isShownAgain: Bool { typed != nil }

    /// The browser's proof for forms that are drawn by hand; `form(…)` has it already.
    package var token: HTML { hidden(FormToken.field, FormToken.text(in: context)) }

    /// A whole form that changes something: token, submission id and version are in it. `keep` names what the device keeps
    /// of its long texts until they were taken in; of an act it is the path, as several forms stand on one page.
    package func form(
        action: String, version: Int64? = nil, submit: String, keep: String? = nil, hasFile: Bool = false,
        _ content: HTML
    ) -> HTML {
        form(
            action: action, version: version, buttons: "<button type=\"submit\">\(submit)</button>", keep: keep,
            hasFile: hasFile, content)
    }

    /// Says to the device that what it kept of a form's words was taken in; `key` is the form's `keep`.
    package static func accepted(_ key: String) -> HTML { "<span hidden data-accepted=\"\(key)\"></span>" }

    /// The same with buttons of its own, the likeliest first: it is what the Enter key presses. `draft` names what the
    /// device keeps of it while it is written.
    package func form(
        action: String, version: Int64? = nil, buttons: HTML, keep: String? = nil, draft: String? = nil,
        hasFile: Bool = false, _ content: HTML
    ) -> HTML {
        """
        <form method="post" action="\(address: action)" novalidate\(attribute: "data-keep", keep)\
        \(attribute: "data-draft", draft)\(attribute: "enctype", hasFile ? "multipart/form-data" : nil)>
        \(token)\(hidden(FormParts.submissionField, submission))\(versionField(version))
        \(content)
        <p class="actions">\(buttons)</p>
        </form>
        """
    }

    /// A form that only asks: its values stand in the address and can be shared.
    package func filter(action: String, submit: String, _ content: HTML) -> HTML {
        """
        <form method="get" action="\(address: action)" class="filter">
        \(content)
        <p class="actions"><button type="submit" class="second">\(submit)</button></p>
        </form>
        """
    }

    package func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    /// What is wrong, on top of the page, each line leading to its field.
    package var summary: HTML {
        guard !errors.isEmpty else { return HTML() }
        return """
            <div class="error-summary" role="alert" tabindex="-1" aria-labelledby="\(prefix)error-title" data-focus>
            <h2 id="\(prefix)error-title"><span aria-hidden="true">▲ </span>有 \(errors.fields.count) 处要改一下</h2>
            <ul>\(each: errors.fields, { field in
                field.name.isEmpty
                    ? "<li>\(field.message)</li>"
                    : "<li><a href=\"#\(id(field.name))\">\(field.message)</a></li>"
            })</ul>
            </div>
            """
    }

    func id(_ name: String) -> String { prefix + name }

    func value(_ name: String, _ given: String) -> String {
        guard let typed else { return given }
        return typed[name] ?? ""
    }

    /// Refused for its fields, a submission was not kept anywhere, so its id may be used again.
    private var submission: String {
        typed?[FormParts.submissionField].flatMap { UUID(uuidString: $0)?.uuidString } ?? UUID().uuidString
    }

    private func versionField(_ version: Int64?) -> HTML {
        version.map { hidden(FormParts.versionField, String($0)) } ?? HTML()
    }
}

extension AppContext {
    /// Parts of a fresh form.
    package func parts(prefix: String = "") -> FormParts {
        FormParts(context: self, prefix: prefix, typed: nil, errors: FormErrors())
    }

    /// Parts of a form that goes over several screens, with what was typed on any of them.
    package func parts(showing form: FormBody, refused errors: FormErrors = FormErrors()) -> FormParts {
        FormParts(context: self, prefix: "", typed: form.fields.isEmpty ? nil : form, errors: errors)
    }

    /// Parts of a form shown again: what was typed stays, each mistake stands at its field.
    package func parts(prefix: String = "", refused errors: FormErrors) -> FormParts {
        FormParts(context: self, prefix: prefix, typed: form, errors: errors)
    }
}
