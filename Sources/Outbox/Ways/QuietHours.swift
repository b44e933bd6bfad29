import Domain

/// 不打扰时段: from 21:00 to 8:00 in Asia/Shanghai nothing leaves but what is urgent; a place may settle other hours.
package struct QuietHours: Sendable {
    let from: Int
    let until: Int

    /// Those of a place.
    package init(_ rules: Rules) {
        from = rules.number(.quietFrom)
        until = rules.number(.quietUntil)
    }

    /// The moment from which it may leave; the moment itself in waking hours. Example: at 22:30 it is eight in the
    /// morning of the next day, at 6:00 eight o'clock of the same.
    package func leave(at now: Instant) -> Instant {
        let today = Day(of: now)
        let hour = Int((now.ms - today.start.ms) / 3_600_000)
        if hour < until { return today.start.adding(seconds: Int64(until) * 3600) }
        if hour >= from { return today.adding(days: 1).start.adding(seconds: Int64(until) * 3600) }
        return now
    }

    /// The first morning at or after a moment, when a day's digest leaves: that long after the quiet hours, so that what
    /// is told first thing is in it. Example: with 15 minutes, at 6:00 it is 8:15 of the same day, at 9:00 of the next.
    func morning(after moment: Instant, minutes: Int) -> Instant {
        let today = Day(of: moment)
        let seconds = Int64(until) * 3600 + Int64(minutes) * 60
        let morning = today.start.adding(seconds: seconds)
        return morning >= moment ? morning : today.adding(days: 1).start.adding(seconds: seconds)
    }
}
