import Domain
import Matters

/// Says who does what next with one matter, and when. It only proposes: whether it is allowed the rules decide.
struct Director: Sendable {
    var fate: Fate
    var words: any MatterWords
    let cast: Cast
    let timetable: Timetable
    let remarks: RemarkTexts
    var dice: Dice
    /// Which grade comes next.
    var round = 0
    var isRemarked = 0
    var isDeclined = false
    var hasWithdrawn = false

    /// Nil when nobody does anything: time goes on alone.
    mutating func next(_ matter: Matter, after now: Instant) -> Step? {
        if matter.state == fate.stopsIn, isWhereItStops(matter) { return nil }
        if let step = reporterSteps(matter, now) { return step }
        switch matter.state {
        case .registered: return triage(matter, now)
        case .answeredOnSpot: return spotRevisit(matter, now)
        case .accepted, .submittedUp: return deciding(matter, now)
        case .assigned: return takeUp(matter, now)
        case .objected: return objection(matter, now)
        case .inHandling, .rework: return handling(matter, now)
        case .replied: return check(matter, now)
        case .promised: return promise(matter, now)
        case .answered: return revisit(matter, now)
        case .rated: return rated(matter, now)
        case .jointReview: return jointReview(matter, now)
        case .contested: return contested(matter, now)
        case .referred: return referred(matter, now)
        case .redirected, .rejected: return redirected(matter, now)
        case .merged: return merged(matter, now)
        case .closed: return closed(matter, now)
        case .withdrawn: return nil
        }
    }

    /// Time did what nobody else did: from now on people do their part again.
    mutating func noticeSilence() { fate.silent = [] }

    /// A matter left lying somewhere has everything that belongs there: a pointed-elsewhere one its notice.
    private func isWhereItStops(_ matter: Matter) -> Bool {
        switch matter.state {
        case .redirected, .rejected: matter.clock(.contestWindow) != nil
        case .registered, .answeredOnSpot, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied,
            .promised, .answered, .rated, .rework, .jointReview, .contested, .referred, .merged, .withdrawn,
            .closed:
            true
        }
    }

    // MARK: making steps

    func step(_ at: Instant, _ by: Principal?, _ action: MatterAction, onBehalf: Attestation? = nil) -> Step? {
        by.map { Step(at: at, by: $0, action: action, onBehalf: onBehalf) }
    }

    /// In an office, some working days later; how many depends on the pace.
    mutating func office(_ now: Instant, _ days: ClosedRange<Int>) -> Instant {
        switch fate.pace {
        case .usual:
            // Most do at once what can be done at once.
            let count = dice.percent(65) ? days.lowerBound : dice.number(in: days)
            return timetable.office(after: now, days: count, &dice)
        case .brisk: return timetable.office(after: now, days: min(1, days.upperBound), &dice)
        case .replying(let reply):
            let usual = timetable.office(after: now, days: dice.number(in: days), &dice)
            return between(now, reply).map { min($0, usual) } ?? usual
        }
    }

    /// At the reporter's home, some days later.
    mutating func home(_ now: Instant, _ days: ClosedRange<Int>) -> Instant {
        switch fate.pace {
        case .usual, .replying: timetable.home(after: now, days: dice.number(in: days), &dice)
        case .brisk: timetable.home(after: now, days: min(1, days.upperBound), &dice)
        }
    }

    /// An eighth of the time that is left until the reply, so that all steps before it find room.
    private func between(_ now: Instant, _ reply: Instant) -> Instant? {
        guard now < reply else { return nil }
        return Instant(ms: now.ms + max(1_000, (reply.ms - now.ms) / 8))
    }

    // MARK: what the reporter does in between

    private mutating func reporterSteps(_ matter: Matter, _ now: Instant) -> Step? {
        let reporter = Principal.reporter(matter: matter.id)
        if fate.isWithdrawn, !hasWithdrawn, [.accepted, .inHandling].contains(matter.state) {
            hasWithdrawn = true
            return step(home(now, 0...2), reporter, .withdraw(reason: Phrases.withdrawal))
        }
        if isRemarked < fate.remarks, matter.state == .inHandling {
            isRemarked += 1
            return step(home(now, 0...1), reporter, .remark(remarks.text(.remark, &dice)))
        }
        return nil
    }
}
