import Search
import Web

/// A text with the words of a question marked in it.
struct MarkedText {
    /// Signs shown before the first hit, and in all.
    private static let before = 20
    private static let length = 90

    private let text: String
    private let ranges: [Range<String.Index>]

    init(_ text: String, _ words: String) {
        self.text = text
        ranges = SearchIndex.highlight(text, words)
    }

    var isMarked: Bool { !ranges.isEmpty }

    var html: HTML { drawn(from: text.startIndex, to: text.endIndex) }

    /// Around the first hit, cut where it is long.
    var excerpt: HTML {
        guard let first = ranges.first else { return "\(String(text.prefix(Self.length)))" }
        let start = text.index(first.lowerBound, offsetBy: -Self.before, limitedBy: text.startIndex) ?? text.startIndex
        let end = text.index(start, offsetBy: Self.length, limitedBy: text.endIndex) ?? text.endIndex
        return """
            \(if: start > text.startIndex, "…")\(drawn(from: start, to: max(end, first.upperBound)))\
            \(if: end < text.endIndex, "…")
            """
    }

    private func drawn(from start: String.Index, to end: String.Index) -> HTML {
        var html = HTML()
        var place = start
        for range in ranges where range.lowerBound >= place && range.upperBound <= end {
            html += "\(text[place..<range.lowerBound])<mark>\(text[range])</mark>"
            place = range.upperBound
        }
        return html + "\(text[place..<end])"
    }
}
