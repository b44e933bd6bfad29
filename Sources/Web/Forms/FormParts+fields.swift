/// What a field says beside its input.
package struct FieldNotes: Sendable, ExpressibleByStringLiteral {
    package var hint: String?
    /// 谁会看到: stands beside every personal field.
    package var seenBy: String?
    package var isOptional: Bool

    package init(hint: String? = nil, seenBy: String? = nil, isOptional: Bool = false) {
        self.hint = hint
        self.seenBy = seenBy
        self.isOptional = isOptional
    }

    package init(stringLiteral hint: String) {
        self.init(hint: hint)
    }
}

extension FormParts {
    package enum InputKind: Sendable {
        case text, telephone, number, password, mailbox
        /// A code that is typed from paper or a message.
        case code
    }

    package func textField(
        _ name: String, _ label: String, value: String = "", kind: InputKind = .text, notes: FieldNotes = FieldNotes(),
        autocomplete: String? = nil
    ) -> HTML {
        let (type, mode, shown, complete) = attributes(kind, self.value(name, value), autocomplete)
        return field(name, label, notes) { described in
            """
            <input id="\(id(name))" name="\(name)" type="\(type)" value="\(shown)"\
            \(attribute: "inputmode", mode)\(attribute: "autocomplete", complete)\(described)>
            """
        }
    }

    /// A picture from the telephone or the disk; a browser does not show it again when the form comes back.
    package func photoField(_ name: String, _ label: String, notes: FieldNotes = FieldNotes()) -> HTML {
        field(name, label, notes) { described in
            "<input id=\"\(id(name))\" name=\"\(name)\" type=\"file\" accept=\"image/*\"\(described)>"
        }
    }

    /// Files from the telephone or the disk, several where that is said; a browser does not show them again.
    package func fileField(
        _ name: String, _ label: String, accept: String, isMultiple: Bool, notes: FieldNotes = FieldNotes()
    ) -> HTML {
        field(name, label, notes) { described in
            """
            <input id="\(id(name))" name="\(name)" type="file" accept="\(accept)"\(flag: "multiple", isMultiple)\
            \(described)>
            """
        }
    }

    package func textArea(
        _ name: String, _ label: String, value: String = "", rows: Int = 6, notes: FieldNotes = FieldNotes()
    ) -> HTML {
        field(name, label, notes) { described in
            // A parser drops one line end after the tag; this one is there to be dropped.
            """
            <textarea id="\(id(name))" name="\(name)" rows="\(rows)"\(described)>
            \(self.value(name, value))</textarea>
            """
        }
    }

    /// A date; browsers without a calendar take it as text.
    package func date(
        _ name: String, _ label: String, value: String = "", earliest: String? = nil, latest: String? = nil,
        notes: FieldNotes = FieldNotes()
    ) -> HTML {
        field(name, label, notes) { described in
            """
            <input id="\(id(name))" name="\(name)" type="date" value="\(self.value(name, value))" \
            placeholder="2026-05-25"\(attribute: "min", earliest)\(attribute: "max", latest)\(described)>
            """
        }
    }

    private func attributes(
        _ kind: InputKind, _ value: String, _ autocomplete: String?
    ) -> (type: String, mode: String?, value: String, autocomplete: String?) {
        switch kind {
        case .text: ("text", nil, value, autocomplete)
        case .telephone: ("tel", "tel", value, autocomplete ?? "tel")
        case .number: ("text", "numeric", value, autocomplete ?? "off")
        case .password: ("password", nil, "", autocomplete ?? "current-password")
        case .mailbox: ("email", "email", value, autocomplete ?? "email")
        case .code: ("text", "numeric", "", autocomplete ?? "one-time-code")
        }
    }

    private func field(_ name: String, _ label: String, _ notes: FieldNotes, _ input: (HTML) -> HTML) -> HTML {
        let error = errors.message(for: name)
        return """
            <div class="field\(if: error != nil, " wrong")">
            <label for="\(id(name))">\(label)\(optionalMark(notes))</label>
            \(noteLines(name, notes, error))
            \(input(described(name, notes, error)))
            </div>
            """
    }

    func optionalMark(_ notes: FieldNotes) -> HTML {
        notes.isOptional ? "<span class=\"optional\">（可以不填）</span>" : HTML()
    }

    func noteLines(_ name: String, _ notes: FieldNotes, _ error: String?) -> HTML {
        var lines = HTML()
        if let hint = notes.hint { lines += "<p class=\"hint\" id=\"\(id(name))-hint\">\(hint)</p>" }
        if let seenBy = notes.seenBy {
            lines += "<p class=\"seen-by\" id=\"\(id(name))-seen\">谁会看到：\(seenBy)</p>"
        }
        if let error {
            lines += """
                <p class="error" id="\(id(name))-error"><span aria-hidden="true">▲ </span>\
                <span class="unseen">错误：</span>\(error)</p>
                """
        }
        return lines
    }

    func described(_ name: String, _ notes: FieldNotes, _ error: String?) -> HTML {
        var ids: [String] = []
        if notes.hint != nil { ids.append(id(name) + "-hint") }
        if notes.seenBy != nil { ids.append(id(name) + "-seen") }
        if error != nil { ids.append(id(name) + "-error") }
        return """
            \(attribute: "aria-describedby", ids.isEmpty ? nil : ids.joined(separator: " "))\
            \(attribute: "aria-invalid", error == nil ? nil : "true")
            """
    }
}
