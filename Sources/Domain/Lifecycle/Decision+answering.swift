/// 审核、答复、回访、评议: from the handler's reply to what the person says of it.
extension Decision {
    mutating func passCheck(_ note: String) throws(Refusal) {
        try require(!matter.answering.isReplyChecked, .checked)
        try require(matter.isChecker(relations), .headOnly)
        matter.answering.isReplyChecked = true
        say("note", note)
        enter(.replied, stationHolder, onDuty: matter.onDuty, clocks: clock(.delivery, .delivery))
    }

    /// Once, as perfunctory, with the reason.
    mutating func returnReply(_ reason: String) throws(Refusal) {
        try require(!matter.answering.isReplyChecked, .checked)
        try require(matter.isChecker(relations), .headOnly)
        try require(!matter.answering.wasReturned, .returnedOnce)
        try self.reason(reason)
        guard let lead = matter.handling.lead else { throw .notNow(act, matter.state) }
        matter.answering.wasReturned = true
        matter.handling.outcome = nil
        matter.handling.promisedOn = nil
        // The time used up is not given back: a handler that answered with nothing has the time to accept once more.
        enter(.inHandling, .organ(lead), clocks: clock(.handling, .handlerAccept))
    }

    mutating func deliver(_ channel: Channel, _ text: String) throws(Refusal) {
        note("channel", channel.rawValue)
        say("words", text)
        if matter.state == .merged { return try deliverMerged(text) }
        try require(matter.answering.isReplyChecked, .notChecked)
        matter.answering.isDelivered = true
        // A new answer is asked back about and judged anew; with it the reporter also knows that it was taken in.
        matter.answering.tries = []
        matter.answering.grade = nil
        matter.answering.source = nil
        stop(.reporterNotice)
        if let promised = matter.handling.promisedOn, let lead = matter.handling.lead {
            enter(.promised, .organ(lead), clocks: clock(.promise, on: promised))
        } else {
            enter(.answered, stationHolder, onDuty: dutyOfAnswer, clocks: clock(.revisit, .revisit))
        }
    }

    private var dutyOfAnswer: OnDuty { matter.supervisor == nil ? .station : .supervisor }

    /// 并案办理，分别答复: each merged matter gets its own answer, in its own words.
    private mutating func deliverMerged(_ text: String) throws(Refusal) {
        try require(!matter.answering.isDelivered, .noticeGiven)
        try require(matter.clock(.delivery) != nil, .leadNotAnswered)
        try long(text, "words", "给这位群众的答复", .reasonMinimum)
        matter.answering.isDelivered = true
        enter(.merged, stationHolder, clocks: clock(.revisit, .revisit))
    }

    mutating func revisit(_ attempt: RevisitTry, _ note: String) throws(Refusal) {
        try require(matter.state != .merged || matter.answering.isDelivered, .notDelivered)
        try require(attempt.day <= today, .notYet)
        // Tries from before the answer say nothing about it.
        if let round = matter.mainClock?.deadline.startedOn { try require(attempt.day >= round, .tryTooEarly) }
        let isRepeat = matter.answering.tries.contains { $0.day == attempt.day && $0.channel == attempt.channel }
        try require(!isRepeat, .triedToday)
        matter.answering.tries.append(attempt)
        self.note("day", attempt.day)
        self.note("channel", attempt.channel.rawValue)
        self.note("reached", attempt.wasReached ? 1 : 0)
        say("note", note)
    }

    /// A rating by one's own hand, told to staff, or asked by the level above. It counts as a revisit.
    mutating func rate(_ grade: Grade, _ source: RatingSource, _ comment: String) throws(Refusal) {
        try require(isOwn(source), .ownSource)
        try require(matter.state != .merged || matter.answering.isDelivered, .notDelivered)
        matter.answering.grade = grade
        matter.answering.source = source
        if grade == .dissatisfied { matter.answering.dissatisfactions += 1 }
        note("grade", grade.rawValue)
        note("source", source.rawValue)
        say("comment", comment)
        try settleRating(grade)
    }

    /// Whoever works on it writes down no rating of it, whatever else that person is at the station.
    private func isOwn(_ source: RatingSource) -> Bool {
        let isHandling = !relations.isDisjoint(with: [.leadHandler, .coHandler, .distributor])
        return switch source {
        case .ownHand: relations.contains(.reporter)
        case .toldToStaff: !isHandling && !relations.isDisjoint(with: ActRule.station)
        case .callBack: !isHandling && !relations.isDisjoint(with: [.officeAbove, .assigningOffice])
        }
    }

    private mutating func settleRating(_ grade: Grade) throws(Refusal) {
        switch matter.state {
        case .promised:
            // Content with the promise, it must still be kept; not content, the handler begins again.
            if grade == .dissatisfied, let lead = matter.handling.lead {
                beginAgain()
                beginHandling(by: lead)
            }
        case .answeredOnSpot where grade == .dissatisfied && matter.triage?.commonality == .common:
            // Not content on the spot: it becomes a full matter.
            matter.triage?.route = .accept
            beginAgain()
            try take(fromLevel: firstDecidingLevel)
            start(noticeClock())
        case .answeredOnSpot, .answered, .merged:
            guard let office = decidingOffice ?? officeWhoever else { throw .noReachableOffice }
            hold(office)
            enter(.rated, .organ(office.id), clocks: clock(.ratedDecision, .ratedDecision))
        case .registered, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied, .rated, .rework,
            .jointReview, .contested, .referred, .redirected, .rejected, .withdrawn, .closed:
            throw .notNow(act, matter.state)
        }
    }
}
