/// What of a text goes into the index, and what of a question is looked for there. Both engines index the same terms.
///
/// Of `路灯LED坏了` go in, in this order: `路灯 灯 led 坏了 了`, then the characters that do not yet stand alone: `路 坏`.
/// Chinese goes in by pairs of neighbours, so that `路灯` is one term and a longer word is a phrase of pairs; the last
/// character of a stretch stands alone and keeps two stretches from looking like one.
package enum Terms {
    /// Longer questions are cut: nobody reads them, and each word costs a look-up.
    static let mostWords = 8
    static let mostCharacters = 100

    /// The terms of a document, separated by spaces: its words, then its areas and its month.
    package static func document(words: String, areas: [Int64], month: Int) -> String {
        var terms: [UInt8] = []
        terms.reserveCapacity(words.utf8.count * 4)
        var alone: Set<Unicode.Scalar> = []
        var inPairs: [Unicode.Scalar] = []
        for group in Segment.groups(in: words) {
            for segment in group {
                append(segment, to: &terms)
                guard segment.isHan, let last = segment.scalars.last else { continue }
                alone.insert(last)
                inPairs += segment.scalars.dropLast()
            }
        }
        for scalar in inPairs where alone.insert(scalar).inserted {
            append([scalar], to: &terms)
        }
        for area in areas {
            append(areaTerm(area), to: &terms)
        }
        append("§m\(month)", to: &terms)
        return String(decoding: terms, as: UTF8.self)
    }

    /// The phrases that a document must have, all of them; nothing where there is nothing to look for.
    package static func question(_ text: String) -> [String] {
        let cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(mostCharacters)))
        var phrases: [String] = []
        for group in Segment.groups(in: cut).prefix(mostWords) {
            for phrase in question(group) where !phrases.contains(phrase) {
                phrases.append(phrase)
            }
        }
        return phrases
    }

    /// The term of an area. No text has one: `§` is no letter.
    package static func areaTerm(_ area: Int64) -> String {
        "§a\(area)"
    }

    private static func question(_ group: [Segment]) -> [String] {
        var phrase: [UInt8] = []
        var phrases: [String] = []
        for (index, segment) in group.enumerated() {
            // In the text a stretch may go on after the last one asked for, so there it does not end.
            guard index == group.count - 1, segment.isHan else {
                append(segment, to: &phrase)
                continue
            }
            guard segment.scalars.count > 1 else {
                phrases.append(String(String.UnicodeScalarView(segment.scalars)))
                continue
            }
            appendPairs(segment, to: &phrase)
        }
        if !phrase.isEmpty { phrases.insert(String(decoding: phrase, as: UTF8.self), at: 0) }
        return phrases
    }

    private static func append(_ segment: Segment, to terms: inout [UInt8]) {
        guard segment.isHan else { return append(segment.scalars[...], to: &terms) }
        appendPairs(segment, to: &terms)
        append(segment.scalars.suffix(1), to: &terms)
    }

    private static func appendPairs(_ segment: Segment, to terms: inout [UInt8]) {
        for index in segment.scalars.indices.dropLast() {
            append(segment.scalars[index...index + 1], to: &terms)
        }
    }

    private static func append(_ scalars: ArraySlice<Unicode.Scalar>, to terms: inout [UInt8]) {
        if !terms.isEmpty { terms.append(0x20) }
        for scalar in scalars {
            terms += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
    }

    private static func append(_ term: String, to terms: inout [UInt8]) {
        if !terms.isEmpty { terms.append(0x20) }
        terms += term.utf8
    }
}
