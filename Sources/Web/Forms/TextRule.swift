/// What a text field asks for; the same rule serves pages and API.
package struct TextRule: Sendable {
    package var label: String
    package var isRequired: Bool
    package var most: Int
    package var hasLines: Bool

    package init(_ label: String, isRequired: Bool = true, most: Int, hasLines: Bool = false) {
        self.label = label
        self.isRequired = isRequired
        self.most = most
        self.hasLines = hasLines
    }

    package enum Finding: Sendable, Hashable {
        case text(String)
        case wrong(String)
    }

    package func check(_ raw: String?) -> Finding {
        guard let text = TypedText.clean(raw ?? "", lines: hasLines) else {
            return .wrong(Messages.unprintable(label))
        }
        if text.isEmpty { return isRequired ? .wrong(Messages.missing(label)) : .text("") }
        guard text.count <= most else { return .wrong(Messages.tooLong(label, most: most, is: text.count)) }
        // One sign may carry any number of marks; the longest emoji are ten scalars.
        guard text.unicodeScalars.count <= most * 10 else { return .wrong(Messages.unprintable(label)) }
        return .text(text)
    }
}
