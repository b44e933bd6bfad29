import Domain

extension PublishedWords {
    /// Refuses what would still give somebody away: telephones, papers, plates, accounts, room numbers, and what the
    /// reporter left. The proposal has them masked already; here is caught what a hand put back (row 37).
    ///
    /// The number of an office may stand in an answer: 「可以拨打供水热线 0354-2012345」.
    func check(against traces: ReporterTraces) throws(FormErrors) {
        var errors = FormErrors()
        let parts = [("title", "标题", title), ("summary", "摘要", summary), ("answer", "答复", answer)]
        for (field, name, text) in parts {
            let left = PublishedWords.leftIn(text, isAnswer: field == "answer") + traces.found(in: text)
            guard !left.isEmpty else { continue }
            errors.add(field, "\(name)里还有\(left.joined(separator: "、"))，公开以后谁都看得到，请遮住或删去。")
        }
        guard errors.isEmpty else { throw errors }
    }

    private static func leftIn(_ text: String, isAnswer: Bool) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var kinds: [String] = []
        for finding in Masker.mask(text).findings {
            if isAnswer, finding.kind == .phone, !isMobile(scalars[finding.range]) { continue }
            if !kinds.contains(finding.kind.chinese) { kinds.append(finding.kind.chinese) }
        }
        return kinds
    }

    /// A telephone that belongs to one person.
    private static func isMobile(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        scalars.filter { $0.properties.numericType != nil }.count >= 11
            && scalars.first { $0.properties.numericType != nil }?.properties.numericValue == 1
    }
}

extension ReporterTraces {
    /// What the reporter left and still stands in a text.
    fileprivate func found(in text: String) -> [String] {
        [(name, "反映人的姓名"), (phone, "反映人的电话"), (address, "反映人的住址")].compactMap { trace, what in
            guard let trace, trace.count > 1, text.contains(trace) else { return nil }
            return what
        }
    }
}
