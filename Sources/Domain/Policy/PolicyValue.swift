/// What a policy key may hold. Stored as text; read back by the key, which knows the kind.
package enum PolicyValue: Hashable, Sendable {
    case rule(DeadlineRule)
    case number(Int)
    case flag(Bool)
    case text(String)

    /// The stored form: `wd5`, `12`, `1`, or the text itself.
    package var code: String {
        switch self {
        case .rule(let rule): rule.code
        case .number(let number): String(number)
        case .flag(let flag): flag ? "1" : "0"
        case .text(let text): text
        }
    }
}
