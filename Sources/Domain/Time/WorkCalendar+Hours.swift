extension WorkCalendar {
    /// Somebody sits at a desk: on a working day from 8 to 18, the hours in which offices here are open.
    package func isOfficeHour(_ instant: Instant) -> Bool {
        let day = Day(of: instant)
        let hour = (instant.ms - day.start.ms) / 3_600_000
        return isWorkingDay(day) && (8..<18).contains(hour)
    }

    /// The day on which what comes in now is read at the latest: in the night before a working day that day itself.
    ///
    /// Example: on Friday at 23:00 the Monday after it, on Monday at 6:00 this Monday.
    package func firstReading(of instant: Instant) -> Day {
        let day = Day(of: instant)
        let hour = (instant.ms - day.start.ms) / 3_600_000
        return workingDay(onOrAfter: hour < 18 ? day : day.adding(days: 1))
    }
}
