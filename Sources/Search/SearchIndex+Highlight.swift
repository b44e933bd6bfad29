extension SearchIndex {
    /// Where the words of a question stand in a text; in order, none touching the next.
    package static func highlight(_ text: String, _ query: String) -> [Range<String.Index>] {
        let scalars = text.unicodeScalars
        let indices = Array(scalars.indices) + [scalars.endIndex]
        let folded = scalars.map { Folding.folded($0) }
        var marked = [Bool](repeating: false, count: folded.count)
        for group in Segment.groups(in: query) {
            mark(group, in: folded, &marked)
        }
        return ranges(of: marked).map { indices[$0.lowerBound]..<indices[$0.upperBound] }
    }

    private static func mark(_ group: [Segment], in folded: [Unicode.Scalar], _ marked: inout [Bool]) {
        let wanted = group.flatMap(\.scalars)
        guard folded.count >= wanted.count else { return }
        for start in 0...folded.count - wanted.count {
            let end = start + wanted.count
            guard folded[start..<end].elementsEqual(wanted), isWhole(start..<end, in: folded) else { continue }
            for index in start..<end { marked[index] = true }
        }
    }

    /// A word of letters is not part of a longer one.
    private static func isWhole(_ range: Range<Int>, in folded: [Unicode.Scalar]) -> Bool {
        func isInsideWord(_ position: Int) -> Bool {
            guard position > 0, position < folded.count else { return false }
            return Folding.kind(folded[position - 1]) == .letter && Folding.kind(folded[position]) == .letter
        }
        return !isInsideWord(range.lowerBound) && !isInsideWord(range.upperBound)
    }

    private static func ranges(of marked: [Bool]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for index in marked.indices where marked[index] {
            if let last = ranges.last, last.upperBound == index {
                ranges[ranges.count - 1] = last.lowerBound..<index + 1
            } else {
                ranges.append(index..<index + 1)
            }
        }
        return ranges
    }
}
