/// What somebody typed to find a place: words, all of which must stand in its names.
///
/// Compared byte by byte: some thousand names are looked through for one question, and a comparison by characters, which
/// Chinese names do not need, takes thirty times as long.
package struct SoughtWords: Sendable {
    /// Of a question no more words are looked for.
    static let most = 8

    private let words: [[UInt8]]

    /// Nil where nothing was typed.
    package init?(_ typed: String) {
        words = typed.split(whereSeparator: \.isWhitespace).prefix(Self.most).map { Array($0.utf8) }
        if words.isEmpty { return nil }
    }

    /// Each word stands in one of these names.
    package func stand(in names: String...) -> Bool {
        words.allSatisfy { word in names.contains { Self.holds($0, word) } }
    }

    private static func holds(_ name: String, _ word: [UInt8]) -> Bool {
        let text = name.utf8
        let found = text.withContiguousStorageIfAvailable { text in
            text.count >= word.count
                && (0...text.count - word.count).contains { start in
                    word.indices.allSatisfy { text[start + $0] == word[$0] }
                }
        }
        return found ?? name.contains(String(decoding: word, as: UTF8.self))
    }
}
