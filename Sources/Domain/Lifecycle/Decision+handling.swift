/// 办理: what a handling organ does with it.
extension Decision {
    mutating func takeUp() {
        guard let organ = matter.holder?.organ else { return }
        matter.handling.lead = organ
        beginHandling(by: organ)
    }

    /// A second objection on the matter goes to the common superior.
    mutating func object(_ reason: String) throws(Refusal) {
        try self.reason(reason)
        matter.handling.objections += 1
        note("objections", Int64(matter.handling.objections))
        let superior = matter.handling.objections > 1 ? around.office(above: matter.level) : nil
        try putBack(to: superior ?? decidingOffice)
    }

    /// Nobody works on it until the office has decided; the written deadline runs on all the same.
    mutating func putBack(to office: OrganPlace?) throws(Refusal) {
        guard let office else { throw .noReachableOffice }
        let running = matter.clock(.handling)
        hold(office)
        endHandlersDates()
        enter(.objected, .organ(office.id), clocks: clock(.objectionDecision, .objectionDecision))
        if let running { start(running) }
    }

    /// What a handler named or asked for ends with its part: a new one names its own date.
    mutating func endHandlersDates() {
        matter.handling.statedOn = nil
        stop(.stateDate)
        stop(.statedDate)
        stop(.extensionDecision)
        if case .asked = matter.handling.extension { matter.handling.extension = .none }
    }

    /// 承诺日期: stated once by the handler, kept or not (row 90).
    mutating func stateDate(_ day: Day) throws(Refusal) {
        try require(matter.handling.statedOn == nil, .dateStated)
        try require(day >= today, .datePast)
        try require(day <= lastHandlingDay, .dateTooLate)
        matter.handling.statedOn = day
        note("stated", day)
        stop(.stateDate)
        start(clock(.statedDate, on: day))
    }

    private var lastHandlingDay: Day {
        (matter.clock(.handling) ?? matter.clock(.rework))?.deadline.dueOn ?? today
    }

    mutating func askExtension(_ until: Day, _ reason: String) throws(Refusal) {
        try require(matter.handling.extension == .none, .extensionAsked)
        try self.reason(reason)
        try require(until > lastHandlingDay && until > today, .notLonger)
        try require(until <= legalLimit, .beyondCap)
        matter.handling.extension = .asked(until: until)
        note("until", until)
        start(clock(.extensionDecision, .extensionDecision))
    }

    /// Three months from the assignment, six for what is wide or difficult.
    private var legalLimit: Day {
        rules.deadline(matter.handlingCap, from: matter.handling.assignedOn ?? today).0.dueOn
    }

    mutating func decideExtension(_ isGranted: Bool, _ reason: String) throws(Refusal) {
        guard case .asked(let until) = matter.handling.extension else { throw .noExtension }
        try self.reason(reason)
        stop(.extensionDecision)
        note("granted", isGranted ? 1 : 0)
        matter.handling.extension = isGranted ? .granted : .refused
        guard isGranted else { return }
        note("until", until)
        start(clock(matter.state == .rework ? .rework : .handling, on: max(until, lastHandlingDay)))
        // A new deadline asks for a new date; the old promise is no longer the measure.
        endHandlersDates()
        start(clock(.stateDate, .stateDate))
    }

    mutating func giveOpinion(_ text: String, _ speaker: OrganID?) throws(Refusal) {
        try long(text, "opinion", "协办意见", .reasonMinimum)
        let owed = matter.clocks.first { $0.kind == .coHandlerOpinion && (speaker == nil || $0.organ == speaker) }
        guard let organ = owed?.organ else { throw .notNow(act, matter.state) }
        stop(.coHandlerOpinion, organ: organ)
        note("co-handler", organ)
        say("opinion", text)
    }

    /// 办理答复. Outcome B needs a promised date; C needs what was tried, the reason and the basis (row 52).
    mutating func reply(_ reply: HandlerReply) throws(Refusal) {
        try long(reply.done, "done", "办理情况", .replyMinimum)
        try require(!reply.signer.allSatisfy(\.isWhitespace), .noSigner)
        if reply.outcome == .cannot {
            try long(reply.reason, "reason", "不能解决的理由", .reasonMinimum)
            try long(reply.basis, "basis", "依据", .reasonMinimum)
        }
        if reply.outcome.isPromise {
            guard let promised = reply.promisedOn else { throw .noPromise }
            try require(promised > today, .datePast)
            let last = rules.calendar.deadline(.months(Decision.promisedMonths), from: today).dueOn
            try require(promised <= last, .promiseTooFar)
            note("promised", promised)
        }
        keepStatedDate()
        matter.handling.outcome = reply.outcome
        matter.handling.promisedOn = reply.outcome.isPromise ? reply.promisedOn : nil
        matter.answering.isReplyChecked = false
        note("outcome", reply.outcome.rawValue)
        say("done", reply.done)
        say("reason", reply.reason)
        say("basis", reply.basis)
        say("signer", reply.signer)
        endHandlersDates()
        matter.clocks.removeAll { $0.kind == .coHandlerOpinion }
        enter(
            .replied, stationHolder, onDuty: matter.supervisor == nil ? .head : .supervisor,
            clocks: clock(.replyCheck, .replyCheck))
    }

    /// No longer than a term of the congress, 5 years: a promise that nobody in office will see kept is none.
    private static let promisedMonths = 60

    /// 兑现: whether the answer came on or before the day the organ itself had named.
    private mutating func keepStatedDate() {
        guard let stated = matter.handling.statedOn else { return }
        note("stated", stated)
        note("kept", today <= stated ? 1 : 0)
    }
}
