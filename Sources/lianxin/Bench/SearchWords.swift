import App
import Database
import Directory
import Web

/// What is looked for: taken from what people say in the demo, so that every question has an answer.
struct SearchWords {
    private static let sample = 4000
    private static let phraseLength = 12

    let common: String
    let rare: String
    let phrase: String

    static func taken(from ground: BenchGround) async throws -> SearchWords {
        try await run(build(Settings(dataDirectory: ground.folder))) { try await SearchWords(in: $0) }
    }

    /// The pair of characters most often together in a sample, one that stands there once, and a clause.
    private init(in app: Assembled) async throws {
        let texts: [String] = try await app.installation.database.read { db in
            try db.rows("SELECT masked FROM matter_words ORDER BY matter % 991, matter LIMIT \(Self.sample)")
                .map { try $0[0] }
        }
        var counts: [String: Int] = [:]
        for text in texts {
            for pair in Set(Self.pairs(text)) { counts[pair, default: 0] += 1 }
        }
        let byCount = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        let clause = texts.lazy.flatMap { $0.split { !Self.isHan($0) } }.first { $0.count >= Self.phraseLength }
        guard let rare = byCount.first, let common = byCount.last, let clause else {
            throw Complaint("演示里没有可以搜索的字句")
        }
        self.common = common.key
        self.rare = rare.key
        phrase = String(clause.prefix(Self.phraseLength))
    }

    static func address(_ words: String) -> String { "/matters?q=" + Address.encoded(words) }

    private static func pairs(_ text: String) -> [String] {
        text.split { !isHan($0) }.flatMap { run in zip(run, run.dropFirst()).map { "\($0)\($1)" } }
    }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.count == 1 && ("\u{4E00}"..."\u{9FFF}").contains(character.unicodeScalars.first!)
    }
}
