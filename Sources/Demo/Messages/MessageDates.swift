import Domain

/// Moves a message by a whole number of weeks into the last years: weekday and hour stay what they were.
struct MessageDates: Sendable {
    private static let week: Int64 = 7 * 86_400_000
    /// So long after its reply a matter has been told, asked about, judged and closed.
    private static let rest: Int64 = 45 * 86_400_000

    let end: Instant
    /// Before this there is nobody at the stations.
    let earliest: Instant

    /// Somewhere in the last three years, early enough for the reply to have come.
    func moved(_ message: RealMessage) -> Instant {
        let latest = end.ms - (message.secondsToReply ?? 0) * 1000 - MessageDates.rest
        let usual = end.ms - 3 * 365 * 86_400_000
        let floor = latest - usual > 8 * MessageDates.week ? usual : earliest.ms
        let room = max(1, (latest - floor) / MessageDates.week)
        let weeks = (message.postedAt.ms - floor).floorDivided(by: MessageDates.week)
        let within = message.postedAt.ms - floor - weeks * MessageDates.week
        return Instant(ms: floor + weeks.floorModulo(room) * MessageDates.week + within)
    }

    /// The last time it can have been, so many weeks before that.
    func latest(_ message: RealMessage, weeksBefore: Int) -> Instant {
        let weeks = (end.ms - message.postedAt.ms).floorDivided(by: MessageDates.week) - Int64(weeksBefore)
        return Instant(ms: message.postedAt.ms + weeks * MessageDates.week)
    }
}

extension Int64 {
    fileprivate func floorDivided(by other: Int64) -> Int64 {
        let quotient = self / other
        return self % other < 0 ? quotient - 1 : quotient
    }

    fileprivate func floorModulo(_ other: Int64) -> Int64 {
        let remainder = self % other
        return remainder < 0 ? remainder + other : remainder
    }
}
