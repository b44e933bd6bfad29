import Directory
import Domain

/// 年度接待安排: the rhythm by which a station receives, and whose turn it is. Written by the clerk, confirmed by the
/// head; the next 60 days of it stand as receptions of their own, and any of those may be changed alone.
package struct StationSchedule: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case waiting, approved, ended
    }

    package var id: Int64
    package var station: StationID
    package var rule: Recurrence
    package var hours: ReceptionHours
    package var place: String
    package var scope: String
    package var slotMinutes: Int
    /// How many deputies receive at once.
    package var atOnce: Int
    /// In the order in which they take turns.
    package var deputies: [MandateID]
    /// Whose turn it is next, counted from 0 over `deputies` again and again.
    package var nextTurn: Int
    package var state: State
    /// Up to this day its receptions have been made.
    package var plannedThrough: Day
    package var writtenBy: AccountID?
    package var writtenAt: Instant
    package var review: Review?
    package var version: Int64

    package init(
        id: Int64, station: StationID, rule: Recurrence, hours: ReceptionHours, place: String, scope: String = "",
        slotMinutes: Int = 0, atOnce: Int = 1, deputies: [MandateID], nextTurn: Int = 0, state: State = .waiting,
        plannedThrough: Day = Day(number: 0), writtenBy: AccountID? = nil, writtenAt: Instant, review: Review? = nil,
        version: Int64 = 1
    ) {
        self.id = id
        self.station = station
        self.rule = rule
        self.hours = hours
        self.place = place
        self.scope = scope
        self.slotMinutes = slotMinutes
        self.atOnce = atOnce
        self.deputies = deputies
        self.nextTurn = nextTurn
        self.state = state
        self.plannedThrough = plannedThrough
        self.writtenBy = writtenBy
        self.writtenAt = writtenAt
        self.review = review
        self.version = version
    }

    /// `每月第一个星期五，遇节假日推迟一周，15:00 至 16:00`.
    var chinese: String { rule.chinese + "，" + hours.chinese }

    /// The next ones in turn, of those who are still there; the turn passes on.
    mutating func takeTurn(among active: Set<MandateID>) -> [MandateID] {
        let present = deputies.filter(active.contains)
        guard !present.isEmpty else { return [] }
        let count = min(atOnce, present.count)
        let taken = (0..<count).map { present[(nextTurn + $0) % present.count] }
        nextTurn = (nextTurn + count) % present.count
        return taken
    }
}
