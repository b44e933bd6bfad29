/// A number that a telephone dials when it is touched; nothing where there is none.
package struct Telephone: Sendable {
    package var number: String

    package init(_ number: String) {
        self.number = number
    }

    package var html: HTML {
        guard !number.isEmpty else { return HTML() }
        return "<a class=\"telephone\" href=\"\(address: "tel:" + number)\">\(number)</a>"
    }
}
