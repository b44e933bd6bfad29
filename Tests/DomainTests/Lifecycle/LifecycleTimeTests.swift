import Testing

@testable import Domain

@Suite("When nobody does anything and time goes by")
struct LifecycleTimeTests {
    @Test("the holder is reminded once, five working days before the end, and marked overdue once, the day after it")
    func remindedAndMarked() throws {
        var life = try Life.at(.inHandling)
        try life.act(.stateDate(Day(2026, 3, 23)), as: .leadHandler)
        life.matter.clocks.removeAll { $0.kind != .handling }
        var seen: [String] = []

        for day in 3...31 {
            life.go(to: Day(2026, 3, day))
            seen += life.letTimeWork().map { "\(day) \($0)" }
        }

        #expect(seen == ["16 reminded", "24 overdue", "24 silencePassed"])
    }

    @Test("of a short time limit the holder is reminded when half of it has passed, not on the day it begins")
    func shortReminder() throws {
        var life = try Life.at(.accepted)
        life.matter.clocks.removeAll { $0.kind != .assign }
        var seen: [String] = []

        for day in 3...11 {
            life.go(to: Day(2026, 3, day))
            seen += life.letTimeWork().filter { $0 == "reminded" }.map { "\(day) \($0)" }
        }

        // From Monday the 2nd five working days, to Monday the 9th.
        #expect(seen == ["6 reminded"])
    }

    @Test("what was marked is not marked again, nor reminded of again")
    func once() throws {
        var life = try Life.at(.accepted)
        life.outlast(.assign)
        life.letTimeWork()

        #expect(life.matter.dueAct(under: life.rules, at: life.now) == nil)
        #expect(life.refusal(of: .markOverdue(.elevationDecision), as: .system) == "not-due")
    }

    @Test("untouched at the station it goes to the county's central station, then to the city's and the province's")
    func centralStation() throws {
        var life = try Life.at(.registered)
        var stations: [StationID] = []

        for _ in 0..<4 {
            life.outlast(.triage)
            life.letTimeWork()
            stations.append(life.matter.station)
        }

        typealias Ground = LifecycleGround
        #expect(stations == [Ground.countyStation, Ground.cityStation, Ground.provinceStation, Ground.provinceStation])
        #expect(life.matter.holder == .station(LifecycleGround.provinceStation))
        #expect(life.matter.mainClock?.overdueMarkedOn != nil)
    }

    @Test(
        "what the deputy or the station left goes to the head, with the same time again",
        arguments: [
            (MatterState.answeredOnSpot, ClockKind.spotRevisit), (.replied, .replyCheck), (.answered, .revisit),
            (.redirected, .redirectNotice), (.rejected, .redirectNotice),
        ])
    func head(state: MatterState, clock: ClockKind) throws {
        var life = try Life.at(state)
        let before = try #require(life.matter.clock(clock)).deadline
        life.outlast(clock)

        life.letTimeWork()

        #expect(life.matter.state == state)
        #expect(life.matter.onDuty == .head)
        #expect(life.matter.clock(clock)?.deadline.startedOn == life.today)
        #expect(life.matter.clock(clock)?.deadline.rule == before.rule)
    }

    @Test("after silence the head checks the reply; before it only the supervising deputy may")
    func headChecks() throws {
        var life = try Life.at(.replied)
        #expect(life.refusal(of: .passCheck(note: ""), as: .head) == "supervisor-first")

        life.outlast(.replyCheck)
        life.letTimeWork()

        #expect(life.refusal(of: .passCheck(note: ""), as: .head) == nil)
    }

    @Test("a deputy named when even the head let the time go by has the whole time again, and the head after that")
    func namedAfterTheHead() throws {
        var life = try Life.at(.replied)
        for _ in 0..<2 {
            life.outlast(.replyCheck)
            life.letTimeWork()
        }

        try life.act(Say.deputy(LifecycleGround.otherDeputy), as: .head)
        #expect(life.matter.onDuty == .supervisor)
        #expect(life.matter.clock(.replyCheck)?.deadline.startedOn == life.today)
        life.outlast(.replyCheck)
        life.letTimeWork()

        #expect(life.matter.onDuty == .head)
        #expect(life.refusal(of: .passCheck(note: ""), as: .head) == nil)
    }

