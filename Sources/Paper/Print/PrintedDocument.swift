import Web

/// A page that is printed without a browser: the sheet alone with its style, nothing that would have to be fetched.
package struct PrintedDocument: Sendable {
    package var title: String
    package var body: HTML
    /// `Assets.style("paper.css")`.
    package var style: HTML

    package init(_ title: String, style: HTML, _ body: HTML) {
        self.title = title
        self.style = style
        self.body = body
    }

    var html: HTML {
        """
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>\(title)</title>\(style)</head>
        <body>
        \(body)
        </body>
        </html>

        """
    }
}
