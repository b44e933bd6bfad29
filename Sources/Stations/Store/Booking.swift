import Domain

/// 约好的时间: a resident's place in a reception. Who it is lies sealed beside it and goes 30 days later.
struct Booking: Hashable, Sendable {
    enum State: String, CaseIterable {
        case booked, cancelled
    }

    var id: Int64
    var reception: Int64
    var station: StationID
    var day: Day
    var minute: Int
    var state: State

    /// Until it begins.
    func isAhead(at now: Instant) -> Bool { day.start.adding(seconds: Int64(minute) * 60) > now }
}
