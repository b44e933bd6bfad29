/// Markup in UTF-8. Made from a literal only, so what comes from outside is always escaped on its way in.
///
/// `\(text)` escapes, `\(html)` nests, `\(address: path)` is for href, action and src,
/// `\(attribute: "id", value)` writes a whole attribute, `\(flag: "checked", isOn)` a boolean one.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    var bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init() {
        bytes = []
    }

    /// Takes a static string: a value known at run time cannot become markup this way.
    package init(stringLiteral literal: StaticString) {
        bytes = []
        bytes.append(literal)
    }

    package init(stringInterpolation interpolation: Interpolation) {
        bytes = interpolation.bytes
    }

    package typealias StringInterpolation = Interpolation

    package var isEmpty: Bool { bytes.isEmpty }

    /// The markup as a string, for tests and mails.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package static func + (first: HTML, second: HTML) -> HTML {
        HTML(bytes: first.bytes + second.bytes)
    }

    /// Makes room for so many more bytes.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    package static func += (first: inout HTML, second: HTML) {
        first.bytes.append(contentsOf: second.bytes)
    }
}

extension Sequence {
    /// Draws each element and puts the results one after the other: `\(rows.html { "<li>\($0.title)</li>" })`.
    package func html(_ draw: (Element) throws -> HTML) rethrows -> HTML {
        var whole = HTML()
        for element in self { whole += try draw(element) }
        return whole
    }
}

extension [UInt8] {
    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }
}
