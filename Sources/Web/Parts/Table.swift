/// A table that becomes a card for each row on narrow screens.
package struct Table: Sendable {
    package struct Column: Sendable {
        package var title: String
        /// Aligned to the right in tabular figures.
        package var isNumber: Bool

        package init(_ title: String, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    package var caption: String
    package var columns: [Column]
    package var rows: [[HTML]]
    /// On narrow screens a sentence for each row instead of a card: for many rows of few figures.
    package var isCompact: Bool
    /// Where a heading above says the same: the caption is only heard.
    package var isUnderHeading: Bool

    package init(
        _ caption: String, _ columns: [Column], rows: [[HTML]], isCompact: Bool = false, isUnderHeading: Bool = false
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.isCompact = isCompact
        self.isUnderHeading = isUnderHeading
    }

    /// Roles are said again because a table shown as blocks loses its own in some browsers.
    package var html: HTML {
        """
        <table class="cards\(if: isCompact, " compact")" role="table">\
        <caption\(if: isUnderHeading, " class=\"unseen\"")>\(caption)</caption>
        <thead role="rowgroup"><tr role="row">\(each: columns, head)</tr></thead>
        <tbody role="rowgroup">
        \(body)</tbody></table>
        """
    }

    private func head(_ column: Column) -> HTML {
        """
        <th scope="col" role="columnheader"\(if: column.isNumber, " class=\"number\"")>\(column.title)</th>
        """
    }

    /// What surrounds a cell is the same in every row, so it is drawn once.
    private var body: HTML {
        let starts = columns.map(start)
        var body = HTML()
        body.reserve(rows.count * (starts.reduce(64) { $0 + $1.bytes.count + 64 }))
        for row in rows {
            body += "<tr role=\"row\">"
            for (start, content) in zip(starts, row) {
                body += start
                body += content
                body += "</td>"
            }
            body += "</tr>\n"
        }
        return body
    }

    private func start(_ column: Column) -> HTML {
        """
        <td role="cell" data-label="\(column.title)"\(if: column.isNumber, " class=\"number\"")>
        """
    }
}
