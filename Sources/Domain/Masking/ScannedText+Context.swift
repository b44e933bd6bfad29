extension ScannedText {
    /// Whether a number is introduced by one of these words: `电话号码是：…`, `微信号 …`. Words are in lower case.
    func isIntroduced(at index: Int, by words: [String]) -> Bool {
        var end = index
        while end > 0, index - end < 6, ScannedText.links.contains(scalars[end - 1]) { end -= 1 }
        return words.contains { ends(with: $0, at: end) }
    }

    func ends(with word: String, at end: Int) -> Bool {
        let start = end - word.unicodeScalars.count
        guard start >= 0 else { return false }
        return word.unicodeScalars.enumerated().allSatisfy { offset, scalar in
            scalars[start + offset].lowered == scalar
        }
    }

    /// A run of letters, digits, `_` and `-` begins here.
    func startsWord(at index: Int) -> Bool {
        isWord(at: index) && !isWord(at: index - 1)
    }

    func isWord(at index: Int) -> Bool {
        guard let scalar = self[index]?.lowered else { return false }
        return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
    }

    /// The word from here as lower-case ASCII, or nil when it is longer than `most`.
    func word(at start: Int, upTo most: Int) -> [Unicode.Scalar]? {
        var word: [Unicode.Scalar] = []
        while isWord(at: start + word.count) {
            guard word.count < most, let scalar = self[start + word.count] else { return nil }
            word.append(scalar.lowered)
        }
        return word
    }

    private static let links = Set("号码是为:：(（ \u{3000}同叫也".unicodeScalars)
}

extension Unicode.Scalar {
    /// Full-width forms as ASCII, capitals as small letters; everything else as it is.
    var lowered: Unicode.Scalar {
        let narrow = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
        let small = (0x41...0x5A).contains(narrow) ? narrow + 0x20 : narrow
        return Unicode.Scalar(small) ?? self
    }

    var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
    var isASCIILetter: Bool { (0x61...0x7A).contains(value) }
}
