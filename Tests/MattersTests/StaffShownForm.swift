import Testing

/// A form as it stands on a page, to be filled in like a person does: only what it asks, only what it offers.
struct ShownForm {
    struct Control {
        enum Kind {
            case hidden, text, radio, checkbox
            case select([String])
        }

        var name: String
        var kind: Kind
        var value: String
        /// Of a radio button or a box: it is chosen on the page.
        var isOn = false
    }

    let action: String
    let controls: [Control]

    static func all(on page: String) -> [ShownForm] {
        page.matches(of: /<form\b([^>]*)>(.*?)<\/form>/.dotMatchesNewlines()).map { match in
            ShownForm(action: attribute("action", match.1) ?? "", controls: controls(String(match.2)))
        }
    }

    /// What the page has already filled in or chosen.
    func value(of name: String) -> String? {
        filled([:]).first { $0.0 == name }?.1
    }

    var names: Set<String> { Set(controls.map(\.name)) }

    /// What the browser sends; what the page already fills in stays unless it is given anew.
    func filled(_ values: [String: String], _ location: SourceLocation = #_sourceLocation) -> [(String, String)] {
        for name in values.keys where !names.contains(name) {
            Issue.record("\(action) asks for no \(name), only for \(names.sorted())", sourceLocation: location)
        }
        var sent: [(String, String)] = []
        for control in controls {
            let given = values[control.name]
            switch control.kind {
            case .hidden: sent.append((control.name, given ?? control.value))
            case .text: sent.append((control.name, given ?? control.value))
            case .radio:
                if given.map({ $0 == control.value }) ?? control.isOn { sent.append((control.name, control.value)) }
            case .checkbox:
                let isOn = given.map { $0.split(separator: ",").contains { $0 == control.value } } ?? control.isOn
                if isOn { sent.append((control.name, control.value)) }
            case .select(let offered):
                if let given, !offered.contains(given) {
                    Issue.record("\(control.name) does not offer \(given)", sourceLocation: location)
                }
                sent.append((control.name, given ?? control.value))
            }
        }
        return sent
    }

    private static func controls(_ form: String) -> [Control] {
        form.matches(
            of: /<input\b[^>]*>|<select\b[^>]*>.*?<\/select>|<textarea\b[^>]*>.*?<\/textarea>/.dotMatchesNewlines()
        )
        .compactMap { control(String($0.0)) }
    }

    private static func control(_ tag: String) -> Control? {
        let opening = tag.prefix { $0 != ">" }
        guard let name = attribute("name", opening) else { return nil }
        if tag.hasPrefix("<select") {
            let options = tag.matches(of: /<option value="([^"]*)"([^>]*)>/)
            let chosen = options.first { $0.2.contains("selected") } ?? options.first
            return Control(
                name: name, kind: .select(options.map { String($0.1) }), value: chosen.map { String($0.1) } ?? "")
        }
        if tag.hasPrefix("<textarea") {
            let text = tag.drop { $0 != ">" }.dropFirst().dropLast("</textarea>".count)
            return Control(name: name, kind: .text, value: String(text.first == "\n" ? text.dropFirst() : text))
        }
        let value = attribute("value", opening) ?? ""
        switch attribute("type", opening) {
        case "hidden": return Control(name: name, kind: .hidden, value: value)
        case "radio": return Control(name: name, kind: .radio, value: value, isOn: opening.contains(" checked"))
        case "checkbox": return Control(name: name, kind: .checkbox, value: value, isOn: opening.contains(" checked"))
        default: return Control(name: name, kind: .text, value: value)
        }
    }

    private static func attribute(_ name: String, _ tag: some StringProtocol) -> String? {
        let tag = String(tag)
        guard let start = tag.firstRange(of: " " + name + "=\"") else { return nil }
        return String(tag[start.upperBound...].prefix { $0 != "\"" })
    }
}
