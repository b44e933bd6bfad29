import Domain
import Matters

/// 重办、会商、复核、转信访、办结、公开.
extension Director {
    mutating func rated(_ matter: Matter, _ now: Instant) -> Step? {
        let by = cast.office(of: matter)
        guard matter.answering.grade == .dissatisfied else { return step(office(now, 0...1), by, .close) }
        if matter.handling.lead == nil || matter.handling.reworks > 0 {
            return step(office(now, 0...1), by, .conveneJointReview(plan: remarks.text(.jointReview, &dice)))
        }
        return step(office(now, 0...1), by, .orderRework(reason: Phrases.rework))
    }

    mutating func jointReview(_ matter: Matter, _ now: Instant) -> Step? {
        // A new plan needs somebody who carries it out.
        let result = matter.handling.lead == nil ? .explained : fate.jointReview
        return step(
            office(now, 3...12), cast.office(of: matter),
            .concludeJointReview(result, words: remarks.text(.jointReview, &dice)))
    }

    mutating func contested(_ matter: Matter, _ now: Instant) -> Step? {
        if fate.silent.contains(.contest) { return nil }
        fate.isContested = false
        if fate.isContestTakenUp { fate.route = .accept }
        fate.level = max(fate.level, matter.level)
        let taking: ContestDecision = matter.triage?.commonality == .common ? .takeUp : .takeUpAsCommon
        let decision = fate.isContestTakenUp ? taking : .uphold
        let reason = fate.isContestTakenUp ? Phrases.takenUp : Phrases.upheld
        return step(
            office(now, 1...4), cast.office(of: matter),
            .decideContest(decision, reason: reason))
    }

    mutating func referred(_ matter: Matter, _ now: Instant) -> Step? {
        if matter.clock(.referralNotice) != nil {
            return step(office(now, 0...3), cast.clerk(of: matter), .notify(.letter))
        }
        let by = matter.petitionOffice.flatMap(cast.officer)
        if matter.clock(.referralDeadline) != nil {
            let day = timetable.workingDay(Day(of: now).adding(days: 55))
            return step(office(now, 1...5), by, .setReferralDeadline(day))
        }
        return step(office(now, 15...30), by, .recordReferralReply(words: Phrases.petitionReply))
    }

    mutating func redirected(_ matter: Matter, _ now: Instant) -> Step? {
        if matter.clock(.redirectNotice) != nil {
            return step(
                office(now, 0...1), cast.clerk(of: matter), .notify(matter.hasTelephone ? .phone : .visit))
        }
        return contest(matter, now)
    }

    mutating func closed(_ matter: Matter, _ now: Instant) -> Step? {
        if matter.closure == .explained, matter.timesContested == 0, fate.isContested { return contest(matter, now) }
        guard fate.isPublished, !matter.isPublished, matter.mayBePublic, matter.triage != nil,
            fate.route == .accept
        else { return nil }
        fate.isPublished = false
        let title = "关于" + words.title + "的反映"
        let answer = words.reply(on: matter.closedOn ?? Day(of: now), promised: nil, &dice)
        return step(
            office(now, 1...6), cast.head(of: matter),
            .publish(title: title, summary: "有群众反映：" + words.title + "，已办理并答复本人。", answer: answer))
    }

    private mutating func contest(_ matter: Matter, _ now: Instant) -> Step? {
        guard fate.isContested else { return nil }
        let reason = remarks.text(.contest, &dice)
        if dice.percent(70) { return step(home(now, 1...12), .reporter(matter: matter.id), .contest(reason: reason)) }
        return step(
            office(now, 1...9), cast.clerk(of: matter), .contest(reason: reason),
            onBehalf: Attestation(speaker: .reporter, channel: .phone))
    }
}
