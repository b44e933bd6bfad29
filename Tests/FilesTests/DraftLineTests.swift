import Domain
import Testing

@testable import Files

@Suite("When a form carries a kept file along")
struct DraftLineTests {
    @Test("it comes back as it was, with or without a smaller picture and a length")
    func whole() throws {
        let now = Instant(ms: 1_779_670_800_000)
        let photo = FileDraft(
            FileContent(kind: .photo, type: .jpeg, bytes: [1, 2, 3], width: 40, height: 30, small: [4]), keptAt: now)
        let voice = FileDraft(FileContent(kind: .voice, type: .webm, bytes: [5], seconds: 12), keptAt: now)

        #expect(FileDraft(line: photo.line) == photo)
        #expect(FileDraft(line: voice.line) == voice)
    }

    @Test("what is no such line is none", arguments: ["", "photo jpeg", "photo exe 00 1 1 1   1"])
    func none(_ line: String) {
        #expect(FileDraft(line: line) == nil)
    }
}
