import Database
import Search
import TestSupport

/// A question as somebody asks it.
struct Asked: Sendable {
    var query: String
    var area: Int64? = IndexedText.province
    var before: Int64?
    var limit: Int

    func answer(in db: Transaction) throws -> [Int64] {
        try SearchIndex.find(query: query, area: area, before: before, limit: limit, in: db)
    }

    /// Everything there is, page after page.
    func pages(in db: Transaction) throws -> [Int64] {
        var next = self
        var all: [Int64] = []
        while all.count < 10_000 {
            let page = try next.answer(in: db)
            all += page
            guard page.count == limit else { break }
            next.before = page.last
        }
        return all
    }

    /// One question in several ways: the first one, a page, a county's, and what comes after some document.
    static func ways(_ query: String, among texts: [IndexedText], _ numbers: inout SeededNumbers) -> [Asked] {
        let county = IndexedText.counties.randomElement(using: &numbers) ?? IndexedText.province
        let somewhere = [county, IndexedText.province].randomElement(using: &numbers) ?? county
        return [
            Asked(query: query, limit: 1),
            Asked(query: query, area: nil, limit: 20),
            Asked(query: query, limit: 20),
            Asked(query: query, area: county, limit: 50),
            Asked(query: query, area: somewhere, before: texts.randomElement(using: &numbers)?.document, limit: 20),
        ]
    }
}
