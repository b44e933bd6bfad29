/// What people type for a number, read as digits: spaces, dashes of every script and full-width forms do not matter.
/// Nil as soon as anything else stands in it.
func typedDigits(_ text: some StringProtocol) -> [UInt8]? {
    var digits: [UInt8] = []
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x30...0x39: digits.append(UInt8(scalar.value - 0x30))
        case 0xFF10...0xFF19: digits.append(UInt8(scalar.value - 0xFF10))
        case _ where scalar.properties.isWhitespace, _ where isDash(scalar): continue
        default: return nil
        }
    }
    return digits
}

private func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // U+2212 is the minus sign, U+4E00 the character 一, U+30FC the Japanese long mark: all met in place of a dash.
    case 0x2212, 0x30FC, 0x4E00, 0x5F, 0xFF3F: true
    default: scalar.properties.generalCategory == .dashPunctuation || scalar.properties.generalCategory == .format
    }
}
