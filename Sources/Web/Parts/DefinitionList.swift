/// Facts by name, one under the other on a phone. An empty fact is left out.
package struct DefinitionList: Sendable {
    package var facts: [(name: String, value: HTML)]

    package init(_ facts: [(name: String, value: HTML)]) {
        self.facts = facts
    }

    package var html: HTML {
        let shown = facts.filter { !$0.value.isEmpty }
        return """
            <dl class="facts">
            \(each: shown, { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>\n" })</dl>
            """
    }
}
