import Database
import Domain
import Matters
import TestSupport

/// Matters of the small province that their head published, through the operations themselves.
struct PublishedGround {
    static let words = "村口到学校的路灯坏了三盏，请找张秀英，电话13834567890。"

    let province: TestProvince

    /// Registered and analysed; published under the town's head with an answer or without.
    @discardableResult
    func publish(
        _ title: String, in place: TestPlace = .town, category: Domain.Category = .urban, answer: String = ""
    ) async throws -> MatterNumber {
        let number = try await register(in: place, category: category)
        try await act(
            .publish(title: title, summary: "村口到学校有三盏路灯不亮，请尽快修好。", answer: answer), on: number, in: place)
        return number
    }

    /// Registered and analysed, not published.
    func register(
        in place: TestPlace = .town, category: Domain.Category = .urban
    ) async throws -> MatterNumber {
        let draft = OpinionDraft(area: province.division(place), words: Self.words, channel: .web)
        let (now, installation) = (province.now, province.installation)
        let number = try await province.write { db, ids, _ in
            try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation).number
        }
        let triage = Triage(route: .accept, commonality: .common, category: category, power: .township)
        try await act(.triage(triage, note: ""), on: number, in: place)
        return number
    }

    func act(_ action: MatterAction, on number: MatterNumber, in place: TestPlace = .town) async throws {
        let (now, installation) = (province.now, province.installation)
        let head = province.head(of: place).principal
        _ = try await province.write { db, ids, _ in
            try ActOnMatter.run(db, number, ActRequest(.ready(action)), by: head, at: now, ids: &ids, in: installation)
        }
    }
}

extension Answer {
    /// What a person reads of it.
    var seen: String { text.replacing(/<[^>]*>/, with: "") }
}
