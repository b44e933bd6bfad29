import Domain

/// One member of a JSON body: its name and what JSON it must be. What it may say is checked where the form's field is.
struct BodyField: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case text
        /// A date as `2026-05-25`.
        case day
        case flag
        case integer
        case integers
        /// One of these codes.
        case choice([String])
    }

    let name: String
    let kind: Kind
    let isRequired: Bool

    init(_ name: String, _ kind: Kind, isRequired: Bool = true) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
    }

    static func optional(_ name: String, _ kind: Kind) -> BodyField {
        BodyField(name, kind, isRequired: false)
    }

    static let reason = BodyField("reason", .text)
    static let words = BodyField("words", .text)
    static let note = BodyField.optional("note", .text)
    static let organ = BodyField("organ", .integer)
    static let day = BodyField("day", .day)
    static let channel = BodyField("channel", .codes(Channel.self))

    static let version = BodyField("version", .integer)
    /// 代群众: how it was heard, and that it was read back and agreed.
    static let hearing = [BodyField.optional("heard", .codes(Channel.self)), .optional("read_back", .flag)]
    /// 代承办单位、代督办代表: how it was heard and when, and the letter where it was one.
    static let told = [
        BodyField.optional("told", .codes(Channel.self)), .optional("told_on", .day), .optional("document", .text),
        .optional("letter_signer", .text),
    ]
}

extension BodyField.Kind {
    static func codes<Code: RawRepresentable & CaseIterable>(_: Code.Type) -> Self where Code.RawValue == String {
        .choice(Code.allCases.map(\.rawValue))
    }
}
