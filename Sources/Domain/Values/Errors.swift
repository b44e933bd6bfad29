/// The rules do not allow an act: a stable code and one Chinese sentence. Drawn as 403 or 409.
package struct Refusal: Error, Hashable, Sendable {
    /// Why, in one word a program can switch on.
    package enum Kind: String, Sendable {
        /// Not this person's to do.
        case forbidden
        /// Not now, not in this state, or not with these facts.
        case conflict
    }

    package var kind: Kind
    package var code: String
    package var message: String

    package init(_ kind: Kind, code: String, _ message: String) {
        self.kind = kind
        self.code = code
        self.message = message
    }
}

/// What is wrong with each field of a form, in the order of the form. Drawn as 422.
package struct FormErrors: Error, Hashable, Sendable {
    package struct Field: Hashable, Sendable {
        package var name: String
        package var message: String

        package init(name: String, message: String) {
            self.name = name
            self.message = message
        }
    }

    package private(set) var fields: [Field]

    package init(_ fields: [Field] = []) {
        self.fields = fields
    }

    package init(_ name: String, _ message: String) {
        fields = [Field(name: name, message: message)]
    }

    package var isEmpty: Bool { fields.isEmpty }

    package mutating func add(_ name: String, _ message: String) {
        fields.append(Field(name: name, message: message))
    }

    package func message(for name: String) -> String? {
        fields.first { $0.name == name }?.message
    }
}

/// More people want something slow at the same moment than can have it soon. Nothing was tried, nothing counts. Drawn
/// as 503.
package struct Crowded: Error, Hashable, Sendable {
    /// Seconds after which it may be tried again.
    package var retryAfter: Int

    package init(retryAfter: Int) {
        self.retryAfter = retryAfter
    }
}

/// Nothing there, or nothing this person may know of: the two look the same. Drawn as 404.
package struct NotFound: Error, Hashable, Sendable {
    package init() {}
}

/// Somebody else changed the row since the page was made. Drawn as 409.
package struct Stale: Error, Hashable, Sendable {
    package init() {}
}
