import Domain

extension Fate {
    /// A fate as often as it happens: most are answered in time and people are content, some are not.
    init(_ text: MatterText, _ dice: inout Dice) {
        let triage = Triage(
            route: text.route.triage, commonality: text.commonality, category: text.category,
            power: PowerLevel(text.level), isEmergency: dice.percent(2))
        self.init(route: text.route, triage: triage, level: text.level)
        isTriagedByClerk = dice.percent(70)
        isNoticeGiven = dice.percent(92)
        drawHandling(&dice)
        drawAnswering(&dice)
        if dice.percent(4) { silent.insert(dice.pick([.triage, .assignment, .takeUp, .check, .revisit, .contest])) }
        isWithdrawn = dice.percent(2)
        remarks = dice.percent(8) ? 1 : 0
        isPublished = dice.percent(20)
        relapses = dice.percent(1)
        isUndone = dice.percent(5)
        isContested = dice.percent(12)
        isContestTakenUp = dice.percent(60)
    }

    private mutating func drawHandling(_ dice: inout Dice) {
        isReturnedDown = dice.percent(2)
        isDistributed = dice.percent(35)
        coHandlers = dice.percent(6) ? 1 : 0
        objections = dice.percent(5) ? (dice.percent(20) ? 2 : 1) : 0
        if objections > 0, dice.percent(20) { silent.insert(.objection) }
        isObjectionUpheld = dice.percent(40)
        declines = dice.percent(2)
        statesDate = dice.percent(85)
        asksExtension = dice.percent(7)
        isExtensionGranted = dice.percent(75)
        daysLate = dice.percent(9) ? dice.number(in: 1...25) : 0
    }

    private mutating func drawAnswering(_ dice: inout Dice) {
        isReturnedOnce = dice.percent(6)
        ratesByHand = dice.percent(30)
        isUnreached = dice.percent(6)
        isPromiseKept = dice.percent(85)
        jointReview = dice.percent(50) ? .newPlan : .explained
        let last: Grade = dice.percent(70) ? .satisfied : .basicallySatisfied
        grades = dice.weighed([
            ([last], 90), ([.dissatisfied, last], 7), ([.dissatisfied, .dissatisfied, last], 3),
        ])
    }

    /// A fate that ends, for now, in a state: each of its steps leads there.
    init(stoppingIn state: MatterState, _ text: MatterText, _ dice: inout Dice) {
        self.init(text, &dice)
        pace = .brisk
        stopsIn = state
        silent = []
        daysLate = 0
        (isWithdrawn, asksExtension, declines, isUnreached, isReturnedOnce) = (false, false, false, false, false)
        objections = state == .objected ? 1 : 0
        isContested = state == .contested
        grades = [.satisfied]
        switch state {
        case .withdrawn: isWithdrawn = true
        case .rework: grades = [.dissatisfied, .satisfied]
        case .jointReview: grades = [.dissatisfied, .dissatisfied, .satisfied]
        case .registered, .answeredOnSpot, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied,
            .promised, .answered, .rated, .contested, .referred, .redirected, .rejected, .merged, .closed:
            break
        }
    }
}

extension MatterState {
    /// What a text must be for its matter to come here.
    func isReached(by text: MatterText) -> Bool {
        switch self {
        case .registered, .withdrawn, .closed: true
        case .answeredOnSpot: text.route == .spot
        case .accepted, .assigned, .objected, .inHandling, .replied, .answered, .rated, .merged:
            text.route == .accept && text.outcome?.isPromise != true
        case .rework, .jointReview: text.route == .accept && text.outcome == .solved && text.level == .township
        case .submittedUp: text.route == .accept && text.level > .township
        case .promised: text.route == .accept && text.outcome?.isPromise == true
        case .contested, .redirected: text.route == .redirect
        case .referred: text.route == .refer
        case .rejected: text.route == .reject
        }
    }
}

extension MatterText.Route {
    var triage: TriageRoute {
        switch self {
        case .accept: .accept
        case .spot: .answerOnSpot
        case .refer: .refer
        case .redirect: .redirect
        case .reject: .reject
        }
    }
}
