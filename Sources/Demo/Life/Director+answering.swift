import Domain
import Matters

/// 审核、答复、回访、评价.
extension Director {
    mutating func check(_ matter: Matter, _ now: Instant) -> Step? {
        let checker = matter.onDuty == .head ? cast.head(of: matter) : cast.supervisor(of: matter)
        let by = checker ?? cast.head(of: matter)
        if matter.answering.isReplyChecked {
            let speaker = dice.percent(50) ? cast.clerk(of: matter) : by
            return step(
                afterReply(now, 0...1), speaker, .deliver(matter.hasTelephone ? .phone : .visit, words: ""))
        }
        if fate.silent.contains(.check) { return nil }
        if fate.isReturnedOnce, !matter.answering.wasReturned {
            return step(afterReply(now, 0...1), by, .returnReply(reason: remarks.text(.perfunctory, &dice)))
        }
        return step(afterReply(now, 0...1), by, .passCheck(note: ""))
    }

    /// After the reply the pace is the usual one again.
    private mutating func afterReply(_ now: Instant, _ days: ClosedRange<Int>) -> Instant {
        if case .replying = fate.pace { fate.pace = .usual }
        return office(now, days)
    }

    /// Content with a promise or not, it is waited for; on the day the handler reports.
    mutating func promise(_ matter: Matter, _ now: Instant) -> Step? {
        guard let promised = matter.handling.promisedOn else { return nil }
        if matter.answering.grade == nil, round == 0, dice.percent(30) {
            round += 1
            return step(
                home(now, 0...3), .reporter(matter: matter.id),
                .rate(.basicallySatisfied, source: .ownHand, comment: ""))
        }
        let late = fate.isPromiseKept ? -dice.number(in: 0...2) : dice.number(in: 1...20)
        let day = timetable.workingDay(max(promised.adding(days: late), Day(of: now)))
        let at = max(timetable.hour(on: day, &dice), now.adding(seconds: 1_800))
        let by = cast.holder(of: matter)
        return step(at, by, .reply(answer(matter, on: Day(of: at), by)))
    }

    mutating func spotRevisit(_ matter: Matter, _ now: Instant) -> Step? {
        if fate.isUnreached { return failedTry(matter, now) }
        // Most say at once what they think of it.
        let at = dice.percent(80) ? now.adding(seconds: 180) : office(now, 2...6)
        return step(
            at, cast.clerk(of: matter), .rate(nextGrade(matter), source: .toldToStaff, comment: comment(matter)))
    }

    mutating func revisit(_ matter: Matter, _ now: Instant) -> Step? {
        if fate.silent.contains(.revisit) { return nil }
        if fate.isUnreached { return failedTry(matter, now) }
        if fate.ratesByHand {
            return step(
                home(now, 0...4), .reporter(matter: matter.id),
                .rate(nextGrade(matter), source: .ownHand, comment: comment(matter)))
        }
        let by = matter.onDuty == .supervisor ? cast.supervisor(of: matter) : cast.clerk(of: matter)
        if matter.answering.tries.isEmpty {
            let at = office(now, 1...4)
            return step(
                at, by,
                .revisit(
                    RevisitTry(day: Day(of: at), channel: matter.hasTelephone ? .phone : .visit, wasReached: true),
                    note: remarks.text(.revisit, &dice)))
        }
        return step(
            now.adding(seconds: 120), by, .rate(nextGrade(matter), source: .toldToStaff, comment: comment(matter)))
    }

    /// Nobody there, twice: then the office may close it.
    private mutating func failedTry(_ matter: Matter, _ now: Instant) -> Step? {
        guard matter.answering.tries.count < 2 else {
            return step(office(now, 1...2), cast.head(of: matter), .close)
        }
        let at = office(now, 1...3)
        let channel: Channel = matter.answering.tries.isEmpty && matter.hasTelephone ? .phone : .visit
        return step(
            at, cast.clerk(of: matter),
            .revisit(RevisitTry(day: Day(of: at), channel: channel, wasReached: false), note: ""))
    }

    private func nextGrade(_ matter: Matter) -> Grade {
        fate.grades[min(matter.answering.dissatisfactions, fate.grades.count - 1)]
    }

    private mutating func comment(_ matter: Matter) -> String {
        switch nextGrade(matter) {
        case .satisfied: remarks.text(.satisfied, &dice)
        case .basicallySatisfied: remarks.text(.basically, &dice)
        case .dissatisfied: remarks.text(.dissatisfied, &dice)
        }
    }

    mutating func merged(_ matter: Matter, _ now: Instant) -> Step? {
        if fate.isUndone, matter.clock(.asLead) != nil {
            fate.isUndone = false
            return step(office(now, 1...5), cast.head(of: matter), .unmerge(reason: Phrases.unmergeReason))
        }
        if !matter.answering.isDelivered {
            guard matter.clock(.delivery) != nil else { return nil }
            return step(
                office(now, 0...2), cast.clerk(of: matter),
                .deliver(matter.hasTelephone ? .phone : .visit, words: "与您说的是同一处，办理结果也请您看看：" + words.title))
        }
        if fate.isUnreached { return failedTry(matter, now) }
        return step(
            office(now, 1...4), cast.clerk(of: matter),
            .rate(.satisfied, source: .toldToStaff, comment: remarks.text(.satisfied, &dice)))
    }
}
