import Database
import Search
import TestSupport

/// A text as it lies in the index.
struct IndexedText: Sendable {
    static let province: Int64 = 140_000
    static let counties: [Int64] = [140_702, 140_703, 140_721, 140_722, 140_723]

    let document: Int64
    var words: String
    var county: Int64

    /// One after the other over some years, each in a county of its own choice.
    static func spread(_ texts: [String], overYears years: Int64, _ numbers: inout SeededNumbers) -> [IndexedText] {
        let step = years * 365 * 86_400_000 / Int64(texts.count)
        return texts.enumerated().map { index, words in
            let start = 1_779_235_200_000 - step * Int64(texts.count - index)
            let moment = start + Int64.random(in: 0..<step, using: &numbers)
            return IndexedText(
                document: moment << 20 | Int64(index), words: words,
                county: counties.randomElement(using: &numbers) ?? counties[0])
        }
    }

    func put(in db: Transaction) throws {
        try SearchIndex.put(
            document: document, words: words, areas: [Self.province, county], month: 202_605, in: db)
    }

    func remove(in db: Transaction) throws {
        try SearchIndex.remove(
            document: document, words: words, areas: [Self.province, county], month: 202_605, in: db)
    }
}
