extension PolicyKey {
    /// Reads a typed or stored value; says in Chinese under `value` what is wrong with it.
    package func value(from text: String) throws(FormErrors) -> PolicyValue {
        switch definition.bounds {
        case .days(let most): return .rule(try rule(text, upTo: most))
        case .within(let law): return .rule(try rule(text, within: law))
        case .numbers(let range): return .number(try number(text, in: range))
        case .yesOrNo: return .flag(try flag(text))
        case .letters(let most): return .text(try label(text, upTo: most))
        }
    }

    /// Whether a value is of the kind this key holds.
    func holds(_ value: PolicyValue) -> Bool {
        switch (defaultValue, value) {
        case (.rule, .rule), (.number, .number), (.flag, .flag), (.text, .text): true
        case (.rule, _), (.number, _), (.flag, _), (.text, _): false
        }
    }

    private func rule(_ text: String, upTo most: Int) throws(FormErrors) -> DeadlineRule {
        let rule = try rule(text)
        guard let days = rule.roughDays, days <= most else {
            throw wrong("时限最长约 \(most) 天，\(rule.chinese)太长")
        }
        return rule
    }

    private func rule(_ text: String, within law: DeadlineRule) throws(FormErrors) -> DeadlineRule {
        let rule = try rule(text)
        let isWithin =
            switch (law, rule) {
            case (.workingDays(let most), .workingDays(let count)): count <= most
            case (.calendarDays(let most), .calendarDays(let count)): count <= most
            case (.months(let most), .months(let count)): count <= most
            case (.workingDays, _), (.calendarDays, _), (.months, _), (.on, _): false
            }
        guard isWithin else {
            throw wrong("\(legalSource ?? "法律")规定最长 \(law.chinese)，只能用同样的单位缩短")
        }
        return rule
    }

    private func rule(_ text: String) throws(FormErrors) -> DeadlineRule {
        guard let rule = DeadlineRule(code: text), rule.roughDays != nil else {
            throw wrong("请写明数量和单位，例如 5 个工作日、15 天或 3 个月")
        }
        return rule
    }

    private func number(_ text: String, in range: ClosedRange<Int>) throws(FormErrors) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw wrong("请填写 \(range.lowerBound) 到 \(range.upperBound) 之间的整数（\(unit)）")
        }
        return number
    }

    private func flag(_ text: String) throws(FormErrors) -> Bool {
        switch text {
        case "1": return true
        case "0": return false
        default: throw wrong("请选择是或否")
        }
    }

    private func label(_ text: String, upTo most: Int) throws(FormErrors) -> String {
        guard !text.isEmpty, text.count <= most, !text.contains(where: \.isNewline) else {
            throw wrong("请填写一行文字，最多 \(most) 字")
        }
        return text
    }

    private func wrong(_ message: String) -> FormErrors {
        FormErrors("value", "“\(chinese)”填写有误：\(message)")
    }
}
