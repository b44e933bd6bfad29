import Directory
import Domain

/// Deputies receive people (代表接待群众): a day, hours, a place, who is there, and what it is about.
package struct Reception: Hashable, Sendable {
    package enum State: Sendable {
        case waiting, published, cancelled
    }

    /// At the station, or away from it (走访).
    package enum Kind: String, CaseIterable, Sendable {
        case reception, visit
    }

    /// 一般要求: the notice hangs this many days before (`domain`: three in Henan's and Hubei's rules).
    package static let noticeDays: Int32 = 3

    package var id: Int64
    package var station: StationID
    package var day: Day
    package var hours: ReceptionHours
    package var place: String
    /// 接待主题; empty where anything may be said.
    package var scope: String
    package var writtenBy: AccountID?
    package var writtenAt: Instant
    package var review: Review?
    package var isCancelled: Bool
    package var cancelReason: String?
    package var version: Int64
    package var kind: Kind
    /// The rhythm it comes from and the day that means it; nil where somebody entered it by itself.
    package var schedule: Int64?
    package var plannedDay: Day?
    /// Changed by hand: the rhythm leaves it alone from then on.
    package var isEdited: Bool
    /// How long one visitor has who asked for a time; 0 where nobody can.
    package var slotMinutes: Int
    /// 到场部门, as the notice says them; empty for a reception of deputies alone.
    package var departments: String

    package init(
        id: Int64, station: StationID, day: Day, hours: ReceptionHours, place: String, scope: String = "",
        writtenBy: AccountID? = nil, writtenAt: Instant, review: Review? = nil, isCancelled: Bool = false,
        cancelReason: String? = nil, version: Int64 = 1, kind: Kind = .reception, schedule: Int64? = nil,
        plannedDay: Day? = nil, isEdited: Bool = false, slotMinutes: Int = 0, departments: String = ""
    ) {
        self.id = id
        self.station = station
        self.day = day
        self.hours = hours
        self.place = place
        self.scope = scope
        self.writtenBy = writtenBy
        self.writtenAt = writtenAt
        self.review = review
        self.isCancelled = isCancelled
        self.cancelReason = cancelReason
        self.version = version
        self.kind = kind
        self.schedule = schedule
        self.plannedDay = plannedDay
        self.isEdited = isEdited
        self.slotMinutes = slotMinutes
        self.departments = departments
    }

    package var state: State {
        if isCancelled { return .cancelled }
        return review == nil ? .waiting : .published
    }

    /// Announced too late, or not yet announced though it is time: flagged, never hidden.
    func isNoticeShort(on today: Day) -> Bool {
        day.number - (review.map { Day(of: $0.at) } ?? today).number < Reception.noticeDays
    }

    /// Nobody has looked at it since the rhythm made it, so the rhythm may still move it.
    var isUntouched: Bool { schedule != nil && !isEdited && !isCancelled && review == nil }

    /// The times a visitor may ask for, as minutes of the day.
    var slots: [Int] {
        guard slotMinutes > 0, hours.to - hours.from >= slotMinutes else { return [] }
        return Array(stride(from: hours.from, through: hours.to - slotMinutes, by: slotMinutes))
    }
}
