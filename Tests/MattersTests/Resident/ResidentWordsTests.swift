import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a resident reads any page")
struct ResidentWordsTests {
    static let officeWords = ["受理", "交办", "承办", "办结", "归档"]

    @Test(
        "in every state her matter's page speaks as a neighbour would, with a telephone and hours",
        arguments: MatterState.allCases)
    func everyState(state: MatterState) async throws {
        let play = try await Play(TestProvince())
        try await play.reach(state)
        let resident = try await Resident(play.province)

        let page = try await resident.open(Slip(play))

        #expect(try await play.matter.state == state)
        #expect(page.status == .ok)
        #expect(Self.officeWords.filter(page.text.contains) == [])
        #expect(page.text.contains("href=\"tel:19900000000\"") && page.seen.contains("有人接听"))
        #expect(page.text.contains("href=\"tel:1990000800"))
        // Whatever is open says by when, and how far that is.
        #expect(state.isFinal || page.seen.contains(/下一步 (还有|今天到期|已超过)/))
    }

    @Test(
        "no page without a matter uses the words of offices",
        arguments: [
            "/say", "/say?area=140702", "/say?q=x", "/say?division=140702001", "/say?station=YC001",
            "/say?division=1", "/my", "/my?number=x", "/my/abc",
        ])
    func otherPages(path: String) async throws {
        let page = try await TestProvince().browser().get(path)

        #expect(Self.officeWords.filter(page.text.contains) == [])
        #expect(page.text.contains("href=\"tel:19900000000\""))
    }

    @Test("nor does the slip, nor a form sent back")
    func answers() async throws {
        let resident = try await Resident(TestProvince())

        for page in [try await resident.say(), try await resident.say(words: "")] {
            #expect(Self.officeWords.filter(page.text.contains) == [])
        }
    }
}

extension Play {
    private static let reason = "经实地查看，这里的路灯归县里管，需要换个单位来办。"

    /// Leads the matter to a state by the acts of those whose acts they are.
    func reach(_ state: MatterState) async throws {
        switch state {
        case .registered: break
        case .answeredOnSpot, .referred, .redirected, .rejected, .merged: try await decide(state)
        case .accepted: try await accepted()
        case .assigned: try await assigned()
        case .inHandling: try await inHandling()
        case .answered: try await answered()
        case .closed: try await closed()
        case .withdrawn: try await reporter(.withdraw(reason: "自己修好了"))
        case .submittedUp:
            try await accepted()
            try await act(.elevate(to: .county, reason: Self.reason, skip: nil), by: province.officer(of: .town))
        case .objected:
            try await assigned()
            try await act(.object(reason: Self.reason), by: province.handler(of: .town))
        case .replied:
            try await inHandling()
            try await act(.reply(Self.solved), by: province.handler(of: .town))
        case .promised: try await promise()
        case .rated, .rework, .jointReview: try await dissatisfy(until: state)
        case .contested:
            try await decide(.rejected)
            try await reporter(.contest(reason: Self.reason))
        }
    }

    private func decide(_ state: MatterState) async throws {
        let head = province.head(of: .town)
        try await act(.triage(Self.lamps, note: ""), by: head)
        switch state {
        case .answeredOnSpot:
            try await act(
                .answerOnSpot(
                    SpotAnswer(words: "当面说明了修路灯的安排，下周换灯头。", hasConsent: true, commonality: .common, category: .urban)),
                by: province.deputy(of: .town))
        case .referred: try await act(.refer(reason: Self.reason), by: head)
        case .redirected:
            try await act(
                .redirect(
                    Redirection(place: "榆次区人民法院", address: "迎宾街 1 号", telephone: "0354-1234567", bring: "身份证")),
                by: head)
            try await act(.notify(.phone), by: head)
        case .rejected: try await act(.reject(reason: Self.reason), by: head)
        default:
            let lead = try await Play(province)
            try await act(.merge(into: lead.number, reason: Self.reason), by: head)
        }
    }

    private func promise() async throws {
        try await inHandling()
        var reply = Self.solved
        reply.outcome = .planned
        reply.promisedOn = Day(2026, 6, 30)
        try await act(.reply(reply), by: province.handler(of: .town))
        try await deliver()
    }

    private func deliver() async throws {
        try await act(.passCheck(note: ""), by: province.deputy(of: .town))
        try await act(.deliver(.phone, words: "已经打电话告诉本人"), by: province.deputy(of: .town))
    }

    private func dissatisfy(until state: MatterState) async throws {
        let officer = province.officer(of: .town)
        try await answered()
        try await reporter(.rate(.dissatisfied, source: .ownHand, comment: "只亮了一盏"))
        guard state != .rated else { return }
        try await act(.orderRework(reason: Self.reason), by: officer)
        guard state != .rework else { return }
        try await act(.reply(Self.solved), by: province.handler(of: .town))
        try await deliver()
        try await reporter(.rate(.dissatisfied, source: .ownHand, comment: "还是不亮"))
        try await act(.conveneJointReview(plan: "下周三请镇政府、供电所和群众代表到站里商量。"), by: officer)
    }
}
