import Domain

/// When people get round to things: offices on working days, residents when they have time.
struct Timetable: Sendable {
    let calendar: WorkCalendar

    /// In office hours, so many working days later; 0 is the same day where something of it is left.
    func office(after now: Instant, days: Int, _ dice: inout Dice) -> Instant {
        let soon = now.adding(seconds: Int64(dice.number(in: 900...7_200)))
        if days == 0, calendar.isWorkingDay(Day(of: now)), soon < Day(of: now).start.adding(seconds: Self.closing) {
            return max(soon, opening(Day(of: now), &dice))
        }
        var day = Day(of: now)
        for _ in 0..<max(1, days) { day = calendar.workingDay(onOrAfter: day.adding(days: 1)) }
        return hour(on: day, &dice)
    }

    /// On a day, in office hours.
    func hour(on day: Day, _ dice: inout Dice) -> Instant {
        moment(of: day, from: 8 * 3_600 + 1_800, to: 17 * 3_600 + 1_800, &dice)
    }

    /// At any hour at which people are up, so many days later.
    func home(after now: Instant, days: Int, _ dice: inout Dice) -> Instant {
        let found = moment(of: Day(of: now).adding(days: days), from: 7 * 3_600, to: 22 * 3_600, &dice)
        return max(found, now.adding(seconds: Int64(dice.number(in: 600...5_400))))
    }

    /// To the millisecond, as in life: in whole seconds, of a million matters two come at the same one with the same end of
    /// their ids, and would be one in the lists.
    private func moment(of day: Day, from first: Int, to last: Int, _ dice: inout Dice) -> Instant {
        Instant(ms: day.start.ms + Int64(dice.number(in: first * 1000...last * 1000)))
    }

    private func opening(_ day: Day, _ dice: inout Dice) -> Instant {
        day.start.adding(seconds: 8 * 3_600 + 1_800 + Int64(dice.below(1_800)))
    }

    private static let closing: Int64 = 17 * 3_600 + 1_800
}

extension Timetable {
    func workingDay(_ day: Day) -> Day { calendar.workingDay(onOrAfter: day) }

    /// In the last days before an end; nil when it is too near.
    func day(before end: Day, at now: Instant, _ dice: inout Dice) -> Instant? {
        let room = Int(end.number - Day(of: now).number)
        guard room > 1 else { return nil }
        let found = hour(on: workingDay(Day(of: now).adding(days: max(1, room - dice.number(in: 1...4)))), &dice)
        return max(found, now.adding(seconds: 600))
    }
}
