import Database
import Domain
import Synchronization

/// Keeps the newest atlas of a process. Nobody tells it anything: every use asks the database's one version row, so any
/// number of processes agree.
///
/// Sign-ins are the exception. An office can be reached for some days after one, so each moves an end that is weeks away;
/// if each changed the one row, all that come in one morning would stand in each other's way there, and every process
/// would read who can be reached after every one of them. So a sign-in changes the row only where otherwise nobody
/// could be reached any more by the end of tomorrow (`Atlas.isNews`), and every process reads anew on each new day:
/// what it does not know of today then makes no difference before it is read.
package final class DirectoryCache: Sendable {
    private struct Known: Sendable {
        var atlas: Atlas
        var day: Day
    }

    private let latest = Mutex<Known?>(nil)

    package init() {}

    /// The atlas as this transaction sees it on this day; its own writes included.
    package func atlas(in db: Transaction, on day: Day) throws -> Atlas {
        let known = latest.withLock { $0 }
        if let known, known.day == day, try known.atlas.version.isStillCurrent(in: db) { return known.atlas }
        let version = try DirectoryVersion.current(in: db)
        // Two requests may load at the same time; both are right, and the lock is never held during a query.
        let same = known?.atlas.version.places == version.places ? known?.atlas : nil
        let atlas = Atlas(
            version: version, places: try same?.places ?? PlaceTable.load(in: db),
            book: try same?.book ?? PolicyStore.load(in: db), reach: try ReachTable.load(in: db))
        latest.withLock { $0 = Known(atlas: atlas, day: day) }
        return atlas
    }
}
