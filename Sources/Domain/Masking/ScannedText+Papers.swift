extension ScannedText {
    /// A number of our own, which stays: grouped as it is printed, or typed in one with a fitting check digit.
    func matterNumber(at start: Int) -> MaskMatch? {
        for length in 15...18 {
            guard let run = digits(length, at: start) else { continue }
            let isPrinted = run.groups == [4, 4, length - 9, 1]
            guard isPrinted || run.groups == [length],
                let number = MatterNumber(run.values.map(String.init).joined()),
                isPrinted || (2024...2099).contains(number.year)
            else { continue }
            return MaskMatch(kind: nil, end: run.end)
        }
        return nil
    }

    /// 居民身份证: 18 characters with a date of birth in the middle and perhaps X at the end, or the old 15. The check
    /// digit is not asked for: a mistyped number still points at a person.
    func identityNumber(at start: Int) -> MaskMatch? {
        if let run = digits(18, at: start), run.hasBirthday { return MaskMatch(kind: .identityNumber, end: run.end) }
        if let run = digits(17, at: start), run.hasBirthday {
            var last = run.end
            while last < run.end + 2, isSeparator(at: last) { last += 1 }
            if let mark = self[last]?.lowered, mark == "x" || mark == "×", !isWord(at: last + 1) {
                return MaskMatch(kind: .identityNumber, end: last + 1)
            }
        }
        if let run = digits(15, at: start), run.hasShortBirthday {
            return MaskMatch(kind: .identityNumber, end: run.end)
        }
        return nil
    }

    /// 银行卡: 16 to 19 digits of UnionPay (62) or with a fitting Luhn digit; after 卡号 or 账号 any 10 to 24.
    func bankCard(at start: Int) -> MaskMatch? {
        for length in (16...19).reversed() {
            guard let run = digits(length, at: start), run.isOneNumber, !isAmount(endingAt: run.end) else { continue }
            let isCard = run.number(0..<2) == 62 || ((3...6).contains(run.values[0]) && run.hasLuhnDigit)
            if isCard { return MaskMatch(kind: .bankCard, end: run.end) }
        }
        guard isIntroduced(at: start, by: ["卡", "账", "帐", "账户", "帐户", "户"]) else { return nil }
        for length in (10...24).reversed() {
            guard let run = digits(length, at: start), run.isOneNumber, !isAmount(endingAt: run.end) else { continue }
            return MaskMatch(kind: .bankCard, end: run.end)
        }
        return nil
    }

    /// 号牌: `晋A·12345`, `晋AD12345`, `晋A1234学`.
    func plate(at start: Int) -> MaskMatch? {
        guard let office = self[start + 1]?.lowered, office.isASCIILetter,
            let province = self[start], ScannedText.provinces.contains(province)
        else { return nil }
        var first = start + 2
        while first < start + 4, isSeparator(at: first) { first += 1 }
        var end = first
        while end < first + 7, let scalar = self[end]?.lowered, scalar.isASCIIDigit || scalar.isASCIILetter { end += 1 }
        guard (first..<end).count(where: { self[$0]?.lowered.isASCIIDigit ?? false }) >= 3 else { return nil }
        switch end - first {
        case 5, 6: return MaskMatch(kind: .plate, end: end)
        case 4 where self[end].map(ScannedText.plateMarks.contains) ?? false:
            return MaskMatch(kind: .plate, end: end + 1)
        default: return nil
        }
    }

    private static let provinces = Set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars)
    private static let plateMarks = Set("学警挂港澳领试超".unicodeScalars)
}

extension DigitRun {
    fileprivate var hasBirthday: Bool {
        isOneNumber && (1...8).contains(values[0]) && (1900...2039).contains(number(6..<10)) && isDate(at: 10)
    }

    fileprivate var hasShortBirthday: Bool {
        (groups == [15] || groups == [6, 6, 3]) && (1...8).contains(values[0]) && isDate(at: 8)
    }

    fileprivate var hasLuhnDigit: Bool {
        var sum = 0
        for (place, value) in values.reversed().enumerated() {
            let doubled = place % 2 == 1 ? Int(value) * 2 : Int(value)
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum % 10 == 0
    }

    private func isDate(at month: Int) -> Bool {
        (1...12).contains(number(month..<month + 2)) && (1...31).contains(number(month + 2..<month + 4))
    }
}
