import Directory
import Domain

/// Deputies receive people (代表接待群众): a day, hours, a place, who is there, and what it is about.
package struct Reception: Hashable, Sendable {
    package enum State: Sendable {
        case waiting, published, cancelled
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

    package init(
        id: Int64, station: StationID, day: Day, hours: ReceptionHours, place: String, scope: String = "",
        writtenBy: AccountID? = nil, writtenAt: Instant, review: Review? = nil, isCancelled: Bool = false,
        cancelReason: String? = nil, version: Int64 = 1
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
    }

    package var state: State {
        if isCancelled { return .cancelled }
        return review == nil ? .waiting : .published
    }

    /// Announced too late, or not yet announced though it is time: flagged, never hidden.
    func isNoticeShort(on today: Day) -> Bool {
        day.number - (review.map { Day(of: $0.at) } ?? today).number < Reception.noticeDays
    }
}
