extension HTML {
    /// Collects the pieces of one literal in one buffer.
    package struct Interpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            bytes.append(literal)
        }

        /// Text or an attribute's value.
        package mutating func appendInterpolation(_ text: String) {
            bytes.appendEscaped(text)
        }

        package mutating func appendInterpolation(_ text: Substring) {
            bytes.appendEscaped(String(text))
        }

        /// Nothing where there is no text.
        package mutating func appendInterpolation(_ text: String?) {
            if let text { bytes.appendEscaped(text) }
        }

        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            bytes.append(contentsOf: String(number).utf8)
        }

        package mutating func appendInterpolation(_ html: HTML) {
            bytes.append(contentsOf: html.bytes)
        }

        /// Nothing where there is no markup.
        package mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.bytes) }
        }

        package mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { bytes.append(contentsOf: part.bytes) }
        }

        package mutating func appendInterpolation<Elements: Sequence>(
            each elements: Elements, _ draw: (Elements.Element) throws -> HTML
        ) rethrows {
            for element in elements { bytes.append(contentsOf: try draw(element).bytes) }
        }

        package mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
            if condition { bytes.append(contentsOf: html().bytes) }
        }

        /// For href, action and src: what could run or lead elsewhere becomes `#`.
        package mutating func appendInterpolation(address: String) {
            bytes.appendAddress(address)
        }

        package mutating func appendInterpolation(address: Address) {
            bytes.appendAddress(address.text)
        }

        /// ` name="value"`, or nothing where there is no value.
        package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            bytes.append(0x20)
            bytes.append(name)
            bytes.append("=\"")
            bytes.appendEscaped(value)
            bytes.append(0x22)
        }

        /// ` name`, or nothing: checked, selected, disabled, open.
        package mutating func appendInterpolation(flag name: StaticString, _ isOn: Bool) {
            guard isOn else { return }
            bytes.append(0x20)
            bytes.append(name)
        }
    }
}