    @Test(
        "what an office left goes to the office above, with the same time again",
        arguments: [
            (MatterState.accepted, ClockKind.assign, LifecycleGround.countyCommittee),
            (.submittedUp, .elevationDecision, LifecycleGround.cityCommittee),
            (.objected, .objectionDecision, LifecycleGround.countyCommittee),
            (.jointReview, .jointReview, LifecycleGround.countyCommittee),
            (.contested, .contestDecision, LifecycleGround.cityCommittee),
        ])
    func officeAbove(state: MatterState, clock: ClockKind, office: OrganID) throws {
        var life = try Life.at(state)
        life.outlast(clock)

        life.letTimeWork()

        #expect(life.matter.state == state)
        #expect(life.matter.holder == .organ(office))
        #expect(life.matter.assigningOffice == office)
        #expect(life.matter.clock(clock)?.deadline.startedOn == life.today)
    }

    @Test("a handler's silence counts as having accepted, and the event says so")
    func countsAsAccepted() throws {
        var life = try Life.at(.assigned)
        life.outlast(.handlerAccept)
        try life.act(.markOverdue(.handlerAccept), as: .system)

        let change = try life.act(.passSilence, as: .system)

        #expect(change.matter.state == .inHandling)
        #expect(change.matter.handling.lead == LifecycleGround.townGovernment)
        #expect(change.facts.contains(.init(key: "silence", value: .code("countsAsAccepted"))))
        #expect(change.matter.clock(.handling)?.deadline.dueOn == Day(2026, 3, 23))
        #expect(change.matter.clock(.stateDate) != nil)
    }

    @Test(
        "a handler that lets its own time go by climbs the ladder one step, and stays the holder",
        arguments: [(MatterState.inHandling, ClockKind.handling), (.promised, .promise), (.rework, .rework)])
    func ladder(state: MatterState, clock: ClockKind) throws {
        var life = try Life.at(state)
        life.outlast(clock)

        life.letTimeWork()
        life.wait(days: 30)
        life.letTimeWork()

        #expect(life.matter.state == state)
        #expect(life.matter.handling.supervisionLevel == 1)
        #expect(life.matter.holder == .organ(LifecycleGround.townGovernment))
    }

    @Test("a deadline that ended while the handler had not yet accepted climbs the ladder as soon as it has")
    func ladderAfterAcceptance() throws {
        var life = try Life.at(.assigned)
        life.outlast(.handling)
        try life.act(.markOverdue(.handling), as: .system)

        try life.act(.takeUp, as: .leadHandler)
        life.letTimeWork()

        #expect(life.matter.handling.supervisionLevel == 1)
    }

    @Test(
        "a petition stays with the petition department, a rating with the office: both are marked",
        arguments: [
            (MatterState.referred, ClockKind.referralDeadline), (.rated, .ratedDecision), (.merged, .asLead),
        ])
    func markedOnly(state: MatterState, clock: ClockKind) throws {
        var life = try Life.at(state)
        let holder = life.matter.holder
        life.outlast(clock)

        life.letTimeWork()

        #expect(life.matter.state == state)
        #expect(life.matter.holder == holder)
        #expect(life.matter.clock(clock)?.overdueMarkedOn == life.today)
        #expect(life.matter.dueAct(under: life.rules, at: life.now) == nil)
    }

    @Test("what was not contested in thirty days is closed by itself", arguments: [MatterState.redirected, .rejected])
    func notContested(state: MatterState) throws {
        var life = try Life.at(state)
        try life.act(.notify(.letter), as: .clerk)
        let window = life.matter.clock(.contestWindow)?.deadline.dueOn

        life.outlast(.contestWindow)
        life.letTimeWork()

        #expect(window == Day(2026, 4, 1))
        #expect(life.matter.state == .closed)
        #expect(life.matter.closure == .notContested)
    }

    @Test("a closed matter is archived after thirty days, not before")
    func archived() throws {
        var life = try Life.at(.closed)
        life.go(to: Day(2026, 4, 1))
        #expect(life.refusal(of: .archive, as: .system) == "archive-early")

        life.go(to: Day(2026, 4, 2))
        try life.act(.archive, as: .system)

        #expect(life.matter.isArchived)
    }
}
