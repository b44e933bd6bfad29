import Testing

@testable import Domain

@Suite("When the person is asked back")
struct LifecycleRevisitTests {
    @Test("row 53: closing is refused without a revisit, a rating or two failed tries")
    func refused() throws {
        let life = try Life.at(.answered)

        #expect(life.refusal(of: .close, as: .head) == "not-revisited")
        #expect(life.refusal(of: .close, as: .assigningOffice) == "not-revisited")
    }

    @Test(
        "row 53: failed tries must be two, on different days, and one a visit where there is no telephone",
        arguments: [
            (true, [(0, Channel.phone)], false), (true, [(0, .phone), (0, .visit)], false),
            (true, [(0, .phone), (1, .phone)], true), (false, [(0, .letter), (1, .letter)], false),
            (false, [(0, .letter), (1, .visit)], true), (false, [(0, .letter), (1, .wechat)], true),
            (false, [(0, .visit), (1, .visit)], true),
        ] as [(Bool, [(Int, Channel)], Bool)])
    func failedTries(hasTelephone: Bool, tries: [(Int, Channel)], mayClose: Bool) throws {
        var life = try Life(hasTelephone: hasTelephone)
        try life.bring(to: .answered)
        let start = life.today

        for (day, channel) in tries {
            life.go(to: start.adding(days: day))
            try life.act(Say.tried(life.today, channel), as: .clerk)
        }

        #expect((life.refusal(of: .close, as: .head) == nil) == mayClose)
        #expect(life.matter.acts(for: [.head], at: life.now).contains(.close) == mayClose)
    }

    @Test("row 53: a place may ask for three tries")
    func threeTries() throws {
        var life = try Life(policies: [
            PolicyEntry(
                id: 1, key: .failedTries, area: LifecycleGround.county, validFrom: Day(2026, 1, 1), value: .number(3),
                decidedBy: "县人大常委会")
        ])
        try life.bring(to: .answered)

        try tryInVain(&life, times: 2)
        #expect(life.refusal(of: .close, as: .head) == "not-revisited")

        try tryInVain(&life, times: 1)
        #expect(life.refusal(of: .close, as: .head) == nil)
    }

    @Test("somebody reached who said nothing is asked again; asked twice, it may be closed, and not as content")
    func reachedAndSilent() throws {
        var life = try Life.at(.answered)
        try tryInVain(&life, times: 1)
        try life.act(Say.tried(life.today, reached: true), as: .clerk)
        #expect(life.refusal(of: .close, as: .head) == "not-revisited")

        life.wait(days: 1)
        try life.act(Say.tried(life.today, reached: true), as: .clerk)
        try life.act(.close, as: .head)

        #expect(life.matter.closure == .noAnswer)
    }

    @Test("tries from before the answer do not count, nor from tomorrow, nor the same twice a day")
    func notCounted() throws {
        var life = try Life.at(.inHandling)
        life.wait(days: 3)
        try life.act(Say.reply(), as: .leadHandler)
        try life.passAndDeliver()
        try life.act(Say.tried(life.today), as: .clerk)

        #expect(life.refusal(of: Say.tried(life.today), as: .clerk) == "tried-today")
        #expect(life.refusal(of: Say.tried(life.today.adding(days: 1)), as: .clerk) == "not-yet")
        #expect(life.refusal(of: Say.tried(life.today.adding(days: -1)), as: .clerk) == "try-too-early")
    }

    @Test("a handler's own people write down no rating, whoever else they are")
    func ownPeople() throws {
        let life = try Life.at(.answered)
        let told = MatterAction.rate(.satisfied, source: .toldToStaff, comment: "")

        for handling in [Relation.leadHandler, .coHandler, .distributor] {
            #expect(life.refusal(of: told, as: .clerk, handling) == "rating-source")
        }
        #expect(life.refusal(of: told, as: .clerk) == nil)
    }

    @Test("the first dissatisfaction orders the work done again, the second calls everybody together")
    func dissatisfiedTwice() throws {
        var life = try Life.at(.rated)
        #expect(life.refusal(of: .close, as: .assigningOffice) == "dissatisfied")
        #expect(life.refusal(of: .conveneJointReview(plan: Say.reason), as: .assigningOffice) == "rework-first")

        try life.act(.orderRework(reason: Say.reason), as: .assigningOffice)
        try life.act(Say.reply(), as: .leadHandler)
        try life.passAndDeliver()
        try life.act(.rate(.dissatisfied, source: .ownHand, comment: ""), as: .reporter)

        #expect(life.refusal(of: .orderRework(reason: Say.reason), as: .assigningOffice) == "reworked-once")
        #expect(life.refusal(of: .conveneJointReview(plan: Say.reason), as: .assigningOffice) == nil)
        #expect(life.matter.answering.dissatisfactions == 2)
    }

    @Test("explained after a joint review it may be contested once, and no more when the level above upholds it")
    func contestedOnce() throws {
        var life = try Life.at(.jointReview)
        try life.act(.concludeJointReview(.explained, words: Say.done), as: .assigningOffice)

        try life.act(.contest(reason: Say.reason), as: .reporter)
        try life.act(.decideContest(.uphold, reason: Say.reason), as: .assigningOffice)

        #expect(life.matter.closure == .upheld)
        #expect(life.refusal(of: .contest(reason: Say.reason), as: .reporter) == "contest-over")
    }

    @Test("content with a promise, the promise is still waited for; not content, the handler begins again")
    func promised() throws {
        var content = try Life.at(.promised)
        try content.act(.rate(.satisfied, source: .ownHand, comment: ""), as: .reporter)
        var discontent = try Life.at(.promised)
        try discontent.act(.rate(.dissatisfied, source: .ownHand, comment: ""), as: .reporter)

        #expect(content.matter.state == .promised && content.matter.clock(.promise) != nil)
        #expect(discontent.matter.state == .inHandling && discontent.matter.handling.promisedOn == nil)
    }

    private func tryInVain(_ life: inout Life, times: Int) throws {
        for _ in 0..<times {
            try life.act(Say.tried(life.today), as: .clerk)
            life.wait(days: 1)
        }
    }
}
