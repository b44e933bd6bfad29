import App
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When time passes over a matter")
struct TimeTests {
    @Test("it is reminded once, marked once and handed on once, however often the work runs")
    func once() async throws {
        let play = try await Play(TestProvince())
        for _ in 1...8 {
            play.province.clock.pass(days: 1)
            for _ in 1...2 { await play.province.work() }
        }
        let events = try await play.events

        #expect(events == ["registered", "reminded", "overdue", "silencePassed"])
        #expect(try await play.province.faults() == [])
    }

    @Test("five workers at once do it once")
    func together() async throws {
        let province = try await TestProvince()
        let play = try await Play(province)
        var others: [Assembled] = []
        for _ in 1...4 { others.append(try await province.another()) }
        province.clock.pass(days: 12)
        let now = province.now

        await withTaskGroup(of: Void.self) { group in
            group.addTask { await province.work() }
            for other in others { group.addTask { _ = await other.worker.runAll(at: now) } }
        }

        let events = try await play.events
        #expect(events == ["registered", "overdue", "silencePassed"])
    }

    @Test("what a station leaves lying goes to the county's central station, with a new clock")
    func centralStation() async throws {
        let play = try await Play(TestProvince())
        play.province.clock.pass(days: 12)

        await play.province.work()

        let matter = try await play.matter
        #expect(matter.holder == .station(play.province.station(.county)))
        #expect(matter.clock(.triage)?.isOverdue(at: play.province.now) == false)
    }

    @Test("a handler who says nothing for five working days counts as having taken it up")
    func countsAsAccepted() async throws {
        let play = try await Play(TestProvince())
        try await play.assigned()
        play.province.clock.pass(days: 8)

        await play.province.work()

        let matter = try await play.matter
        #expect(matter.state == .inHandling)

        #expect(matter.clock(.handling)?.deadline.startedOn == Day(2026, 5, 25))
    }

    @Test("a holder nobody can reach loses it to the next above who can")
    func unreachable() async throws {
        let play = try await Play(TestProvince())
        let province = play.province
        try await province.silence(province.head(of: .town), province.clerk(of: .town))

        await province.work()

        #expect(try await play.matter.holder == .station(province.station(.county)))
        #expect(try await province.faults() == [])
    }

    @Test("a longer deadline decided later moves the open clock, and the record says from when to when")
    func recompute() async throws {
        let play = try await Play(TestProvince())
        let province = play.province
        let before = try await play.matter.clock(.triage)!.deadline.dueOn
        try await province.set(.triage, "wd7", in: .county)

        await province.work()

        let after = try await play.matter.clock(.triage)!.deadline.dueOn
        #expect(after > before)
        #expect(try await play.events.last == "recomputed")
        #expect(try await province.faults() == [])
    }

    @Test("a shorter one never brings a date forward that somebody was told")
    func notForward() async throws {
        let play = try await Play(TestProvince())
        let before = try await play.matter.clock(.triage)!.deadline.dueOn
        try await play.province.set(.triage, "wd2", in: .county)

        await play.province.work()

        #expect(try await play.matter.clock(.triage)!.deadline.dueOn == before)
    }

    @Test("a closed one is archived after thirty days, not earlier")
    func archive() async throws {
        let play = try await Play(TestProvince())
        try await play.closed()

        play.province.clock.pass(days: 29)
        await play.province.work()
        let early = try await play.matter.isArchived
        play.province.clock.pass(days: 5)
        await play.province.work()

        #expect(!early)
        #expect(try await play.matter.isArchived)
    }
}
