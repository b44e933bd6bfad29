import Foundation
import Testing

@testable import Domain

@Suite("When the rules say no")
struct LifecycleRefusalTests {
    @Test("they say why", arguments: Refused.examples.indices)
    func each(index: Int) throws {
        let example = Refused.examples[index]
        var life = try example.from.map(Life.at) ?? Life()

        try example.prepare(&life)

        let said = life.refusal(of: try example.action(life), as: example.relation)
        #expect(said == example.code)
    }

    @Test("a place where nobody can be reached takes no matter: no-open-place")
    func noOpenPlace() {
        let refusal = #expect(throws: Refusal.self) {
            try Life(unreachable: Set(LifecycleGround.stations.map(\.id)))
        }

        #expect(refusal?.code == "no-open-place")
    }

    @Test("what is marked as not for the public is not published: kept-secret")
    func keptSecret() throws {
        let life = try Life.at(.closed)
        var around = life.around
        around.isKeptSecret = true

        let refusal = #expect(throws: Refusal.self) {
            try life.matter.after(
                .publish(title: Say.reason, summary: Say.reason, answer: ""), as: [.head], in: around,
                under: life.rules, at: life.now)
        }

        #expect(refusal?.code == "kept-secret")
    }

    @Test("every refusal the rules know is reached by an example")
    func complete() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/Domain/Lifecycle/Refusal+matter.swift")
        let known = try String(contentsOf: file, encoding: .utf8).matches(of: /code: "([a-z-]+)"/).map { String($0.1) }

        let shown = Set(Refused.examples.map(\.code)).union(["no-open-place", "kept-secret"])

        #expect(known.count > 50)
        #expect(Set(known).subtracting(shown) == [])
    }

    @Test("every sentence is Chinese and ends like one")
    func sentences() throws {
        for example in Refused.examples {
            var life = try example.from.map(Life.at) ?? Life()
            try example.prepare(&life)
            let action = try example.action(life)

            let refusal = #expect(throws: Refusal.self) { try life.trying(action, as: example.relation) }

            let message = refusal?.message ?? ""
            #expect(message.hasSuffix("。") && !message.contains { $0.isASCII && $0.isLetter }, "\(message)")
        }
    }
}
