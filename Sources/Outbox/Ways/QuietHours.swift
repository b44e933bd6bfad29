import Domain

/// 不打扰时段: from 21:00 to 8:00 in Asia/Shanghai nothing leaves but what is urgent; a place may settle other hours.
struct QuietHours: Sendable {
    let from: Int
    let until: Int

    init(_ rules: Rules) {
        from = rules.number(.quietFrom)
        until = rules.number(.quietUntil)
    }

    /// The moment from which it may leave; the moment itself in waking hours. Example: at 22:30 it is eight in the
    /// morning of the next day, at 6:00 eight o'clock of the same.
    func leave(at now: Instant) -> Instant {
        let today = Day(of: now)
        let hour = Int((now.ms - today.start.ms) / 3_600_000)
        if hour < until { return today.start.adding(seconds: Int64(until) * 3600) }
        if hour >= from { return today.adding(days: 1).start.adding(seconds: Int64(until) * 3600) }
        return now
    }
}
