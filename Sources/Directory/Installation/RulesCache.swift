import Database
import Domain
import Synchronization

/// Keeps the newest policies and calendar of a process. Their writers bump the directory's version, so the atlas that
/// was just asked for tells whether they still hold, without a statement of their own.
package final class RulesCache: Sendable {
    private struct Known: Sendable {
        var places: Int64
        var book: PolicyBook
        var calendar: WorkCalendar
    }

    private let latest = Mutex<Known?>(nil)

    package init() {}

    /// Policies and calendar beside this atlas, as this transaction sees them.
    func snapshot(beside atlas: Atlas, in db: Transaction) throws -> Snapshot {
        var known = latest.withLock { $0 }
        if known?.places != atlas.version.places { known = nil }
        let rules =
            try known
            ?? Known(
                places: atlas.version.places, book: PolicyStore.load(in: db), calendar: CalendarStore.load(in: db))
        if known == nil { latest.withLock { $0 = rules } }
        return Snapshot(atlas: atlas, book: rules.book, calendar: rules.calendar)
    }
}
