extension [UInt8] {
    /// Escapes for text and for quoted attributes alike.
    mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { source in
            var copied = 0
            for index in 0..<source.count where isSpecial(source[index]) {
                append(contentsOf: source[copied..<index])
                append(entity(of: source[index]))
                copied = index + 1
            }
            append(contentsOf: source[copied...])
        }
    }

    /// Escapes an address, percent-encoding what has no place in one; `#` where the address is not to be trusted.
    mutating func appendAddress(_ address: String) {
        if Address.isPlainPath(address) { return append(contentsOf: address.utf8) }
        guard Address.isHarmless(address) else { return append(0x23) }
        for byte in address.utf8 {
            if byte == 0x26 {
                append("&amp;")
            } else if Address.mayStand(byte) {
                append(byte)
            } else {
                appendPercent(byte)
            }
        }
    }

    mutating func appendPercent(_ byte: UInt8) {
        append(0x25)
        append(hexDigit(byte >> 4))
        append(hexDigit(byte & 15))
    }
}

/// `"`, `&`, `'`, `<` and `>` as bits: asked of every byte of every page.
private let specials: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

@inline(__always)
private func isSpecial(_ byte: UInt8) -> Bool { byte < 64 && specials &>> UInt64(byte) & 1 == 1 }

private func entity(of byte: UInt8) -> StaticString {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    default: "&#39;"
    }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x37 + value
}
