/// The proof that a form was drawn by us for this browser: the signature of the browser's cookie, under a fresh mask
/// in each answer, so that a compressed page never holds the same secret twice (BREACH).
enum FormToken {
    static let field = "form_token"
    private static let purpose: StaticString = "form"

    static func text(in context: AppContext) -> String {
        if let made = context.exchange.read(\.formToken) { return made }
        let signature = context.site.signatures.sign(Array(context.browser().utf8), purpose)
        let mask = RandomToken.bytes(signature.count)
        let text = Base64URL.text(mask + zip(mask, signature).map { $0 ^ $1 })
        context.exchange.change { $0.formToken = text }
        return text
    }

    static func isValid(_ text: String?, in context: AppContext) -> Bool {
        guard let text, let bytes = Base64URL.bytes(text), !bytes.isEmpty, bytes.count.isMultiple(of: 2),
            let browser = context.exchange.read(\.browser)
        else { return false }
        let half = bytes.count / 2
        let signature = zip(bytes[..<half], bytes[half...]).map { $0 ^ $1 }
        return context.site.signatures.verify(Array(browser.utf8), signature, purpose)
    }
}
