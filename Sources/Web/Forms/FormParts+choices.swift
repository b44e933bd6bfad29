/// One thing to choose.
package struct Choice: Sendable {
    package var value: String
    package var label: String
    package var hint: String?

    package init(_ value: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

extension FormParts {
    package func select(
        _ name: String, _ label: String, _ choices: [Choice], chosen: String = "", empty: String? = "请选择",
        notes: FieldNotes = FieldNotes()
    ) -> HTML {
        let current = value(name, chosen)
        let error = errors.message(for: name)
        return """
            <div class="field\(if: error != nil, " wrong")">
            <label for="\(id(name))">\(label)\(optionalMark(notes))</label>
            \(noteLines(name, notes, error))
            <select id="\(id(name))" name="\(name)"\(described(name, notes, error))>
            \(empty.map { "<option value=\"\">\($0)</option>" as HTML })
            \(each: choices, { choice in
                "<option value=\"\(choice.value)\"\(flag: "selected", choice.value == current)>\(choice.label)</option>"
            })
            </select>
            </div>
            """
    }

    /// The error's link leads to the first choice, which carries the field's id.
    package func radios(
        _ name: String, _ label: String, _ choices: [Choice], chosen: String = "", notes: FieldNotes = FieldNotes()
    ) -> HTML {
        let current = value(name, chosen)
        return fieldset(name, label, notes) {
            "\(each: choices.enumerated(), { index, choice in radio(name, index, choice, choice.value == current) })"
        }
    }

    /// So many are seen at a glance; of more only those that are chosen, the others folded below them.
    private static let mostInSight = 16

    /// Several of many, all under one name.
    package func checkboxes(
        _ name: String, _ label: String, _ choices: [Choice], chosen: Set<String> = [],
        notes: FieldNotes = FieldNotes()
    ) -> HTML {
        let current = typed.map { Set($0.all(name)) } ?? chosen
        let isLong = choices.count > Self.mostInSight
        let (inSight, folded) = split(choices) { !isLong || current.contains($0.value) }
        return fieldset(name, label, notes) {
            """
            \(each: inSight, { index, choice in box(name, index, choice, current.contains(choice.value)) })\
            \(if: !folded.isEmpty, fold(folded, isOpen: errors.message(for: name) != nil, isRest: !inSight.isEmpty) {
                box(name, $0, $1, false)
            })
            """
        }
    }

    private typealias Numbered = (index: Int, choice: Choice)

    private func split(_ choices: [Choice], _ isInSight: (Choice) -> Bool) -> (inSight: [Numbered], folded: [Numbered])
    {
        let numbered = choices.enumerated().map { (index: $0.offset, choice: $0.element) }
        return (numbered.filter { isInSight($0.choice) }, numbered.filter { !isInSight($0.choice) })
    }

    private func fold(_ choices: [Numbered], isOpen: Bool, isRest: Bool, _ draw: (Int, Choice) -> HTML) -> HTML {
        """
        <details class="choices"\(flag: "open", isOpen)>\
        <summary>\(isRest ? "没有勾的" : "打开名单来勾")（\(choices.count)）</summary>
        <div>\(each: choices, { draw($0.index, $0.choice) })</div></details>
        """
    }

    /// One yes, unsaid when it is left open.
    package func checkbox(
        _ name: String, _ label: String, isOn: Bool = false, notes: FieldNotes = FieldNotes()
    ) -> HTML {
        let error = errors.message(for: name)
        let isChecked = typed.map { $0[name] != nil } ?? isOn
        return """
            <div class="field\(if: error != nil, " wrong")">
            \(noteLines(name, FieldNotes(), error))
            <p class="choice"><input type="checkbox" id="\(id(name))" name="\(name)" value="yes"\
            \(flag: "checked", isChecked)\(described(name, notes, error))><label for="\(id(name))">\(label)</label></p>
            \(noteLines(name, notes, nil))
            </div>
            """
    }

    private func fieldset(_ name: String, _ label: String, _ notes: FieldNotes, _ choices: () -> HTML) -> HTML {
        let error = errors.message(for: name)
        return """
            <fieldset class="field\(if: error != nil, " wrong")"\(described(name, notes, error))>
            <legend>\(label)\(optionalMark(notes))</legend>
            \(noteLines(name, notes, error))
            \(choices())
            </fieldset>
            """
    }

    private func radio(_ name: String, _ index: Int, _ choice: Choice, _ isChosen: Bool) -> HTML {
        option("radio", name, index, choice, isChosen)
    }

    private func box(_ name: String, _ index: Int, _ choice: Choice, _ isChosen: Bool) -> HTML {
        option("checkbox", name, index, choice, isChosen)
    }

    private func option(_ type: String, _ name: String, _ index: Int, _ choice: Choice, _ isChosen: Bool) -> HTML {
        let own = index == 0 ? id(name) : "\(id(name))-\(index)"
        let hint = choice.hint.map { "<span class=\"hint\" id=\"\(own)-hint\">\($0)</span>" as HTML }
        return """
            <p class="choice"><input type="\(type)" id="\(own)" name="\(name)" value="\(choice.value)"\
            \(flag: "checked", isChosen)\(attribute: "aria-describedby", choice.hint.map { _ in "\(own)-hint" })>\
            <label for="\(own)">\(choice.label)\(hint)</label></p>
            """
    }
}
