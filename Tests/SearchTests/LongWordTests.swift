import Search
import TestSupport
import Testing

@Suite("When a text holds a word without end")
struct LongWordTests {
    private let lamps: Lamps

    init() async throws {
        lamps = try await Lamps()
    }

    @Test("it goes into the index and out again, and its other words are found")
    func goesIn() async throws {
        var numbers = SeededNumbers(state: 1)
        let word = (0..<8000).map { _ in String(Int.random(in: 0...9, using: &numbers)) }.joined()
        let words = "路灯坏了 " + word + " 请修理"

        try await lamps.put(10, words)
        #expect(try await lamps.find("路灯 修理") == [10])

        try await lamps.remove(10, words)
        #expect(try await lamps.find("路灯 修理") == [])
    }

    @Test("it is found whole, as far as a question goes, and never by its beginning")
    func isFoundWhole() async throws {
        let word = String(repeating: "0123456789", count: 10)
        try await lamps.put(10, word)
        try await lamps.put(20, word + "x")
        try await lamps.put(30, String(repeating: word, count: 80))

        #expect(try await lamps.find(word) == [10])
        #expect(try await lamps.find(String(word.dropLast())) == [])
    }
}
