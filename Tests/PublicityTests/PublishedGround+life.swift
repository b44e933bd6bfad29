import Domain
import Matters
import TestSupport

/// How one matter goes, for figures that are reckoned by hand.
struct MadeLife {
    var outcome = Outcome.solved
    /// Days after the registration on which the handler says it will be done.
    var statedDays: Int? = 9
    var grade: (grade: Grade, source: RatingSource)?
}

extension PublishedGround {
    private static let reason = "村口到学校的路灯坏了三盏，晚上看不见路，已经到现场看过。"

    /// With the town's government, which has said by when.
    func bringToHandler(_ number: MatterNumber, statedDays: Int?) async throws {
        let deputy = province.deputy(of: .town).person
        let seat: Int64? = try await province.value("SELECT id FROM mandate WHERE person = \(deputy)")
        try await act(.accept, on: number)
        try await send(
            .nameSupervisor(seat ?? 0, isKin: false, isParty: false), by: province.head(of: .town), on: number)
        let organ = try await province.organ(.townGovernment, in: .town)
        try await send(
            .assign(organ, coHandlers: [], isWide: false, note: ""), by: province.officer(of: .town), on: number)
        let handler = province.handler(of: .town)
        try await send(.ready(.takeUp), by: handler, on: number)
        guard let statedDays else { return }
        try await send(.ready(.stateDate(province.today.adding(days: statedDays))), by: handler, on: number)
    }

    /// The reply, checked and told today, and what was said to it.
    func answer(_ number: MatterNumber, _ life: MadeLife) async throws {
        let deputy = province.deputy(of: .town)
        let reply = HandlerReply(
            outcome: life.outcome, done: Self.reason + "换了三个灯头，当晚全部亮了。", reason: Self.reason, basis: Self.reason,
            signer: "王建国")
        try await send(.ready(.reply(reply)), by: province.handler(of: .town), on: number)
        try await send(.ready(.passCheck(note: "")), by: deputy, on: number)
        try await send(.ready(.deliver(.phone, words: "灯修好了，打电话告诉了本人。")), by: deputy, on: number)
        guard let (grade, source) = life.grade else { return }
        let id: Int64? = try await province.value("SELECT id FROM matter WHERE number = \(number.text)")
        let speaker: Principal =
            switch source {
            case .ownHand: .reporter(matter: id ?? 0)
            case .toldToStaff: deputy.principal
            case .callBack: province.officer(of: .town).principal
            }
        try await send(.ready(.rate(grade, source: source, comment: "")), as: speaker, on: number)
    }

    func send(_ draft: ActDraft, by person: TestPerson, on number: MatterNumber) async throws {
        try await send(draft, as: person.principal, on: number)
    }

    func send(_ draft: ActDraft, as principal: Principal, on number: MatterNumber) async throws {
        let (now, installation) = (province.now, province.installation)
        _ = try await province.write { db, ids, _ in
            try ActOnMatter.run(db, number, ActRequest(draft), by: principal, at: now, ids: &ids, in: installation)
        }
    }
}
