/// 脱敏 before anything is searched, compared or shown for publication. Each form is recognised from its first character
/// by a look of bounded length, so the time grows with the text alone: no pattern engine, nothing to go back over.
/// Dates, amounts, articles of law and matter numbers stay readable; names are for the person who reviews.
package enum Masker {
    package static func mask(_ text: String) -> MaskedText {
        let source = ScannedText(text)
        var masked = String.UnicodeScalarView()
        var findings: [MaskedText.Finding] = []
        var index = 0
        while index < source.count {
            let phone = findings.last.flatMap { $0.kind == .phone ? $0.range.upperBound : nil }
            guard let match = match(in: source, at: index, lastPhone: phone) else {
                masked.append(source.scalars[index])
                index += 1
                continue
            }
            if let kind = match.kind {
                masked.append(contentsOf: kind.placeholder.unicodeScalars)
                findings.append(MaskedText.Finding(kind: kind, range: index..<match.end))
            } else {
                masked.append(contentsOf: source.scalars[index..<match.end])
            }
            index = match.end
        }
        return MaskedText(text: String(masked), findings: findings)
    }

    // The order settles what looks like two things: a matter number before an identity number, an e-mail address
    // before the telephone number in front of its @.
    private static func match(in source: ScannedText, at index: Int, lastPhone: Int?) -> MaskMatch? {
        if source.startsDigits(at: index) || source.isOpeningBracket(at: index) {
            if let match = source.matterNumber(at: index) { return match }
            if let match = source.email(at: index) { return match }
            if let match = source.identityNumber(at: index) { return match }
            if let match = source.mobile(at: index) ?? source.landline(at: index, lastPhone: lastPhone) { return match }
            if let match = source.bankCard(at: index) ?? source.room(at: index) { return match }
        }
        guard source.startsWord(at: index) else { return source.plate(at: index) }
        return source.email(at: index) ?? source.chatAccount(at: index) ?? source.namedNumber(at: index)
    }
}

/// Something recognised from some start up to `end`; without a kind it is recognised as harmless and kept.
struct MaskMatch {
    var kind: PersonalKind?
    var end: Int
}
