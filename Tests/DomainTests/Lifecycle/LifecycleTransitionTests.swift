import Testing

@testable import Domain

@Suite("When a matter goes from one state to the next")
struct LifecycleTransitionTests {
    struct Example: Sendable {
        var from: MatterState
        var to: MatterState
        var acts: @Sendable (inout Life) throws -> Void
    }

    private static func by(
        _ relation: Relation, _ from: MatterState, _ to: MatterState, _ action: MatterAction
    ) -> Example {
        Example(from: from, to: to) { try $0.act(action, as: relation) }
    }

    /// The handler can no longer be reached.
    private static func vanished(_ from: MatterState) -> Example {
        Example(from: from, to: .objected) { life in
            life.unreachable = [LifecycleGround.townGovernment]
            try life.act(.moveUnreachable, as: .system)
        }
    }

    private static func afterTriage(_ to: MatterState, _ action: @escaping @Sendable () throws -> MatterAction)
        -> Example
    {
        Example(from: .registered, to: to) { life in
            try life.act(Say.triage(), as: .head)
            try life.act(action(), as: .head)
        }
    }

    private static let contented = MatterAction.rate(.satisfied, source: .ownHand, comment: "")
    private static let discontented = MatterAction.rate(.dissatisfied, source: .ownHand, comment: "")

    private static let askedInVain: @Sendable (inout Life) throws -> Void = { life in
        for channel in [Channel.phone, .visit] {
            try life.act(Say.tried(life.today, channel), as: .clerk)
            life.wait(days: 1)
        }
        try life.act(.close, as: .head)
    }

    private static let notContested: @Sendable (inout Life) throws -> Void = { life in
        try life.act(.notify(.letter), as: .clerk)
        life.outlast(.contestWindow)
        life.letTimeWork()
    }

    private static let toldApart: @Sendable (inout Life) throws -> Void = { life in
        life.leadWasAnswered()
        try life.act(.deliver(.phone, words: Say.reason), as: .clerk)
    }

    private static let examples: [Example] =
        intake + assigning + handling + closing
        + [MatterState.redirected, .rejected].flatMap { state in
            [
                by(.reporter, state, .contested, .contest(reason: Say.reason)),
                Example(from: state, to: .closed, acts: notContested),
            ]
        }
        + [MatterState.registered, .accepted, .submittedUp, .assigned, .objected, .inHandling].map { state in
            by(.reporter, state, .withdrawn, .withdraw(reason: ""))
        }

    private static let intake: [Example] = [
        by(.deputy, .registered, .answeredOnSpot, Say.onSpot()),
        afterTriage(.accepted) { .accept },
        afterTriage(.merged) { try Life.merger() },
        afterTriage(.referred) { .refer(reason: Say.reason) },
        afterTriage(.redirected) { Say.redirect },
        afterTriage(.rejected) { .reject(reason: Say.reason) },
        by(.reporter, .answeredOnSpot, .rated, contented),
        by(.reporter, .answeredOnSpot, .accepted, discontented),
        Example(from: .answeredOnSpot, to: .closed, acts: askedInVain),
    ]

    private static let assigning: [Example] = [
        Example(from: .accepted, to: .assigned) { life in
            try life.act(Say.deputy(), as: .head)
            try life.act(Say.assign(life.organ(LifecycleGround.townGovernment)), as: .assigningOffice)
        },
        by(.assigningOffice, .accepted, .submittedUp, .elevate(to: .county, reason: Say.reason, skip: nil)),
        Example(from: .submittedUp, to: .assigned) { life in
            try life.act(Say.deputy(), as: .head)
            try life.act(Say.assign(life.organ(LifecycleGround.waterBureau)), as: .assigningOffice)
        },
        by(.assigningOffice, .submittedUp, .accepted, .returnDown(reason: Say.reason)),
        by(.leadHandler, .assigned, .inHandling, .takeUp),
        by(.leadHandler, .assigned, .objected, .object(reason: Say.reason)),
        by(.assigningOffice, .objected, .inHandling, .decideObjection(.uphold, reason: Say.reason)),
        Example(from: .objected, to: .assigned) { life in
            let organ = life.organ(LifecycleGround.townGovernment)
            try life.act(.decideObjection(.reassign(organ), reason: Say.reason), as: .assigningOffice)
        },
    ]

    private static let handling: [Example] = [
        by(.leadHandler, .inHandling, .replied, Say.reply()),
        Example(from: .replied, to: .answered) { try $0.passAndDeliver() },
        Example(from: .replied, to: .promised) { life in
            life.matter.handling.promisedOn = life.today.adding(days: 30)
            try life.passAndDeliver()
        },
        by(.supervisor, .replied, .inHandling, .returnReply(reason: Say.reason)),
        by(.leadHandler, .promised, .replied, Say.reply()),
        by(.reporter, .promised, .inHandling, discontented),
        by(.leadHandler, .rework, .replied, Say.reply()),
        vanished(.inHandling), vanished(.promised), vanished(.rework),
    ]

    private static let closing: [Example] = [
        by(.reporter, .answered, .rated, contented),
        Example(from: .answered, to: .closed, acts: askedInVain),
        Example(from: .rated, to: .closed) { life in
            life.matter.answering.grade = .basicallySatisfied
            try life.act(.close, as: .assigningOffice)
        },
        by(.assigningOffice, .rated, .rework, .orderRework(reason: Say.reason)),
        Example(from: .rated, to: .jointReview) { life in
            life.matter.handling.reworks = 1
            try life.act(.conveneJointReview(plan: Say.reason), as: .assigningOffice)
        },
        by(.assigningOffice, .jointReview, .inHandling, .concludeJointReview(.newPlan, words: Say.done)),
        by(.assigningOffice, .jointReview, .closed, .concludeJointReview(.explained, words: Say.done)),
        by(.assigningOffice, .contested, .accepted, .decideContest(.takeUpAsCommon, reason: Say.reason)),
        by(.assigningOffice, .contested, .closed, .decideContest(.uphold, reason: Say.reason)),
        Example(from: .referred, to: .closed) { life in
            try life.act(.notify(.letter), as: .clerk)
            try life.act(.setReferralDeadline(life.today.adding(days: 60)), as: .petitionOffice)
            try life.act(.recordReferralReply(words: Say.reason), as: .petitionOffice)
        },
        by(.head, .merged, .registered, .unmerge(reason: Say.reason)),
        Example(from: .merged, to: .rated) { life in
            try toldApart(&life)
            try life.act(contented, as: .reporter)
        },
        Example(from: .merged, to: .closed) { life in
            try toldApart(&life)
            try askedInVain(&life)
        },
        Example(from: .closed, to: .contested) { life in
            life.matter.closure = .explained
            try life.act(.contest(reason: Say.reason), as: .reporter)
        },
    ]

    @Test("it gets there by the act the example names", arguments: examples.indices)
    func directed(index: Int) throws {
        let example = LifecycleTransitionTests.examples[index]
        var life = try Life.at(example.from)

        try example.acts(&life)

        #expect(life.matter.state == example.to)
        #expect(life.matter.state.isFinal || life.matter.mainClock != nil)
        #expect(life.matter.state.isFinal == (life.matter.holder == nil))
    }

    @Test("every way the reviewed table shows has an example, and there is no other")
    func complete() throws {
        let shown = Dictionary(grouping: LifecycleTransitionTests.examples, by: \.from)
            .mapValues { Set($0.map(\.to)) }

        for (state, row) in try ReviewedLifecycle().states {
            #expect(shown[state] ?? [] == row.leadsTo, "\(state)")
        }
    }
}
