extension ScannedText {
    /// `zhang.san@example.com`, also with a full-width ＠.
    func email(at start: Int) -> MaskMatch? {
        guard isLocalPart(at: start), !isLocalPart(at: start - 1) else { return nil }
        var at = start
        while at - start < 64, isLocalPart(at: at) { at += 1 }
        guard self[at]?.lowered == "@" else { return nil }
        var end = at + 1
        var dots = 0
        while end - at < 255, isWord(at: end) || (self[end] == "." && isWord(at: end + 1)) {
            if self[end] == "." { dots += 1 }
            end += 1
        }
        return dots > 0 ? MaskMatch(kind: .email, end: end) : nil
    }

    /// The id behind 微信, QQ and what people write for them, also glued to it: `QQ123456789`, `vx：zhang_san`.
    func chatAccount(at start: Int) -> MaskMatch? {
        guard let word = word(at: start, upTo: 28) else { return nil }
        let end = start + word.count
        guard !isAmount(endingAt: end) else { return nil }
        if isIntroduced(at: start, by: ScannedText.chatWords), ScannedText.isChatID(word[...]) {
            return MaskMatch(kind: .chatAccount, end: end)
        }
        for name in ["qq", "wx", "vx", "weixin", "wechat"] where word.starts(with: name.unicodeScalars) {
            let id = word.dropFirst(name.count)
            if id.contains(where: \.isASCIIDigit), ScannedText.isChatID(id) {
                return MaskMatch(kind: .chatAccount, end: end)
            }
        }
        return nil
    }

    /// A paper or a plate named by a word where its form alone would not tell: `护照号E12345678`, `车牌A12345`.
    func namedNumber(at start: Int) -> MaskMatch? {
        guard let word = word(at: start, upTo: 20), word.count(where: \.isASCIIDigit) >= 4 else { return nil }
        let end = start + word.count
        if word.count >= 6, isIntroduced(at: start, by: ["身份证", "护照", "证件", "军官证", "社保卡", "居住证"]) {
            return MaskMatch(kind: .identityNumber, end: end)
        }
        if (5...8).contains(word.count), isIntroduced(at: start, by: ["车牌", "号牌", "牌照"]) {
            return MaskMatch(kind: .plate, end: end)
        }
        return nil
    }

    private func isLocalPart(at index: Int) -> Bool {
        isWord(at: index) || self[index] == "." || self[index] == "+" || self[index] == "%"
    }

    private static let chatWords = [
        "微信", "weixin", "wechat", "wx", "vx", "v信", "加v", "qq", "qq群", "扣扣", "企鹅", "企鹅号",
    ]

    /// QQ: 5 to 11 digits. 微信: 6 to 20 characters, a letter first.
    private static func isChatID(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = word.first else { return false }
        if word.allSatisfy(\.isASCIIDigit) { return (5...11).contains(word.count) }
        return (first.isASCIILetter || first == "_") && (6...20).contains(word.count)
    }
}
