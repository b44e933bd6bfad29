import Directory
import Domain
import Matters

/// 承办单位: take up or object, pass on, name a date, ask for more time, answer.
extension Director {
    mutating func takeUp(_ matter: Matter, _ now: Instant) -> Step? {
        if fate.silent.contains(.takeUp) { return nil }
        let by = cast.holder(of: matter)
        if fate.objections > matter.handling.objections {
            return step(office(now, 0...2), by, .object(reason: remarks.text(.objection, &dice)))
        }
        if let lead = matter.handling.lead, cast.atlas.organ(lead)?.kind == .governmentOffice,
            let bureau = cast.bureau(of: matter, fate.triage.category)
        {
            return step(office(now, 0...1), by, .subAssign(to: cast.place(bureau), note: ""))
        }
        return step(office(now, 0...1), by, .takeUp)
    }

    mutating func objection(_ matter: Matter, _ now: Instant) -> Step? {
        if fate.silent.contains(.objection) { return nil }
        let by = cast.office(of: matter)
        let lead = matter.handling.lead.flatMap(cast.atlas.organ)
        let isSameLevel = lead.flatMap { cast.atlas.division($0.division)?.level } == matter.level
        let other = isSameLevel || fate.isObjectionUpheld ? cast.otherBureau(of: matter, &dice) : nil
        guard !fate.isObjectionUpheld, let organ = other ?? newHandler(matter) else {
            return step(office(now, 1...3), by, .decideObjection(.uphold, reason: Phrases.upheldReason))
        }
        return step(
            office(now, 1...3), by, .decideObjection(.reassign(cast.place(organ)), reason: Phrases.reassignReason))
    }

    /// After an objection went up, somebody of the level that decides now.
    private func newHandler(_ matter: Matter) -> Organ? {
        guard matter.level > .township else { return nil }
        return cast.handler(of: matter, fate.triage.category, isDistributed: false)
    }

    mutating func handling(_ matter: Matter, _ now: Instant) -> Step? {
        let by = cast.holder(of: matter)
        if matter.state == .inHandling, let owed = matter.clocks.first(where: { $0.kind == .coHandlerOpinion }),
            let organ = owed.organ
        {
            return step(
                office(now, 2...9), cast.officer(at: organ), .giveOpinion(words: Phrases.opinion, organ: organ))
        }
        if case .asked = matter.handling.extension {
            return step(
                office(now, 0...1), cast.office(of: matter),
                .decideExtension(
                    isGranted: fate.isExtensionGranted,
                    reason: fate.isExtensionGranted ? Phrases.granted : Phrases.refused))
        }
        let due = (matter.clock(.handling) ?? matter.clock(.rework))?.deadline.dueOn ?? Day(of: now)
        if fate.statesDate, matter.handling.statedOn == nil, matter.clock(.stateDate) != nil, due > Day(of: now) {
            return statedDate(matter, now, due)
        }
        if fate.asksExtension, matter.handling.extension == .none, due > Day(of: now), matter.state == .inHandling,
            matter.handling.reworks == 0
        {
            return extensionAsked(matter, now, due)
        }
        return reply(matter, now, by, due)
    }

    private mutating func statedDate(_ matter: Matter, _ now: Instant, _ due: Day) -> Step? {
        let room = max(0, Int(due.number - Day(of: now).number))
        let named = due.adding(days: -dice.number(in: 0...room / 2))
        // With the taking up, as the form has it, more often than later.
        let later = office(now, 1...4)
        let at = dice.percent(75) || Day(of: later) > due ? now.adding(seconds: 60) : later
        return step(at, cast.holder(of: matter), .stateDate(max(min(named, due), Day(of: at))))
    }

    private mutating func extensionAsked(_ matter: Matter, _ now: Instant, _ due: Day) -> Step? {
        fate.asksExtension = false
        let until = timetable.calendar.workingDay(onOrAfter: due.adding(days: dice.number(in: 10...20)))
        guard let day = timetable.day(before: due, at: now, &dice) else { return nil }
        return step(
            day, cast.holder(of: matter),
            .askExtension(until: until, reason: remarks.text(.extension, &dice)))
    }

    private mutating func reply(_ matter: Matter, _ now: Instant, _ by: Principal?, _ due: Day) -> Step? {
        if fate.isNeverAnswered { return nil }
        let at = replyMoment(now, due)
        return step(at, by, .reply(answer(matter, on: Day(of: at), by)))
    }

    private mutating func replyMoment(_ now: Instant, _ due: Day) -> Instant {
        switch fate.pace {
        case .brisk: return office(now, 1...1)
        case .replying(let at): return max(at, now.adding(seconds: 1))
        case .usual: break
        }
        let today = Day(of: now)
        let late = fate.daysLate
        fate.daysLate = 0
        if late > 0, due >= today { return timetable.hour(on: timetable.workingDay(due.adding(days: late)), &dice) }
        let room = Int(due.number - today.number)
        guard room > 2 else { return office(now, 1...2) }
        let day = timetable.workingDay(today.adding(days: dice.number(in: room / 4...room - 1)))
        return max(timetable.hour(on: min(day, due), &dice), now.adding(seconds: 600))
    }

    /// The answer of this round: the first may be empty words, the last one says what was done.
    mutating func answer(_ matter: Matter, on day: Day, _ by: Principal?) -> HandlerReply {
        let signer = by?.signed?.name ?? ""
        if fate.isReturnedOnce, !matter.answering.wasReturned, matter.state == .inHandling {
            return HandlerReply(outcome: .solved, done: Phrases.perfunctory, signer: signer)
        }
        if matter.state == .promised {
            return HandlerReply(outcome: .solved, done: Phrases.kept, signer: signer)
        }
        if matter.handling.reworks > 0 {
            return HandlerReply(outcome: .solved, done: Phrases.redone, signer: signer)
        }
        let outcome = words.outcome
        let promised = outcome.isPromise ? timetable.workingDay(day.adding(days: dice.number(in: 25...110))) : nil
        let why = outcome == .cannot ? words.whyNot(&dice) : ("", "")
        return HandlerReply(
            outcome: outcome, done: words.reply(on: day, promised: promised, &dice), reason: why.0, basis: why.1,
            promisedOn: promised, signer: signer)
    }
}
