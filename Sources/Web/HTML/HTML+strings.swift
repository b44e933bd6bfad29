extension DefaultStringInterpolation {
    /// Never: a text with an `HTML` in it shows its bytes as numbers. Where the compiler names this, what stands around it
    /// was taken for a text; say that it is an `HTML` by a function or a property of that type.
    @available(*, unavailable, message: "an HTML inside of a text shows as numbers: draw it inside of an HTML")
    package mutating func appendInterpolation(_ html: HTML) {}

    /// Never, as above.
    @available(*, unavailable, message: "an HTML inside of a text shows as numbers: draw it inside of an HTML")
    package mutating func appendInterpolation(_ html: HTML?) {}
}
