/// What an act makes of a matter: the row after it, and the event that says so.
package struct MatterChange: Hashable, Sendable {
    /// An identifier, a date, a number or a code in the event: never free text, never a personal value.
    package enum FactValue: Hashable, Sendable {
        case integer(Int64)
        case code(String)
    }

    package struct Fact: Hashable, Sendable {
        package var key: String
        package var value: FactValue

        package init(key: String, value: FactValue) {
            self.key = key
            self.value = value
        }
    }

    /// Free text of the act, which the record keeps apart and sealed.
    package struct Words: Hashable, Sendable {
        package var kind: String
        package var text: String

        package init(kind: String, text: String) {
            self.kind = kind
            self.text = text
        }
    }

    package var before: Matter?
    package var matter: Matter
    /// What happened, as a code: the past of the act.
    package var event: String
    package var facts: [Fact]
    package var words: [Words]

    package init(before: Matter?, matter: Matter, event: String, facts: [Fact] = [], words: [Words] = []) {
        self.before = before
        self.matter = matter
        self.event = event
        self.facts = facts
        self.words = words
    }
}
