extension ScannedText {
    /// 手机号: `13812345678`, `138-1234-5678`, `一三八…`, also behind `86`, `0086` or `0`.
    func mobile(at start: Int) -> MaskMatch? {
        for prefix in [[], [8, 6], [0, 0, 8, 6], [0]] as [[UInt8]] {
            guard let run = digits(prefix.count + 11, at: start), run.values.starts(with: prefix),
                run.values[prefix.count] == 1, (3...9).contains(run.values[prefix.count + 1]),
                run.isOneNumber, !isAmount(endingAt: run.end)
            else { continue }
            return MaskMatch(kind: .phone, end: run.end)
        }
        return nil
    }

    /// 固定电话: `0351-1234567`, `(010)12345678`, and without the area's code where a word announces it or another number
    /// stands right before (`电话8251931、8805670`).
    func landline(at start: Int, lastPhone: Int?) -> MaskMatch? {
        let isBracketed = isOpeningBracket(at: start)
        let first = isBracketed ? start + 1 : start
        if let end = longDistance(at: first, isBracketed: isBracketed) { return MaskMatch(kind: .phone, end: end) }
        guard !isBracketed, follows(lastPhone, at: start) || isIntroduced(at: start, by: ScannedText.phoneWords)
        else { return nil }
        for length in [8, 7] {
            guard let run = digits(length, at: start), run.values[0] > 0, run.groups.allSatisfy({ $0 > 2 }),
                !isAmount(endingAt: run.end)
            else { continue }
            return MaskMatch(kind: .phone, end: run.end)
        }
        return nil
    }

    private func longDistance(at start: Int, isBracketed: Bool) -> Int? {
        guard let script = script(at: start), digit(at: start, script) == 0,
            let second = digit(at: start + 1, script), second > 0
        else { return nil }
        let areaLength = second <= 2 ? 3 : 4
        guard groupLength(at: start, upTo: areaLength) == areaLength else { return nil }
        var local = start + areaLength
        if isBracketed {
            guard self[local] == ")" || self[local] == "）" else { return nil }
            local += 1
        }
        while local < start + areaLength + 3, isSeparator(at: local) { local += 1 }
        for length in second <= 2 ? [8] : [8, 7] {
            guard let run = digits(length, at: local), run.values[0] > 0, run.groups.allSatisfy({ $0 > 2 })
            else { continue }
            return run.end
        }
        return nil
    }

    private func follows(_ lastPhone: Int?, at start: Int) -> Bool {
        guard let lastPhone, start - lastPhone <= 2 else { return false }
        return scalars[lastPhone..<start].allSatisfy { "、，,；;/或和 ".unicodeScalars.contains($0) }
    }

    private static let phoneWords = ["电话", "座机", "固话", "致电", "拨打", "手机", "联系", "联系方式", "传真", "tel"]
}
