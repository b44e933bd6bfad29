import Testing

@testable import Domain

@Suite("When something happens to a matter")
struct TellingTests {
    /// An act in a state as somebody who may do it, with what it led to and who is told.
    private struct Played {
        var act: Act
        var state: MatterState
        var change: MatterChange
        var tellings: [Telling]

        var toReporter: [Telling.Kind] { tellings.filter { $0.to == .reporter }.map(\.kind) }
    }

    private static func play(_ act: Act, _ state: MatterState, _ relation: Relation) throws -> Played {
        let (life, action) = try Life.fitting(act, in: state, as: relation)
        let change = try life.trying(action, as: relation)
        return Played(
            act: act, state: state, change: change,
            tellings: change.tellings(of: act, under: life.rules, at: life.now))
    }

    /// Every act in every state in which it has a place.
    private static func all() throws -> [Played] {
        try Act.allCases.flatMap { act in
            try MatterState.allCases.compactMap { state in
                let relations = act.rule.relations(in: state)
                return try Relation.allCases.first(where: relations.contains).map { try play(act, state, $0) }
            }
        }
    }

    /// What the reporter is told of each act, by the state it was done in; nothing of any other.
    private static let reporterTable: [Act: [MatterState: Telling.Kind]] = [
        .answerOnSpot: [.registered: .answered],
        .accept: [.registered: .accepted],
        .merge: [.registered: .merged],
        .refer: [.registered: .referred],
        .redirect: [.registered: .redirected],
        .reject: [.registered: .rejected],
        .elevate: [.accepted: .submittedUp, .submittedUp: .submittedUp],
        .returnDown: [.accepted: .accepted, .submittedUp: .accepted],
        .assign: [.accepted: .assigned, .submittedUp: .assigned],
        .subAssign: [.assigned: .assigned, .inHandling: .assigned],
        .decideExtension: [.inHandling: .delayed, .rework: .delayed],
        .stateDate: [.inHandling: .dateStated, .rework: .dateStated],
        .deliver: [.replied: .answered, .merged: .answered],
        .orderRework: [.rated: .assigned],
        .concludeJointReview: [.jointReview: .closed],
        .decideContest: [.contested: .accepted],
        .close: [
            .rated: .closed, .answered: .closed, .answeredOnSpot: .closed, .merged: .closed, .redirected: .closed,
            .rejected: .closed,
        ],
        .remind: [.answered: .revisitAsked, .answeredOnSpot: .revisitAsked],
        .markOverdue: [
            .registered: .overdue, .accepted: .overdue, .submittedUp: .overdue, .inHandling: .overdue,
            .promised: .overdue, .rework: .overdue,
        ],
    ]

    @Test("the reporter is told what the table says, of every act in every state, and of nothing else")
    func reporter() throws {
        let played = try Self.all()

        #expect(played.count > 150)
        for one in played {
            let expected = Self.reporterTable[one.act]?[one.state].map { [$0] } ?? []
            #expect(one.toReporter == expected, "\(one.act) in \(one.state)")
        }
    }

    @Test("whoever gets a matter that did not have it is told, unless it goes with its lead")
    func arrival() throws {
        var arrivals = 0
        for one in try Self.all() {
            let (before, after) = (one.change.before, one.change.matter)
            guard let holder = after.holder, before?.holder != holder, after.clock(.asLead) == nil else { continue }
            arrivals += 1
            let told = one.tellings.contains { telling in
                switch telling.to {
                case .organ(let id): holder.organ == id
                case .station(let id), .head(let id): holder.station == id
                case .supervisor(let id): holder.station != nil && after.supervisor == id
                case .reporter: false
                }
            }
            #expect(told, "\(one.act) in \(one.state)")
        }
        #expect(arrivals > 15)
    }

