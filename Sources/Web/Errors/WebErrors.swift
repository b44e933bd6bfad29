/// Nobody is signed in, and somebody has to be. A page leads to signing in and back again.
package struct Unauthenticated: Error, Hashable, Sendable {
    package init() {}
}

/// Too often in too short a time.
package struct TooMany: Error, Hashable, Sendable {
    /// Seconds after which it may be tried again.
    package var retryAfter: Int

    package init(retryAfter: Int) {
        self.retryAfter = retryAfter
    }
}

/// The request's body is larger than anything we take.
package struct PayloadTooLarge: Error, Hashable, Sendable {
    package init() {}
}

/// The request cannot be read at all; what about it is wrong.
package struct Unreadable: Error, Hashable, Sendable {
    package enum What: String, Sendable {
        /// Not UTF-8.
        case encoding
        case form
        case json
        /// A paging address that we did not make.
        case cursor
        /// A value in the address.
        case address
    }

    package var what: What

    package init(_ what: What) {
        self.what = what
    }
}

/// A body of a kind that this address does not take.
package struct UnsupportedMediaType: Error, Hashable, Sendable {
    package init() {}
}

/// The address exists, the method does not.
struct MethodNotAllowed: Error, Hashable, Sendable {
    /// The value of the Allow header.
    var allowed: String
}
