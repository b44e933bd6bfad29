/// What fills the places of a text, as one text to be sealed.
package struct MessageValues: Hashable, Sendable {
    /// Signs that no keyboard writes stand between; values lose them.
    private static let unit: Character = "\u{1F}"
    private static let record: Character = "\u{1E}"

    package private(set) var values: [String: String]

    package init(_ values: [String: String]) {
        self.values = values.mapValues { $0.filter { $0 != Self.unit && $0 != Self.record } }
    }

    /// Reads what `text` wrote.
    package init(text: String) {
        values = [:]
        for part in text.split(separator: Self.record) {
            let pair = part.split(separator: Self.unit, maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 { values[String(pair[0])] = String(pair[1]) }
        }
    }

    /// One value after the other, by name.
    package var text: String {
        values.sorted { $0.key < $1.key }.map { "\($0.key)\(Self.unit)\($0.value)" }
            .joined(separator: String(Self.record))
    }
}
