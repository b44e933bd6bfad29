/// A value in the open part of an event: an identifier, a state, a date or a code. Never words of a person.
package enum FactValue: Hashable, Sendable {
    case integer(Int64)
    case code(String)
}

/// One named value of an event.
package struct Fact: Hashable, Sendable {
    /// A short code: `organ`, `due`.
    package var key: String
    /// What it is.
    package var value: FactValue

    /// Names a value.
    package init(key: String, value: FactValue) {
        self.key = key
        self.value = value
    }

    /// An identifier, a number or a date.
    package init(_ key: String, _ integer: Int64) {
        self.init(key: key, value: .integer(integer))
    }

    /// A code.
    package init(_ key: String, code: String) {
        self.init(key: key, value: .code(code))
    }
}

extension [Fact] {
    /// The number with this name.
    package func integer(_ key: String) -> Int64? {
        switch value(key) {
        case .integer(let number): number
        case .code, nil: nil
        }
    }

    /// The code with this name.
    package func code(_ key: String) -> String? {
        switch value(key) {
        case .code(let code): code
        case .integer, nil: nil
        }
    }

    private func value(_ key: String) -> FactValue? {
        first { $0.key == key }?.value
    }
}
