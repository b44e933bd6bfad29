import Testing

@testable import Domain

@Suite("When a matter stands in a state on Monday 2026-03-02")
struct LifecycleClockTests {
    @Test(
        "its own clock runs to the day the rules give",
        arguments: [
            (MatterState.registered, ClockKind.triage, "2026-03-09"), (.answeredOnSpot, .spotRevisit, "2026-03-16"),
            (.accepted, .assign, "2026-03-09"), (.submittedUp, .elevationDecision, "2026-03-09"),
            (.assigned, .handlerAccept, "2026-03-09"), (.objected, .objectionDecision, "2026-03-09"),
            (.inHandling, .handling, "2026-03-23"), (.replied, .replyCheck, "2026-03-09"),
            (.promised, .promise, "2026-04-11"), (.answered, .revisit, "2026-03-16"),
            (.rated, .ratedDecision, "2026-03-04"), (.rework, .rework, "2026-04-02"),
            (.jointReview, .jointReview, "2026-03-30"), (.contested, .contestDecision, "2026-03-09"),
            (.referred, .referralDeadline, "2026-03-17"), (.redirected, .redirectNotice, "2026-03-09"),
            (.rejected, .redirectNotice, "2026-03-09"), (.merged, .asLead, "2026-03-09"),
        ])
    func ownClock(state: MatterState, kind: ClockKind, due: String) throws {
        let matter = try Life.at(state).matter

        #expect(matter.mainClock?.kind == kind)
        #expect(matter.mainClock?.deadline.dueOn.iso == due)
        #expect(matter.dueAt == matter.clocks.filter { $0.kind != .supervisorDecline }.map(\.dueAt).min())
    }

    @Test("the notice to the reporter takes 5 working days, never over 15 days")
    func reporterNotice() throws {
        let usual = try Life.at(.accepted)
        let holiday = try accepted(on: Day(2026, 2, 12), noticeIn: .workingDays(10))

        #expect(usual.matter.clock(.reporterNotice)?.deadline.dueOn == Day(2026, 3, 9))
        // Ten working days over the Spring Festival would be 03-04; fifteen days are 02-27.
        #expect(holiday.matter.clock(.reporterNotice)?.deadline.dueOn == Day(2026, 2, 27))
        #expect(holiday.matter.clock(.reporterNotice)?.policy == .reporterNoticeCap)
    }

    @Test("a county's handler has 30 working days, and a written deadline is never over three months, six where wide")
    func handlingLimits() throws {
        let county = try assigned(at: .county)
        let long = try assigned(at: .county, handleIn: .workingDays(130))
        let wide = try assigned(at: .county, handleIn: .workingDays(130), isWide: true)

        #expect(county.matter.clock(.handling)?.deadline.dueOn == Day(2026, 4, 14))
        #expect(long.matter.clock(.handling)?.deadline.dueOn == Day(2026, 6, 2))
        #expect(wide.matter.clock(.handling)?.deadline.dueOn == Day(2026, 9, 2))
    }

    @Test("passing it on to a bureau does not start the first clock again")
    func subAssigned() throws {
        var life = try Life.at(.submittedUp)
        try life.act(Say.deputy(), as: .head)
        try life.act(Say.assign(life.organ(LifecycleGround.governmentOffice)), as: .assigningOffice)
        let clocks = life.matter.clocks
        life.wait(days: 2)

        try life.act(.subAssign(to: life.organ(LifecycleGround.waterBureau), note: ""), as: .distributor)

        #expect(life.matter.clocks == clocks)
        #expect(life.matter.holder == .organ(LifecycleGround.waterBureau))
        #expect(life.matter.handling.distributor == LifecycleGround.governmentOffice)
    }

    @Test("an extension is asked once and decided in 2 working days, and the new day is the deadline")
    func extended() throws {
        var life = try Life.at(.inHandling)
        try life.act(.stateDate(Day(2026, 3, 20)), as: .leadHandler)

        try life.act(.askExtension(until: Day(2026, 4, 20), reason: Say.reason), as: .leadHandler)
        let decision = life.matter.clock(.extensionDecision)?.deadline.dueOn
        try life.act(.decideExtension(isGranted: true, reason: Say.reason), as: .assigningOffice)

        #expect(decision == Day(2026, 3, 4))
        #expect(life.matter.clock(.handling)?.deadline.dueOn == Day(2026, 4, 20))
        #expect(life.matter.clock(.extensionDecision) == nil)
        #expect(life.matter.clock(.statedDate) == nil && life.matter.clock(.stateDate) != nil)
    }

    @Test("an extension that is refused leaves the deadline as it was")
    func extensionRefused() throws {
        var life = try Life.at(.inHandling)
        try life.act(.askExtension(until: Day(2026, 4, 20), reason: Say.reason), as: .leadHandler)

        try life.act(.decideExtension(isGranted: false, reason: Say.reason), as: .assigningOffice)

        #expect(life.matter.clock(.handling)?.deadline.dueOn == Day(2026, 3, 23))
        #expect(
            life.refusal(of: .askExtension(until: Day(2026, 4, 20), reason: Say.reason), as: .leadHandler)
                == "extension-asked")
    }

    @Test("a co-handler's opinion ends its own clock and nobody else's")
    func coHandlers() throws {
        var life = try Life.at(.submittedUp)
        try life.act(Say.deputy(), as: .head)
        let others = [LifecycleGround.governmentOffice, LifecycleGround.transportBureau].map { life.organ($0) }
        try life.act(Say.assign(life.organ(LifecycleGround.waterBureau), with: others), as: .assigningOffice)

        try life.act(.giveOpinion(words: Say.reason, organ: LifecycleGround.transportBureau), as: .coHandler)

        let owing = life.matter.clocks.filter { $0.kind == .coHandlerOpinion }.map(\.organ)
        #expect(owing == [LifecycleGround.governmentOffice])
    }

    private func accepted(on day: Day, noticeIn rule: DeadlineRule) throws -> Life {
        var life = try Life(on: day, policies: [entry(.reporterNotice, rule)])
        try life.bring(to: .accepted)
        return life
    }

    private func assigned(at level: Level, handleIn rule: DeadlineRule? = nil, isWide: Bool = false) throws -> Life {
        var life = try Life(policies: rule.map { [entry(.handleCounty, $0)] } ?? [])
        try life.bring(to: .submittedUp)
        try life.act(Say.deputy(), as: .head)
        let organ = life.organ(LifecycleGround.waterBureau)
        try life.act(.assign(Assignment(lead: organ, isWide: isWide)), as: .assigningOffice)
        return life
    }

    private func entry(_ key: PolicyKey, _ rule: DeadlineRule) -> PolicyEntry {
        PolicyEntry(
            id: 1, key: key, area: LifecycleGround.county, validFrom: Day(2026, 1, 1), value: .rule(rule),
            decidedBy: "县人大常委会")
    }
}
