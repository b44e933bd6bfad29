/// The way on through a list that has no page numbers, only a next page and the beginning.
package struct Pager: Sendable {
    /// The first page's address with its filters.
    package var first: Address
    /// Nil on the last page.
    package var next: String?
    /// Whether the page shown is the first.
    package var isFirst: Bool

    /// `next` is the cursor of the last row shown, as text.
    package init(first: Address, next: String?, isFirst: Bool) {
        self.first = first
        self.next = next
        self.isFirst = isFirst
    }

    package var html: HTML {
        if isFirst, next == nil { return HTML() }
        return """
            <nav class="pager" aria-label="翻页">
            \(if: !isFirst, "<a href=\"\(address: first)\">回到第一页</a>")
            \(next.map { "<a class=\"button second\" rel=\"next\" href=\"\(address: first.with("after", $0))\">下一页</a>" as HTML })
            \(if: next == nil, "<span>已经是最后一页</span>")
            </nav>
            """
    }
}
