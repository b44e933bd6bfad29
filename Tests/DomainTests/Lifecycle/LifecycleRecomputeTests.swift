import Testing

@testable import Domain

@Suite("When the calendar or a policy changes under a running clock")
struct LifecycleRecomputeTests {
    /// Tuesday to Thursday of the week become days off.
    private let later = WorkCalendar(
        exceptions: Notices.exceptions.merging(
            (3...5).map { (Day(2026, 3, $0), false) }, uniquingKeysWith: { $1 }),
        coveredYears: 2025...2026)

    @Test("the end moves later, and the record holds the old and the new day")
    func movesLater() throws {
        var life = try Life.at(.accepted)
        life.calendar = later

        let change = try life.act(.recompute, as: .system)

        #expect(change.matter.clock(.assign)?.deadline.dueOn == Day(2026, 3, 12))
        #expect(change.facts.contains(.init(key: "old-due", value: .integer(Int64(Day(2026, 3, 9).number)))))
        #expect(change.facts.contains(.init(key: "due", value: .integer(Int64(Day(2026, 3, 12).number)))))
    }

    @Test("a date already told is never brought forward")
    func neverEarlier() throws {
        var life = try Life.at(.accepted)
        life.policies = [policy(.assign, .workingDays(2), from: Day(2026, 3, 1))]

        let change = try life.act(.recompute, as: .system)

        #expect(change.matter.clock(.assign)?.deadline.dueOn == Day(2026, 3, 9))
        #expect(change.facts.isEmpty)
    }

    @Test("a policy from a later day leaves what already runs alone")
    func onlyFromItsDay() throws {
        var life = try Life.at(.accepted)
        life.policies = [policy(.assign, .workingDays(12), from: Day(2026, 3, 3))]

        try life.act(.recompute, as: .system)

        #expect(life.matter.clock(.assign)?.deadline.dueOn == Day(2026, 3, 9))
    }

    @Test("a longer policy of the day it started lengthens it, and the clock knows by which decision")
    func longer() throws {
        var life = try Life.at(.accepted)
        life.policies = [policy(.assign, .workingDays(8), from: Day(2026, 3, 1))]

        try life.act(.recompute, as: .system)

        #expect(life.matter.clock(.assign)?.deadline.dueOn == Day(2026, 3, 12))
        #expect(life.matter.clock(.assign)?.policyVersion == 7)
    }

    @Test("what was marked overdue runs again when its end is moved beyond today")
    func runsAgain() throws {
        var life = try Life.at(.rated)
        life.outlast(.ratedDecision)
        life.letTimeWork()
        life.calendar = later

        try life.act(.recompute, as: .system)

        #expect(life.matter.clock(.ratedDecision)?.deadline.dueOn == Day(2026, 3, 9))
        #expect(life.matter.clock(.ratedDecision)?.overdueMarkedOn == nil)
        life.outlast(.ratedDecision)
        #expect(life.letTimeWork().last == "overdue")
    }

    @Test("a day that somebody named stands")
    func named() throws {
        var life = try Life.at(.promised)
        let promise = life.matter.clock(.promise)
        life.calendar = later

        try life.act(.recompute, as: .system)

        #expect(life.matter.clock(.promise) == promise)
    }

    @Test("a longer policy still ends where the law's limit does")
    func capped() throws {
        var life = try Life.at(.inHandling)
        life.policies = [policy(.handleTownship, .workingDays(120), from: Day(2026, 3, 1))]

        try life.act(.recompute, as: .system)

        #expect(life.matter.clock(.handling)?.deadline.dueOn == Day(2026, 6, 2))
        #expect(life.matter.clock(.handling)?.policy == .handleCap)
    }

    private func policy(_ key: PolicyKey, _ rule: DeadlineRule, from day: Day) -> PolicyEntry {
        PolicyEntry(
            id: 7, key: key, area: LifecycleGround.county, validFrom: day, value: .rule(rule), decidedBy: "县人大常委会")
    }
}
