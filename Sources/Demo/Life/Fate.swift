import Domain

/// What becomes of one matter, settled before it begins. Who does what follows from it and from the rules.
struct Fate: Sendable {
    /// Where nobody does what is due, until time hands it on.
    enum Stage: Sendable {
        case triage, assignment, takeUp, objection, check, revisit, contest
    }

    /// How fast people are.
    enum Pace: Sendable {
        case usual
        /// A working day a step at most: for what must be somewhere soon.
        case brisk
        /// The reply stands on a known day: everything before it shares the time until then.
        case replying(at: Instant)
    }

    var route: MatterText.Route
    var triage: Triage
    /// The level whose bureau can settle it.
    var level: Level
    var pace = Pace.usual
    var isTriagedByClerk = true
    var silent: Set<Stage> = []
    var isNoticeGiven = true
    var isReturnedDown = false
    var coHandlers = 0
    var isDistributed = false
    var objections = 0
    var isObjectionUpheld = false
    var statesDate = true
    var asksExtension = false
    var isExtensionGranted = true
    /// Days over the written deadline; 0 is in time.
    var daysLate = 0
    /// Waited for without end.
    var isNeverAnswered = false
    var isReturnedOnce = false
    var declines = false
    /// What the person says, round by round; after the last one nobody answers any more.
    var grades: [Grade] = [.satisfied]
    var ratesByHand = false
    var isUnreached = false
    var isPromiseKept = true
    var jointReview = JointReviewResult.explained
    var isContested = false
    var isContestTakenUp = false
    var isWithdrawn = false
    var remarks = 0
    var isPublished = false
    var relapses = false
    var isUndone = false
    /// Left lying in this state.
    var stopsIn: MatterState?

    init(route: MatterText.Route, triage: Triage, level: Level) {
        self.route = route
        self.triage = triage
        self.level = level
    }
}
