import Directory
import Domain
import Matters

/// One piece of timed work. It takes the moment, works in batches, looks again before it changes anything, and may run
/// twice without harm.
package struct TimedWork: Sendable {
    package typealias Operation = @Sendable (_ installation: Installation, _ now: Instant) async throws -> Void

    /// Stored in `job.name`: never changed.
    package let name: String
    package let intervalSeconds: Int64
    package let operation: Operation

    package init(_ name: String, everySeconds: Int64, _ operation: @escaping Operation) {
        self.name = name
        intervalSeconds = everySeconds
        self.operation = operation
    }
}

/// All timed work of the system.
package enum Schedule {
    /// Done last in every round, so its row tells when the last round ended.
    package static let tick = "tick"

    static func works(_ features: Features) -> [TimedWork] {
        [
            TimedWork("watchClocks", everySeconds: 60) { try await WatchClocks.run(in: $0, at: $1) },
            TimedWork("recomputeClocks", everySeconds: 300) { try await RecomputeClocks.run(in: $0, at: $1) },
            TimedWork("relieveHolders", everySeconds: 3600) { try await RelieveHolders.run(in: $0, at: $1) },
            TimedWork("archiveClosed", everySeconds: 3600) { try await ArchiveClosed.run(in: $0, at: $1) },
            TimedWork("foldCounters", everySeconds: 60) { try await FoldCounters.run(in: $0, at: $1) },
            TimedWork("purgeSessions", everySeconds: 3600) { installation, now in
                _ = try await installation.database.write { db in try Sessions.purge(at: now, in: db) }
            },
            TimedWork("purgeLinks", everySeconds: 3600) { installation, now in
                try await OneTimeLinks.purge(in: installation, at: now)
                try await installation.database.write { db in try SignInCodes.purge(at: now, in: db) }
            },
            TimedWork("purgeRates", everySeconds: 3600) { installation, now in
                _ = try await installation.database.write { db in try RateLimits.purge(at: now, in: db) }
            },
            TimedWork("purgeIdempotency", everySeconds: 3600) { installation, now in
                _ = try await installation.database.write { db in
                    let days = try installation.snapshot(in: db).rules(on: Day(of: now)).number(.idempotencyDays)
                    return try Idempotency.purge(olderThan: days, at: now, in: db)
                }
            },
            TimedWork(tick, everySeconds: 60) { _, _ in },
        ]
    }
}