    @Test("of a petition no holder, no time limit but its own, and to the reporter only that it went on")
    func petitions() throws {
        let played = try Self.all().filter { $0.change.matter.state == .referred || $0.state == .referred }

        #expect(played.count >= 10)
        for one in played {
            #expect(one.tellings.allSatisfy { $0.holder == nil || $0.to != .reporter }, "\(one.act)")
            #expect(one.toReporter == (one.act == .refer ? [.referred] : []), "\(one.act)")
        }
    }

    @Test("acts of anybody's support, remark or reading tell nobody")
    func quiet() throws {
        for act in [Act.support, .remark, .seeReporter, .archive, .publish, .triage, .recompute] {
            for state in MatterState.allCases {
                let relations = act.rule.relations(in: state)
                guard let relation = Relation.allCases.first(where: relations.contains) else { continue }
                #expect(try Self.play(act, state, relation).tellings == [], "\(act) in \(state)")
            }
        }
    }

    @Test("a new matter: a receipt for her, and the station that has it")
    func registered() throws {
        let life = try Life()
        let change = MatterChange(before: nil, matter: life.matter, event: "registered")

        let tellings = change.tellings(of: nil, under: life.rules, at: life.now)

        #expect(tellings.map(\.kind) == [.receipt, .holderWaits])
        #expect(tellings.map(\.to) == [.reporter, .station(LifecycleGround.townStation)])
        #expect(tellings[0].day == life.matter.clock(.triage)?.deadline.dueOn)
    }

    @Test("the handler hears of it at assignment with the written deadline, five working days before, and after it")
    func handler() throws {
        let government = Telling.Listener.organ(LifecycleGround.townGovernment)
        var life = try Life.at(.accepted)
        try life.act(Say.deputy(), as: .head)
        let assignment = Say.assign(life.organ(LifecycleGround.townGovernment))
        let assigned = try life.act(assignment, as: .assigningOffice)
        let due = life.matter.clock(.handling)!.deadline.dueOn
        let atOnce = assigned.tellings(of: .assign, under: life.rules, at: life.now)
        try life.act(.takeUp, as: .leadHandler)
        life.go(to: life.matter.clock(.handling)!.reminderDay(under: life.rules))
        let before = try life.act(.remind(.handling), as: .system)
            .tellings(of: .remind, under: life.rules, at: life.now)
        life.outlast(.handling)
        let after = try life.act(.markOverdue(.handling), as: .system)
            .tellings(of: .markOverdue, under: life.rules, at: life.now)

        #expect(atOnce.contains { $0.kind == .handlerAssigned && $0.to == government && $0.day == due })
        #expect(before.map(\.kind) == [.handlerDueSoon] && before[0].to == government && before[0].day == due)
        #expect(after.map(\.kind) == [.overdue, .handlerOverdue] && after[1].to == government)
        #expect(after[0].isOnceForClock)
    }

    @Test("a date nobody stated: the handler is reminded when the five days are over, once")
    func unstated() throws {
        var life = try Life.at(.inHandling)
        life.outlast(.stateDate)

        let reminder = try life.act(.remind(.stateDate), as: .system)
            .tellings(of: .remind, under: life.rules, at: life.now)
        let mark = try life.act(.markOverdue(.stateDate), as: .system)
            .tellings(of: .markOverdue, under: life.rules, at: life.now)

        #expect(reminder.map(\.kind) == [.handlerOverdue])
        #expect(reminder.first?.to == .organ(LifecycleGround.townGovernment))
        #expect(mark == [])
    }

    @Test("the deputy is told when she is named and when a reply waits for her")
    func supervisor() throws {
        var life = try Life.at(.accepted)
        let named = try life.act(Say.deputy(), as: .head)
            .tellings(of: .nameSupervisor, under: life.rules, at: life.now)
        try life.act(Say.assign(life.organ(LifecycleGround.townGovernment)), as: .assigningOffice)
        try life.act(.takeUp, as: .leadHandler)
        let waits = try life.act(Say.reply(), as: .leadHandler)
            .tellings(of: .reply, under: life.rules, at: life.now)

        #expect(named.map(\.kind) == [.supervisorNamed])
        #expect(waits.map(\.kind) == [.supervisorWaits])
        #expect((named + waits).allSatisfy { $0.to == .supervisor(LifecycleGround.deputy) })
    }

