import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a summary is proposed for the public")
struct ResidentSummaryTests {
    @Test("telephones, identity numbers, plates and the reporter's name are out of it, the matter stays in")
    func masked() async throws {
        let words = "我叫张秀英，电话13834567890，身份证140702197001010018，村口路灯坏了，晋K12345撞了电杆。张女士敬上"
        let play = try await Play(TestProvince(), words: words)
        try await play.answered()

        let proposal = SummaryProposal(for: try await play.shown(to: play.province.head(of: .town)))

        let all = proposal.title + proposal.summary + proposal.answer
        for personal in ["张秀英", "张女士", "13834567890", "140702197001010018", "K12345"] {
            #expect(!all.contains(personal))
        }
        #expect(proposal.summary.contains("村口路灯坏了"))
        #expect(proposal.answer.contains("更换了三盏路灯"))
        #expect(proposal.title.count <= 60)
    }

    @Test("what is long is cut at the end of a sentence; without an answer none is proposed")
    func long() async throws {
        let play = try await Play(TestProvince(), words: String(repeating: "路灯坏了没有人修。", count: 100))

        let proposal = SummaryProposal(for: try await play.shown(to: play.province.head(of: .town)))

        #expect(proposal.summary.count < 350)
        #expect(proposal.summary.hasSuffix("。"))
        #expect(proposal.answer.isEmpty)
    }
}

extension Play {
    func shown(to person: TestPerson) async throws -> ShownMatter {
        let (installation, now, number) = (province.installation, province.now, number)
        return try await province.read { db in
            try MatterQuery.run(db, number, by: person.principal, at: now, in: installation)
        }
    }
}
