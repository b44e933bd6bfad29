/// A paragraph that must not be overlooked, and what an empty page says instead of nothing.
package enum Notice {
    /// Something to know.
    package static func info(_ content: HTML) -> HTML { box("info", "提示", content) }
    /// Something to heed before going on.
    package static func warning(_ content: HTML) -> HTML { box("warning", "注意", content) }
    /// Something that has just succeeded.
    package static func done(_ content: HTML) -> HTML { box("done", "好了", content) }

    /// Nothing here, and what one can do about it.
    package static func empty(_ title: String, _ advice: HTML) -> HTML {
        "<div class=\"empty\"><p><strong>\(title)</strong></p><p>\(advice)</p></div>"
    }

    private static func box(_ kind: String, _ word: String, _ content: HTML) -> HTML {
        "<div class=\"notice \(kind)\"><strong class=\"notice-word\">\(word)</strong><div>\(content)</div></div>"
    }
}
