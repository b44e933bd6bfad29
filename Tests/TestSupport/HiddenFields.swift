/// The hidden fields of the forms of one page, by the address each form is sent to.
struct HiddenFields: Sendable {
    typealias Field = (name: String, value: String)

    private var forms: [(action: String, fields: [Field])] = []

    init(page: String) {
        for form in page.matches(of: /<form\b([^>]*)>(.*?)<\/form>/.dotMatchesNewlines()) {
            let action = HiddenFields.attribute("action", in: form.1) ?? ""
            let inputs = form.2.matches(of: /<input\b[^>]*type="hidden"[^>]*>/).compactMap { input -> Field? in
                guard let name = HiddenFields.attribute("name", in: input.0) else { return nil }
                return (name, HiddenFields.attribute("value", in: input.0) ?? "")
            }
            forms.append((action, inputs))
        }
    }

    /// Every form of a page carries the same one.
    var token: String? {
        forms.lazy.flatMap(\.fields).first { $0.name == "form_token" }?.value
    }

    /// Of the form sent to this path; a page without such a form still lends its token.
    func fields(of path: String) -> [Field] {
        if let form = forms.first(where: { $0.action == path && $0.fields.contains { $0.name == "form_token" } }) {
            return form.fields
        }
        return token.map { [("form_token", $0)] } ?? []
    }

    private static func attribute(_ name: String, in tag: some StringProtocol) -> String? {
        let tag = String(tag)
        guard let start = tag.firstRange(of: " " + name + "=\"") else { return nil }
        return plain(String(tag[start.upperBound...].prefix { $0 != "\"" }))
    }

    private static func plain(_ text: String) -> String {
        var text = text
        for (mark, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'")] {
            text = text.replacing(mark, with: sign)
        }
        return text.replacing("&amp;", with: "&")
    }
}
