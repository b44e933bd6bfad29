import Database
import Domain
import Synchronization

/// Keeps the newest calendar of a process. Its writer bumps the directory's version, so the atlas that was just asked
/// for tells whether it still holds, without a statement of its own.
final class CalendarCache: Sendable {
    private struct Known: Sendable {
        var places: Int64
        var calendar: WorkCalendar
    }

    private let latest = Mutex<Known?>(nil)

    /// The working days beside this atlas, as this transaction sees them.
    func calendar(beside atlas: Atlas, in db: Transaction) throws -> WorkCalendar {
        if let known = latest.withLock({ $0 }), known.places == atlas.version.places { return known.calendar }
        let calendar = try CalendarStore.load(in: db)
        latest.withLock { $0 = Known(places: atlas.version.places, calendar: calendar) }
        return calendar
    }
}
