import Database
import Domain
import Record
import Secrets

/// What every feature is given: the database, the keys, the clock and what is looked up all the time. Made once by App
/// (and by each test) and passed on by value; it holds no state that another process would need.
package struct Installation: Sendable {
    package let database: any DatabaseEngine
    package let keys: KeyRing
    package let ids: IDSource
    package let settings: InstallationSettings
    package let directory: DirectoryCache
    package let passwords: PasswordWork
    private let clock: @Sendable () -> Instant
    private let waiting: @Sendable (Duration) async throws -> Void
    private let calendars = CalendarCache()

    /// `pause` slows down repeated sign-ins; tests replace it together with the clock.
    package init(
        database: any DatabaseEngine, keys: KeyRing, settings: InstallationSettings,
        directory: DirectoryCache = DirectoryCache(), passwords: PasswordWork = PasswordWork(),
        clock: @escaping @Sendable () -> Instant,
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.database = database
        self.keys = keys
        self.settings = settings
        self.directory = directory
        self.passwords = passwords
        self.clock = clock
        waiting = pause
        ids = IDSource(database)
    }

    /// This moment. Asked outside transactions and passed in, because their closures may run twice.
    package func now() -> Instant { clock() }

    /// Events of every stream.
    package var log: EventLog { EventLog(keys: keys) }

    /// Tries counted in the database.
    package var limits: RateLimits { RateLimits(keys: keys) }

    /// Places, policies and calendar as this transaction sees them: one statement while nothing changed. The clock only
    /// tells when a new day has begun.
    package func snapshot(in db: Transaction) throws -> Snapshot {
        let atlas = try directory.atlas(in: db, on: Day(of: now()))
        return Snapshot(atlas: atlas, book: atlas.book, calendar: try calendars.calendar(beside: atlas, in: db))
    }

    /// The same in a read of its own, for pages that need nothing else.
    package func snapshot() async throws -> Snapshot {
        try await database.read { db in try snapshot(in: db) }
    }

    func pause(_ duration: Duration) async throws {
        try await waiting(duration)
    }
}
