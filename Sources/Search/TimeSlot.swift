/// Stretches of time by the upper bits of a document's sort key: of each level four make one of the next.
///
/// A sort key is milliseconds with twenty bits behind them, so the shortest slot is 19 hours and the longest over two
/// years; going back from any moment, seven stretches reach the beginning.
enum TimeSlot {
    /// What is looked at in one go.
    enum Stretch: Equatable {
        /// Documents with one of these terms.
        case slots([String])
        /// All documents below this one.
        case before(Int64)
    }

    /// How many bits of the sort key one slot of a level covers.
    private static let shortest = 46
    private static let levels = 6

    /// The terms of a document; `§` keeps them from being a word.
    static func terms(of document: Int64) -> [String] {
        (0..<levels).map { term($0, document >> width($0)) }
    }

    /// Everything up to a document, newest first: some slots of the shortest level up to where a longer one begins,
    /// then some of that, and so on, then all the rest.
    static func stretches(from document: Int64) -> [Stretch] {
        var stretches: [Stretch] = []
        var slot = document >> width(0)
        for level in 0..<levels {
            let first = level == levels - 1 ? slot - 3 : slot & ~3
            stretches.append(.slots((first...slot).reversed().map { term(level, $0) }))
            guard first > 0 else { break }
            if level == levels - 1 {
                stretches.append(.before(first << width(level)))
            } else {
                slot = (first >> 2) - 1
            }
        }
        return stretches
    }

    private static func width(_ level: Int) -> Int { shortest + 2 * level }

    private static func term(_ level: Int, _ slot: Int64) -> String { "§t\(level).\(slot)" }
}