    @Test(
        "at each silence the next level is told", arguments: [MatterState.registered, .accepted, .replied, .inHandling])
    func silence(state: MatterState) throws {
        var life = try Life.at(state)
        life.outlast(life.matter.mainClock!.kind)

        let told = try life.act(.passSilence, as: .system)
            .tellings(of: .passSilence, under: life.rules, at: life.now)

        let expected: [Telling.Listener] =
            switch state {
            case .registered: [.station(LifecycleGround.countyStation)]
            case .accepted: [.organ(LifecycleGround.countyCommittee)]
            case .replied: [.head(LifecycleGround.townStation)]
            default: [.organ(LifecycleGround.presidium), .supervisor(LifecycleGround.deputy)]
            }
        #expect(told.map(\.to) == expected)
        #expect(told.allSatisfy { $0.kind == .silencePassed })
    }

    @Test("on the last day the handler is told, and of a promise the reporter too; of an objected matter nobody")
    func lastDay() throws {
        let handling = try Life.at(.inHandling).matter
        let promised = try Life.at(.promised).matter
        let objected = try Life.at(.objected).matter

        #expect(handling.tellings(onLastDayOf: handling.clock(.handling)!).map(\.kind) == [.handlerDueToday])
        #expect(
            promised.tellings(onLastDayOf: promised.clock(.promise)!).map(\.kind) == [.handlerDueToday, .promiseDue])
        #expect(objected.tellings(onLastDayOf: objected.clock(.handling)!) == [])
    }

    @Test("what by-passes a place is told to nobody there")
    func bypassed() throws {
        var life = try Life(isBypassed: true)
        var told = MatterChange(before: nil, matter: life.matter, event: "registered")
            .tellings(of: nil, under: life.rules, at: life.now)
        for action in [Say.triage(), .accept, Say.deputy()] {
            told += try life.act(action, as: .head).tellings(of: action.act, under: life.rules, at: life.now)
        }
        life.outlast(.assign)
        while let action = life.matter.dueAct(under: life.rules, at: life.now) {
            told += try life.act(action, as: .system).tellings(of: action.act, under: life.rules, at: life.now)
        }

        let below: [Telling.Listener] = [
            .station(LifecycleGround.townStation), .head(LifecycleGround.townStation),
            .organ(LifecycleGround.presidium), .organ(LifecycleGround.townGovernment),
        ]
        #expect(told.count > 5)
        #expect(told.allSatisfy { !below.contains($0.to) })
    }

    @Test("of its lead a merged matter's reporter hears who has it and by when, a promise once she has her answer")
    func merged() throws {
        let member = try Life.at(.merged).matter
        var answered = member
        answered.answering.isDelivered = true
        answered.clocks = []
        let promise = Telling(.promiseDue, to: .reporter, clock: try Life.at(.promised).matter.clock(.promise))

        for kind in [Telling.Kind.accepted, .submittedUp, .assigned, .dateStated, .delayed, .overdue] {
            #expect(Telling(kind, to: .reporter).passedOn(to: member)?.kind == kind)
            #expect(Telling(kind, to: .reporter).passedOn(to: answered) == nil, "\(kind)")
        }
        for kind in [Telling.Kind.receipt, .answered, .referred, .closed, .revisitAsked] {
            #expect(Telling(kind, to: .reporter).passedOn(to: member) == nil, "\(kind)")
        }
        #expect(promise.passedOn(to: member) == nil && promise.passedOn(to: answered) == promise)
        #expect(Telling(.assigned, to: .head(member.station)).passedOn(to: member) == nil)
        #expect(Telling(.assigned, to: .reporter).passedOn(to: try Life.at(.registered).matter) == nil)
    }
}
