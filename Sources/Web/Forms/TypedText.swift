/// What people really type: full-width digits, blanks around, signs nobody sees.
package enum TypedText {
    /// Nil when the text holds control characters, which no keyboard writes. Signs that are invisible or turn the
    /// writing direction are taken out, so that a text is what it looks like; the joiner inside emoji stays.
    package static func clean(_ raw: String, lines: Bool) -> String? {
        var scalars = String.UnicodeScalarView()
        for scalar in raw.unicodeScalars {
            switch scalar.value {
            case 0x0A: scalars.append(lines ? scalar : " ")
            case 0x09: scalars.append(" ")
            case 0..<0x20, 0x7F...0x9F: return nil
            case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: continue
            default: scalars.append(scalar)
            }
        }
        return String(scalars).trimmed
    }

    /// Words to look for, as they came in an address: cut to what somebody types, because looking costs the more the
    /// more there is to look for. What no keyboard writes is nothing.
    package static func sought(_ raw: String?) -> String {
        clean(String((raw ?? "").prefix(100)), lines: false) ?? ""
    }

    /// ０-９ and full-width hyphen, plus and blank as their plain forms: for numbers, telephones, codes and dates.
    package static func folded(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF19: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
            case 0xFF0D, 0x2010...0x2015, 0x2212: scalars.append("-")
            case 0xFF0B: scalars.append("+")
            case 0xFF0F: scalars.append("/")
            case 0x3000, 0xA0: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// The digits alone, after folding; for telephones and codes that are typed in groups.
    package static func digits(_ text: String) -> String {
        folded(text).filter { ("0"..."9").contains($0) }
    }
}

extension StringProtocol {
    /// Without blanks and line ends around, the ideographic blank included.
    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }
}
