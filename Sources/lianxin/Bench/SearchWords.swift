import App
import Database
import Directory
import Web

/// What is looked for: taken from what people say in the demo, so that every question has an answer on every engine.
struct SearchWords {
    private static let sample = 4000
    private static let phraseLength = 12

    /// The pair of characters that most texts hold, and the one that fewest do.
    let common: String
    let rare: String
    /// The beginning of a clause.
    let phrase: String

    static func taken(from grounds: [BenchGround]) async throws -> SearchWords {
        let samples = try await grounds.inTurn { try await said(in: $0) }
        let pairs = ranked(samples, by: Self.pairs(in:))
        let clauses = ranked(samples, by: Self.clauses(in:))
        guard let common = pairs.last, let rare = pairs.first, let phrase = clauses.first else {
            throw Complaint("演示里没有可以搜索的字句")
        }
        return SearchWords(common: common, rare: rare, phrase: phrase)
    }

    private static func said(in ground: BenchGround) async throws -> [String] {
        try await run(build(ground.place.settings)) { app in
            try await app.installation.database.read { db in
                try db.rows("SELECT masked FROM matter_words ORDER BY matter % 991, matter LIMIT \(Self.sample)")
                    .map { try $0[0] }
            }
        }
    }

    /// What occurs in every sample, from what the fewest texts hold to what the most do.
    private static func ranked(_ samples: [[String]], by parts: (String) -> [String]) -> [String] {
        var found: [String: (texts: Int, samples: Int)] = [:]
        for texts in samples {
            var counts: [String: Int] = [:]
            for text in texts {
                for part in Set(parts(text)) { counts[part, default: 0] += 1 }
            }
            for (part, count) in counts {
                let before = found[part] ?? (0, 0)
                found[part] = (before.texts + count, before.samples + 1)
            }
        }
        return found.filter { $0.value.samples == samples.count }
            .sorted { ($0.value.texts, $0.key) < ($1.value.texts, $1.key) }
            .map { $0.key }
    }

    static func address(_ words: String) -> String { "/matters?q=" + Address.encoded(words) }

    /// What a resident looks for among what is public.
    static let publicAddress = "/search?q=" + Address.encoded("路灯")

    /// Characters that stand together.
    private static func pairs(in text: String) -> [String] {
        text.split { !isHan($0) }.flatMap { run in zip(run, run.dropFirst()).map { "\($0)\($1)" } }
    }

    /// The beginnings of those that are long enough.
    private static func clauses(in text: String) -> [String] {
        text.split { !isHan($0) }.filter { $0.count >= phraseLength }.map { String($0.prefix(phraseLength)) }
    }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.count == 1 && ("\u{4E00}"..."\u{9FFF}").contains(character.unicodeScalars.first!)
    }
}
