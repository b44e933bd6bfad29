import Database
import Domain
import Synchronization

/// Keeps the newest atlas of a process. Nobody tells it anything: every use asks the database's one version row, so any
/// number of processes agree.
package final class DirectoryCache: Sendable {
    private let latest = Mutex<Atlas?>(nil)

    package init() {}

    /// The atlas as this transaction sees it; its own writes included.
    package func atlas(in db: Transaction) throws -> Atlas {
        let version = try DirectoryVersion.current(in: db)
        let known = latest.withLock { $0 }
        if let known, known.version == version { return known }
        // Two requests may load at the same time; both are right, and the lock is never held during a query.
        let same = known?.version.places == version.places ? known : nil
        let atlas = Atlas(
            version: version, places: try same?.places ?? PlaceTable.load(in: db),
            book: try same?.book ?? PolicyStore.load(in: db), reach: try ReachTable.load(in: db))
        latest.withLock { $0 = atlas }
        return atlas
    }
}
