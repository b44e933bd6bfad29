/// 重办、会商、复核、办结、归档.
extension Decision {
    mutating func orderRework(_ reason: String) throws(Refusal) {
        try require(matter.answering.grade == .dissatisfied, .notDissatisfied)
        guard let lead = matter.handling.lead, matter.handling.reworks == 0 else { throw .reworkedOnce }
        try self.reason(reason)
        matter.handling.reworks += 1
        beginAgain()
        enter(.rework, .organ(lead), clocks: clock(.rework, .rework))
        start(clock(.stateDate, .stateDate))
    }

    /// A new round: the next answer is judged on its own.
    mutating func beginAgain() {
        matter.handling.extension = .none
        matter.handling.outcome = nil
        matter.handling.promisedOn = nil
        matter.handling.statedOn = nil
        matter.answering.isReplyChecked = false
        matter.answering.wasReturned = false
        matter.answering.isDelivered = false
        matter.answering.tries = []
        matter.answering.grade = nil
        matter.answering.source = nil
    }

    mutating func conveneJointReview(_ plan: String) throws(Refusal) {
        try require(matter.answering.grade == .dissatisfied, .notDissatisfied)
        try require(matter.handling.reworks > 0 || matter.handling.lead == nil, .reworkFirst)
        try reason(plan)
        enter(.jointReview, matter.holder, clocks: clock(.jointReview, .jointReview))
    }

    mutating func concludeJointReview(_ result: JointReviewResult, _ text: String) throws(Refusal) {
        try long(text, "words", "会商结果", .replyMinimum)
        note("result", result.rawValue)
        say("words", text)
        switch result {
        case .newPlan:
            guard let lead = matter.handling.lead else { throw .noHandler }
            beginAgain()
            beginHandling(by: lead)
        case .explained:
            matter.closure = .explained
            enter(.closed, nil)
        }
    }

    /// Within 30 days of being pointed elsewhere or not taken; once after a joint review.
    mutating func contest(_ reason: String) throws(Refusal) {
        if matter.state == .closed {
            try require(matter.closure == .explained && matter.timesContested == 0, .contestOver)
        } else if let window = matter.clock(.contestWindow) {
            try require(!window.isOverdue(at: now), .contestOver)
        }
        try self.reason(reason)
        let above = around.office(above: matter.level)
        guard let office = above ?? around.office(near: matter.level, notBelow: matter.lowestLevel) else {
            throw .noReachableOffice
        }
        matter.timesContested += 1
        matter.closure = nil
        matter.closedOn = nil
        matter.isArchived = false
        hold(office)
        enter(.contested, .organ(office.id), clocks: clock(.contestDecision, .contestDecision))
    }

    /// Row 54 holds here too: what was found personal is taken up only where the office above finds it common.
    mutating func decideContest(_ decision: ContestDecision, _ reason: String) throws(Refusal) {
        try self.reason(reason)
        note("taken-up", decision == .uphold ? 0 : 1)
        switch decision {
        case .uphold:
            matter.closure = .upheld
            return enter(.closed, nil)
        case .takeUp: try require(matter.triage?.commonality == .common, .personalContest)
        case .takeUpAsCommon: note("commonality", Triage.Commonality.common.rawValue)
        }
        matter.triage?.commonality = .common
        matter.triage?.route = .accept
        beginAgain()
        matter.handling.reworks = 0
        try take(fromLevel: matter.level)
        start(noticeClock())
    }

    mutating func close() throws(Refusal) {
        let mayClose = matter.mayClose(after: rules.number(.failedTries))
        switch matter.state {
        case .rated:
            try require(mayClose, .dissatisfied)
            matter.closure = .content
        case .redirected, .rejected:
            guard let window = matter.clock(.contestWindow) else { throw .noNotice }
            try require(window.isOverdue(at: now), .notDueYet)
            matter.closure = .notContested
        case .registered, .answeredOnSpot, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied,
            .promised, .answered, .rework, .jointReview, .contested, .referred, .merged, .withdrawn, .closed:
            try require(mayClose, .notRevisited)
            matter.closure = .noAnswer
        }
        note("closure", matter.closure?.rawValue ?? "")
        enter(.closed, nil)
    }

    mutating func archive() throws(Refusal) {
        try require(!matter.isArchived, .notNow(act, matter.state))
        let closedOn = matter.closedOn ?? today
        try require(rules.deadline(.archive, from: closedOn).0.dueOn < today, .archiveEarly)
        matter.isArchived = true
    }

    mutating func reportRelapse(_ next: MatterID, _ text: String) {
        note("next", next)
        say("words", text)
    }

    // MARK: 转信访

    mutating func setReferralDeadline(_ day: Day) throws(Refusal) {
        try require(day >= today, .datePast)
        try require(day <= rules.deadline(.referralCap, from: today).0.dueOn, .beyondPetitionCap)
        note("deadline", day)
        enter(.referred, matter.holder, clocks: clock(.referralReply, on: day))
    }

    mutating func recordReferralReply(_ text: String) throws(Refusal) {
        try require(matter.clock(.referralReply) != nil, .noDeadline)
        try require(matter.clock(.referralNotice) == nil, .noNotice)
        say("words", text)
        matter.closure = .petitionAnswered
        enter(.closed, nil)
    }

    // MARK: 公示

    mutating func publish(_ title: String, _ summary: String, _ answer: String) throws(Refusal) {
        try require(matter.triage != nil, .noTriage)
        try require(matter.mayBePublic, .mayNotBePublic)
        try require(!around.isKeptSecret, .keptSecret)
        try require(title.filter { !$0.isWhitespace }.count >= 4, .tooShort("title", "标题", 4))
        try long(summary, "summary", "摘要", .reasonMinimum)
        matter.isPublished = true
        say("title", title)
        say("summary", summary)
        if !answer.isEmpty { say("answer", answer) }
    }

    mutating func unpublish(_ reason: String) throws(Refusal) {
        try require(matter.isPublished, .notPublished)
        try self.reason(reason)
        matter.isPublished = false
    }
}
