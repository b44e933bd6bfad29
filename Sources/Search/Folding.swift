/// What a character counts as in a search, and which characters count as the same.
enum Folding {
    enum Kind {
        /// A Chinese character: every one may begin or end a word.
        case han
        /// A letter or digit of any other script: words are whole.
        case letter
        /// What separates words.
        case gap
    }

    /// Full-width forms as half-width ones, capitals as small letters. One character stays one character.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        var value = scalar.value
        switch value {
        case 0xFF01...0xFF5E: value -= 0xFEE0
        case 0x3000: value = 0x20
        default: break
        }
        if value < 0x80 {
            return Unicode.Scalar(UInt8((0x41...0x5A).contains(value) ? value + 0x20 : value))
        }
        guard !isHan(value) else { return scalar }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower[lower.startIndex] : scalar
    }

    /// For a character that is already folded.
    static func kind(_ scalar: Unicode.Scalar) -> Kind {
        let value = scalar.value
        if value < 0x80 {
            return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value) ? .letter : .gap
        }
        if isHan(value) { return .han }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil ? .letter : .gap
    }

    /// The unified ideographs with all extensions, the compatibility ones, 々 and 〇.
    private static func isHan(_ value: UInt32) -> Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0xF900...0xFAFF, 0x3005, 0x3007: true
        default: false
        }
    }
}
