import Database
import Search
import TestSupport
import Testing

@Suite("When both engines are asked the same", .enabled(if: TestDatabase.isPostgres, "no LIANXIN_TEST_SERVER"))
struct SameResultsTests {
    @Test("they find the same texts in the same order")
    func made() async throws {
        let both = try await BothEngines()
        var numbers = SeededNumbers(state: 1)
        let words = MadeTexts.make(400, &numbers)
        let long = words.prefix(200).joined(separator: "\n")
        let texts = IndexedText.spread(words + ["", long], overYears: 12, &numbers)
        try await both.put(texts.shuffled(using: &numbers))

        let outcome = try await Outcome(of: both, texts, seed: 2)

        outcome.expectSame()
    }

    @Test(
        "they find the same real messages in the same order",
        .enabled(if: RealTexts.file != nil, "../shared/data/messages is not there: skipped"))
    func real() async throws {
        let both = try await BothEngines()
        var numbers = SeededNumbers(state: 3)
        let texts = IndexedText.spread(RealTexts.read(3000), overYears: 3, &numbers)
        try await both.put(texts)

        let outcome = try await Outcome(of: both, texts, seed: 4)

        outcome.expectSame()
    }

    @Test("page after page they bring everything there is, each text once", arguments: [1, 7, 50])
    func pages(limit: Int) async throws {
        let both = try await BothEngines()
        var numbers = SeededNumbers(state: 5)
        let texts = IndexedText.spread(MadeTexts.make(200, &numbers), overYears: 12, &numbers)
        try await both.put(texts)
        let areas = [IndexedText.province, IndexedText.counties[0]]
        let asked = Questions.common.flatMap { query in
            areas.map { Asked(query: query, area: $0, limit: limit) }
        }

        let pages = try await both.ask { db in try asked.map { try $0.pages(in: db) } }
        let whole = try await both.ask { db in
            try asked.map { try Asked(query: $0.query, area: $0.area, limit: 1000).answer(in: db) }
        }

        #expect(pages.file == whole.file)
        #expect(pages.server == whole.server)
        #expect(pages.file == pages.server)
        #expect(pages.file.contains { $0.count > 50 })
    }

    @Test("they still agree when texts came back with other words and other places, before and after settling")
    func changed() async throws {
        let both = try await BothEngines()
        var numbers = SeededNumbers(state: 7)
        let words = MadeTexts.make(1000, &numbers)
        var texts = IndexedText.spread(Array(words.prefix(500)), overYears: 3, &numbers)
        try await both.put(texts)
        let changed = Array(stride(from: 0, to: texts.count, by: 5))
        try await both.remove(changed.map { texts[$0] })
        for index in changed {
            texts[index].words = words[500 + index]
            texts[index].county = IndexedText.counties.randomElement(using: &numbers) ?? texts[index].county
        }
        // Some of them never come back.
        try await both.put(changed.filter { !$0.isMultiple(of: 3) }.map { texts[$0] })
        let waiting: Int? = try await both.file.read { db in try db.value("SELECT COUNT(*) FROM search_pending") }

        let before = try await Outcome(of: both, texts, seed: 8)
        try await both.settle()
        let after = try await Outcome(of: both, texts, seed: 8)

        #expect((waiting ?? 0) > 0)
        before.expectSame()
        after.expectSame()
        #expect(before.answers.server == after.answers.server)
    }

    @Test("in every text they find the words of the question can be shown")
    func highlighted() async throws {
        let both = try await BothEngines()
        var numbers = SeededNumbers(state: 9)
        let words = MadeTexts.make(300, &numbers) + RealTexts.read(200)
        let texts = IndexedText.spread(words, overYears: 3, &numbers)
        try await both.put(texts)
        let documents = Dictionary(uniqueKeysWithValues: texts.map { ($0.document, $0.words) })
        var questions = Questions(from: words, seed: 10)
        let asked = questions.exact(40).map { Asked(query: $0, limit: 5) }

        let answers = try await both.ask { db in try asked.map { try $0.answer(in: db) } }

        for (asked, found) in zip(asked + asked, answers.file + answers.server) {
            for document in found {
                let text = try #require(documents[document])
                #expect(!SearchIndex.highlight(text, asked.query).isEmpty, "\(asked.query) in \(text)")
            }
        }
        #expect(answers.server.count(where: { !$0.isEmpty }) > asked.count / 2)
    }
}

/// What came of some hundred questions, each asked in several ways.
private struct Outcome {
    let asked: [Asked]
    let answers: (file: [[Int64]], server: [[Int64]])

    init(of both: BothEngines, _ texts: [IndexedText], seed: UInt64) async throws {
        var questions = Questions(from: texts.map(\.words), seed: seed)
        var numbers = SeededNumbers(state: seed)
        let asked = questions.all().flatMap { Asked.ways($0, among: texts, &numbers) }
        self.asked = asked
        answers = try await both.ask { db in try asked.map { try $0.answer(in: db) } }
    }

    func expectSame(sourceLocation: SourceLocation = #_sourceLocation) {
        let different = zip(asked, zip(answers.file, answers.server)).filter { $1.0 != $1.1 }
        let answered = Set(zip(asked, answers.file).filter { !$1.isEmpty }.map { $0.0.query })
        let queries = Set(asked.map(\.query))
        for (asked, found) in different.prefix(5) {
            Issue.record("\(asked): SQLite \(found.0), PostgreSQL \(found.1)", sourceLocation: sourceLocation)
        }
        #expect(different.isEmpty, "\(different.count) of \(asked.count)", sourceLocation: sourceLocation)
        #expect(answered.count * 2 >= queries.count, "only few had an answer", sourceLocation: sourceLocation)
    }
}
