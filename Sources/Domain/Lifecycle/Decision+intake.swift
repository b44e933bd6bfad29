/// 受理、分析: from what was said to who decides on it.
extension Decision {
    mutating func remark(_ text: String) throws(Refusal) {
        try require(!text.allSatisfy(\.isWhitespace), .tooShort("words", "补充的内容", 1))
        say("words", text)
    }

    /// Possible until somebody replied; the record stays.
    mutating func withdraw(_ reason: String) {
        say("reason", reason)
        // What was taken back is not shown to the public any longer.
        matter.isPublished = false
        enter(.withdrawn, nil)
    }

    mutating func triage(_ triage: Triage, _ note: String) {
        var triage = triage
        triage.isConfirmed = relations.contains(.head)
        matter.triage = triage
        keepPersonalFromThePublic()
        self.note("route", triage.route.rawValue)
        self.note("commonality", triage.commonality.rawValue)
        self.note("category", triage.category.rawValue)
        self.note("power", triage.power.rawValue)
        self.note("confirmed", triage.isConfirmed ? 1 : 0)
        say("note", note)
    }

    /// What turns out to concern one household only is not public any longer.
    private mutating func keepPersonalFromThePublic() {
        if !matter.mayBePublic { matter.isPublished = false }
    }

    /// Row 46: the deputy says the words; the person agrees to leave it there, or rates it at once in the same form.
    mutating func answerOnSpot(_ answer: SpotAnswer) throws(Refusal) {
        try long(answer.words, "answer", "当场说的话", .reasonMinimum)
        try require(answer.hasConsent, .noConsent)
        matter.triage = Triage(
            route: .answerOnSpot, commonality: answer.commonality, category: answer.category,
            power: .township, isConfirmed: true)
        keepPersonalFromThePublic()
        matter.answering.isDelivered = true
        note("commonality", answer.commonality.rawValue)
        note("category", answer.category.rawValue)
        say("answer", answer.words)
        enter(.answeredOnSpot, stationHolder, clocks: clock(.spotRevisit, .spotRevisit))
    }

    mutating func accept() throws(Refusal) {
        let triage = try confirmedTriage()
        try require(triage.commonality == .common, .personal)
        try take(fromLevel: firstDecidingLevel)
        start(noticeClock())
        note("category", triage.category.rawValue)
    }

    /// By-passed matters are decided at the county or above, whoever's words they are about.
    var firstDecidingLevel: Level { max(matter.lowestLevel, matter.level) }

    /// The notice to the reporter: 5 working days, never over 15 days (信访工作条例 23 by analogy).
    func noticeClock() -> Clock {
        let (deadline, policy) = rules.deadline(.reporterNotice, from: today, cappedBy: .reporterNoticeCap)
        return Clock(.reporterNotice, deadline, policy: policy.key, version: policy.version)
    }

    /// Becomes the business of the deciding office of a level, or of the next above that can be reached.
    mutating func take(fromLevel level: Level) throws(Refusal) {
        guard let office = around.office(near: level, notBelow: matter.lowestLevel) else { throw .noReachableOffice }
        hold(office)
        enter(.accepted, .organ(office.id), clocks: clock(.assign, .assign))
    }

    mutating func confirmedTriage() throws(Refusal) -> Triage {
        guard var triage = matter.triage else { throw .noTriage }
        triage.isConfirmed = true
        matter.triage = triage
        return triage
    }

    mutating func merge(_ lead: LeadMatter, _ reason: String) throws(Refusal) {
        _ = try confirmedTriage()
        let isFit =
            lead.id != matter.id && lead.lead == nil && lead.lowestLevel == matter.lowestLevel && lead.mayTakeIn
        try require(isFit, .mergedLead)
        matter.lead = lead.id
        matter.stateBeforeMerger = matter.state
        note("lead", lead.id)
        say("reason", reason)
        stand(with: lead)
    }

    mutating func unmerge(_ reason: String) throws(Refusal) {
        try self.reason(reason)
        goOwnWay()
    }

    /// 转信访: a slip, a written notice within 15 days, and nothing else of it in the lists (row 50).
    mutating func refer(_ reason: String) throws(Refusal) {
        _ = try confirmedTriage()
        try self.reason(reason)
        guard let office = around.petitionOffice, office.isReachable else { throw .noReachableOffice }
        matter.petitionOffice = office.id
        matter.isPublished = false
        note("petition-office", office.id)
        enter(.referred, .organ(office.id), clocks: clock(.referralDeadline, .referralNotice))
        start(clock(.referralNotice, .referralNotice))
    }

    mutating func redirect(_ to: Redirection) throws(Refusal) {
        _ = try confirmedTriage()
        let parts = [to.place, to.address, to.telephone, to.bring]
        try require(!parts.contains { $0.allSatisfy(\.isWhitespace) }, .noAddress)
        say("place", to.place)
        say("address", to.address)
        say("telephone", to.telephone)
        say("bring", to.bring)
        enter(.redirected, stationHolder, clocks: clock(.redirectNotice, .redirectNotice))
    }

    mutating func reject(_ reason: String) throws(Refusal) {
        _ = try confirmedTriage()
        try self.reason(reason)
        enter(.rejected, stationHolder, clocks: clock(.redirectNotice, .redirectNotice))
    }

    mutating func notify(_ channel: Channel) throws(Refusal) {
        try require(matter.isNoticeOwed(to: relations), .noticeGiven)
        matter.answering.isNoticeGiven = true
        note("channel", channel.rawValue)
        switch matter.state {
        case .referred: stop(.referralNotice)
        case .redirected, .rejected:
            enter(matter.state, stationHolder, clocks: clock(.contestWindow, .contestWindow))
        case .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied: stop(.reporterNotice)
        case .registered, .answeredOnSpot, .promised, .answered, .rated, .rework, .jointReview, .contested, .merged,
            .withdrawn, .closed:
            throw .notNow(act, matter.state)
        }
    }
}
