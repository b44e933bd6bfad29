/// How much two texts speak of the same: by the pairs of Chinese characters they share. A hint for a person to look at,
/// never a decision.
package struct Likeness: Sendable {
    private let pairs: Set<[Unicode.Scalar]>

    package init(of words: String) {
        pairs = Likeness.pairs(in: words)
    }

    /// Which part of the shorter text's pairs the other has as well, from 0 to 1; 0 where fewer than two agree.
    ///
    /// Example: 「文化路的路灯坏了」 has three (文化, 化路, 路灯) of the six pairs of 「文化路路灯维修」, which is 0.5.
    package func to(_ other: String) -> Double {
        let theirs = Likeness.pairs(in: other)
        let shared = theirs.intersection(pairs).count
        let least = min(pairs.count, theirs.count)
        return shared < 2 || least == 0 ? 0 : Double(shared) / Double(least)
    }

    private static func pairs(in text: String) -> Set<[Unicode.Scalar]> {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count > 1 else { return [] }
        return Set(
            (1..<scalars.count).map { [scalars[$0 - 1], scalars[$0]] }.filter { $0.allSatisfy(isHan) })
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
}
