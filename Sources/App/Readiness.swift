import Database
import Directory
import Domain

/// Whether a process can do its work, and what somebody should look after.
struct Readiness: Encodable, Sendable {
    /// The worker looks every second and notes it every minute; after this long it is not there.
    private static let lateSeconds: Int64 = 300
    /// The notice for the next year comes in November; a quarter ahead somebody should ask for it.
    private static let calendarDays = 92
    /// Whoever asks waits no longer, and takes silence for a dead process.
    static let patience = Duration.seconds(2)

    /// How busy the connections to the database are.
    struct Queue: Encodable, Sendable {
        var connections: Int
        var busy: Int
        var waiting: Int
    }

    /// One piece of timed work.
    struct Work: Encodable, Sendable {
        var name: String
        /// When it was last done; nil before the first time.
        var last_done: String?
        /// How long it has been due; 0 while it is not.
        var late_seconds: Int64
        /// How often it has failed since it was last done.
        var failures: Int
    }

    var status: String
    var database: String
    var engine: String
    var queue: Queue
    /// The last day for which working days are known; later deadlines are provisional.
    var calendar_until: String?
    var calendar: String?
    var last_tick: String?
    var worker: String?
    var work: [Work]?
    /// Stations that are open, and how many of them take nothing in because nobody there can be reached.
    var stations_open: Int?
    var stations_unreachable: Int?

    static func now(_ installation: Installation, _ works: [TimedWork]) async -> Readiness {
        let found = await within(patience) {
            try? await installation.database.read { db in
                (try installation.snapshot(in: db), try JobTable.entries(in: db))
            }
        }
        var readiness = Readiness(installation.database)
        guard let found, let (snapshot, entries) = found else { return readiness }
        readiness.tell(snapshot, at: installation.now())
        readiness.tell(entries, works, at: installation.now())
        return readiness
    }

    private init(_ database: any DatabaseEngine) {
        let load = database.figures.load
        status = "not ready"
        self.database = "no answer"
        engine = database.kind.rawValue
        queue = Queue(connections: load.connections, busy: load.busy, waiting: load.waiting)
    }

    private mutating func tell(_ snapshot: Snapshot, at now: Instant) {
        status = "ready"
        database = "ok"
        let last = Day(snapshot.calendar.coveredYears.upperBound, 12, 31)
        calendar_until = last.iso
        calendar = Day(of: now).adding(days: Self.calendarDays) <= last ? "ok" : "ends soon"
        let atlas = snapshot.atlas
        let open = (atlas.root.map { atlas.stations(within: $0.id) } ?? []).filter { $0.status == .open }
        stations_open = open.count
        stations_unreachable = open.count { !atlas.isOpen($0.id, at: now) }
    }

    private mutating func tell(_ entries: [String: JobTable.Entry], _ works: [TimedWork], at now: Instant) {
        work = works.map { work in
            let entry = entries[work.name]
            let isDone = entry.map { $0.attempts == 0 && $0.dueAt.ms > 0 } ?? false
            return Work(
                name: work.name,
                last_done: isDone ? entry?.dueAt.adding(seconds: -work.intervalSeconds).iso : nil,
                late_seconds: entry.map { max(0, (now.ms - $0.dueAt.ms) / 1000) } ?? 0,
                failures: entry?.attempts ?? 0)
        }
        let tick = entries[Schedule.tick]?.dueAt.adding(seconds: -60)
        last_tick = tick?.iso
        worker = tick.map { now <= $0.adding(seconds: Self.lateSeconds) } ?? false ? "ok" : "missing"
    }

    /// Nil when it took too long; what was begun goes on behind, because a database cannot be interrupted.
    static func within<T: Sendable>(
        _ duration: Duration, _ body: @escaping @Sendable () async -> T
    ) async -> T? {
        let (results, first) = AsyncStream<T?>.makeStream()
        let work = Task { first.yield(await body()) }
        let clock = Task {
            try? await Task.sleep(for: duration)
            first.yield(nil)
        }
        defer {
            clock.cancel()
            work.cancel()
        }
        for await result in results { return result }
        return nil
    }
}
