/// What happened, oldest first: who, when, what they said, and what comes next and by when.
package struct Timeline: Sendable {
    package struct Entry: Sendable {
        package var when: String
        package var who: String
        package var what: String
        package var detail: HTML
        /// Has not happened yet.
        package var isAhead: Bool

        package init(when: String, who: String, what: String, detail: HTML = HTML(), isAhead: Bool = false) {
            self.when = when
            self.who = who
            self.what = what
            self.detail = detail
            self.isAhead = isAhead
        }
    }

    package var entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    package var html: HTML {
        """
        <ol class="timeline">
        \(each: entries, { entry in
            """
            <li\(if: entry.isAhead, " class=\"ahead\"")>
            <p class="when">\(if: entry.isAhead, "<strong>下一步</strong> ")\(entry.when)</p>
            <p class="what"><strong>\(entry.who)</strong> \(entry.what)</p>
            \(if: !entry.detail.isEmpty, "<div class=\"detail\">\(entry.detail)</div>")
            </li>

            """
        })</ol>
        """
    }
}
