import Domain

/// Reads a form field by field and collects what is wrong, in the order of the form; `finish()` throws it all at once.
package struct FormReader {
    package let form: FormBody
    package private(set) var errors = FormErrors()

    package init(_ form: FormBody) {
        self.form = form
    }

    /// One line of text; "" where it is missing or wrong.
    package mutating func text(_ name: String, _ label: String, most: Int, isRequired: Bool = true) -> String {
        text(name, TextRule(label, isRequired: isRequired, most: most))
    }

    /// Text with lines.
    package mutating func lines(_ name: String, _ label: String, most: Int, isRequired: Bool = true) -> String {
        text(name, TextRule(label, isRequired: isRequired, most: most, hasLines: true))
    }

    package mutating func text(_ name: String, _ rule: TextRule) -> String {
        switch rule.check(form[name]) {
        case .text(let text): return text
        case .wrong(let message):
            errors.add(name, message)
            return ""
        }
    }

    /// A password as typed: nothing is trimmed or folded.
    package mutating func secret(_ name: String, _ label: String, most: Int = 200) -> String {
        let text = form[name] ?? ""
        if text.isEmpty { errors.add(name, Messages.missing(label)) }
        if text.utf8.count > most * 4 { errors.add(name, Messages.tooLong(label, most: most, is: text.count)) }
        return text
    }

    /// A telephone number's digits, a plus in front kept; nil where none was given or it is wrong.
    package mutating func telephone(_ name: String, _ label: String, isRequired: Bool = true) -> String? {
        let typed = TypedText.folded(form[name] ?? "").trimmed
        if typed.isEmpty {
            if isRequired { errors.add(name, Messages.missing(label)) }
            return nil
        }
        let digits = TypedText.digits(typed)
        let allowed = typed.allSatisfy { $0.isASCII && ($0.isNumber || " -+()".contains($0)) }
        guard allowed, (7...15).contains(digits.count) else {
            errors.add(name, Messages.badTelephone)
            return nil
        }
        return (typed.hasPrefix("+") ? "+" : "") + digits
    }

    /// A date as 2026-05-25, 2026/5/25 or 2026年5月25日.
    package mutating func day(_ name: String, _ label: String, isRequired: Bool = true) -> Day? {
        let typed = TypedText.folded(form[name] ?? "").trimmed
        if typed.isEmpty {
            if isRequired { errors.add(name, Messages.missingChoice(label)) }
            return nil
        }
        guard let day = FormReader.day(typed) else {
            errors.add(name, Messages.badDay(label))
            return nil
        }
        return day
    }

    package mutating func number(
        _ name: String, _ label: String, in range: ClosedRange<Int64>, isRequired: Bool = true
    ) -> Int64? {
        let typed = TypedText.folded(form[name] ?? "").trimmed
        if typed.isEmpty {
            if isRequired { errors.add(name, Messages.missing(label)) }
            return nil
        }
        guard let number = Int64(typed), range.contains(number) else {
            errors.add(name, Messages.badNumber(label, range))
            return nil
        }
        return number
    }

    /// One of the choices offered; anything else is refused like none.
    package mutating func choice<Choice: RawRepresentable>(
        _ name: String, _ label: String, as: Choice.Type = Choice.self, isRequired: Bool = true
    ) -> Choice? where Choice.RawValue == String {
        let typed = form[name] ?? ""
        if let choice = Choice(rawValue: typed) { return choice }
        if isRequired || !typed.isEmpty { errors.add(name, Messages.missingChoice(label)) }
        return nil
    }

    /// An identifier out of a list that the page drew; whether it exists is the operation's question.
    package mutating func identifier(_ name: String, _ label: String, isRequired: Bool = true) -> Int64? {
        let typed = form[name] ?? ""
        if let id = Int64(typed), id > 0 { return id }
        if isRequired || !typed.isEmpty { errors.add(name, Messages.missingChoice(label)) }
        return nil
    }

    /// Whether a box is checked; programs say `false` where browsers leave the field out.
    package func isChecked(_ name: String) -> Bool { form[name].map { $0 != "no" } ?? false }

    package mutating func add(_ name: String, _ message: String) { errors.add(name, message) }

    package func finish() throws(FormErrors) {
        if !errors.isEmpty { throw errors }
    }

    private static func day(_ typed: String) -> Day? {
        let parts = typed.split { "-/.年月日 ".contains($0) }
        guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count), (1...2).contains(parts[2].count)
        else { return nil }
        let padded = parts.map { $0.count == 1 ? "0" + $0 : String($0) }
        return Day(iso: padded.joined(separator: "-"))
    }
}
