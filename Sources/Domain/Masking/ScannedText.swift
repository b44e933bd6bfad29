/// A text prepared for looking at: its scalars, and for each the digit it stands for in one of two scripts.
struct ScannedText {
    enum Script { case arabic, chinese }

    let scalars: [Unicode.Scalar]
    private let digits: [(value: UInt8, script: Script)?]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        digits = scalars.map(ScannedText.digit)
    }

    var count: Int { scalars.count }

    subscript(index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    /// The digit of one script at a place. 一 between two Arabic digits is somebody's dash (0351一1234567).
    func digit(at index: Int, _ script: Script) -> UInt8? {
        guard scalars.indices.contains(index), let digit = digits[index], digit.script == script,
            !(script == .chinese && isDashInDisguise(at: index))
        else { return nil }
        return digit.value
    }

    func script(at index: Int) -> Script? {
        guard scalars.indices.contains(index) else { return nil }
        return isDashInDisguise(at: index) ? nil : digits[index]?.script
    }

    /// A group of digits begins here: none of the same script stands right before.
    func startsDigits(at index: Int) -> Bool {
        guard let script = script(at: index) else { return false }
        return self.script(at: index - 1) != script
    }

    /// What may stand between the groups of one number.
    func isSeparator(at index: Int) -> Bool {
        guard let scalar = self[index] else { return false }
        switch scalar.value {
        case 0x20, 0x09, 0xA0, 0x3000: return true
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0x5F, 0xFF3F: return true
        case 0x2E, 0xFF0E, 0xB7, 0x2022, 0x30FB: return true
        default: return isDashInDisguise(at: index)
        }
    }

    func isOpeningBracket(at index: Int) -> Bool {
        self[index].map { $0 == "(" || $0 == "（" } ?? false
    }

    private func isDashInDisguise(at index: Int) -> Bool {
        guard scalars[index] == "一", scalars.indices.contains(index - 1), scalars.indices.contains(index + 1)
        else { return false }
        return digits[index - 1]?.script == .arabic && digits[index + 1]?.script == .arabic
    }

    private static func digit(_ scalar: Unicode.Scalar) -> (value: UInt8, script: Script)? {
        switch scalar.value {
        case 0x30...0x39: return (UInt8(scalar.value - 0x30), .arabic)
        case 0xFF10...0xFF19: return (UInt8(scalar.value - 0xFF10), .arabic)
        default: return chineseDigit(scalar).map { ($0, .chinese) }
        }
    }

    // A switch and no dictionary: asked for every character of every text.
    private static func chineseDigit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case "零", "〇": 0
        case "一", "壹", "幺": 1
        case "二", "贰": 2
        case "三", "叁": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        default: nil
        }
    }
}
