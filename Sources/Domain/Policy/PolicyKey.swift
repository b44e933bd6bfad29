/// Everything a place may settle for itself. The defaults are those of `docs/lifecycle.md`; what a law fixes can be
/// shortened, never lengthened.
package enum PolicyKey: String, CaseIterable, Sendable {
    case triage = "deadline.triage"
    case spotRevisit = "deadline.spot-revisit"
    case assign = "deadline.assign"
    case reporterNotice = "deadline.reporter-notice"
    case reporterNoticeCap = "deadline.reporter-notice-cap"
    case elevationDecision = "deadline.elevation-decision"
    case handlerAccept = "deadline.handler-accept"
    case objectionDecision = "deadline.objection-decision"
    case handleTownship = "deadline.handle-township"
    case handleCounty = "deadline.handle-county"
    case handleCap = "deadline.handle-cap"
    case handleCapWide = "deadline.handle-cap-wide"
    case stateDate = "deadline.state-date"
    case extensionDecision = "deadline.extension-decision"
    case replyCheck = "deadline.reply-check"
    case delivery = "deadline.delivery"
    case revisit = "deadline.revisit"
    case ratedDecision = "deadline.rated-decision"
    case rework = "deadline.rework"
    case jointReview = "deadline.joint-review"
    case contestDecision = "deadline.contest-decision"
    case contestWindow = "deadline.contest-window"
    case referralNotice = "deadline.referral-notice"
    case referralCap = "deadline.referral-cap"
    case redirectNotice = "deadline.redirect-notice"
    case archive = "deadline.archive"
    case supervisorDecline = "deadline.supervisor-decline"
    case coHandlerOpinion = "deadline.co-handler-opinion"
    case disputeWindow = "deadline.dispute-window"

    case remindBefore = "ladder.remind-before"
    case ladderYellow = "ladder.yellow"
    case ladderRed = "ladder.red"
    case reachableSignIn = "reach.sign-in-days"

    case reasonMinimum = "text.reason-minimum"
    case replyMinimum = "text.reply-minimum"
    case opinionLimit = "text.opinion-limit"
    case failedTries = "revisit.failed-tries"
    case rankingShown = "points.ranking-shown"

    case lockFailures = "session.lock-failures"
    case lockMinutes = "session.lock-minutes"
    case sessionIdleMinutes = "session.idle-minutes"
    case sessionHours = "session.hours"
    case opinionsPerHour = "rate.opinions-per-hour"
    case codeTriesPerHour = "rate.code-tries-per-hour"
    case signInCodesPerHour = "rate.sign-in-codes-per-hour"
    case signInCodeMinutes = "session.code-minutes"
    case signInCodeTries = "session.code-tries"
    case linkDays = "link.days"
    case idempotencyDays = "idempotency.days"
    case slipSearchesPerHour = "rate.slip-searches-per-hour"
    case slipPrintingDays = "slip.printing-days"

    case quietFrom = "outbox.quiet-from"
    case quietUntil = "outbox.quiet-until"
    case digestMinutes = "outbox.digest-minutes"
    case staffTexts = "outbox.staff-texts"
    case sendingAttempts = "outbox.attempts"
    case byHandDays = "outbox.by-hand-days"
    case bookingKeptDays = "booking.kept-days"
    case quietVillageMonths = "village.quiet-months"

    case outcomeA = "outcome.a"
    case outcomeB = "outcome.b"
    case outcomeC = "outcome.c"
    case outcomeD = "outcome.d"

    package var defaultValue: PolicyValue { definition.value }

    /// The Chinese title on the policy page.
    package var chinese: String { definition.title }

    /// The unit behind a number; empty where there is none.
    package var unit: String { definition.unit }

    /// The lowest level whose office may set its own value.
    package var lowestLevel: Level { definition.lowest }

    /// The law the default or its bound comes from.
    package var legalSource: String? { definition.source }

    package func mayBeSet(at level: Level) -> Bool { level >= lowestLevel }
}
