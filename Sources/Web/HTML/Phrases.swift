/// A sentence whose lines end at its commas where they can, so that 12月4日 stays in one piece.
package struct Phrases: Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var html: HTML { "\(each: pieces, { "<span class=\"whole\">\($0)</span>" })" }

    /// Each with the comma behind it.
    private var pieces: [String] {
        let pieces = text.split(separator: "，").map(String.init)
        return pieces.enumerated().map { $0.offset < pieces.count - 1 ? $0.element + "，" : $0.element }
    }
}
