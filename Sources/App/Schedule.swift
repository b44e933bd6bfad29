import Directory
import Domain
import Files
import Matters
import Outbox
import Publicity
import Stations

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

    static func works(_ features: Features, channels: Channels) -> [TimedWork] {
        [
            TimedWork("watchClocks", everySeconds: 60) { try await WatchClocks.run(in: $0, at: $1) },
            TimedWork("recomputeClocks", everySeconds: 300) { try await RecomputeClocks.run(in: $0, at: $1) },
            TimedWork("relieveHolders", everySeconds: 3600) { try await RelieveHolders.run(in: $0, at: $1) },
            TimedWork("archiveClosed", everySeconds: 3600) { try await ArchiveClosed.run(in: $0, at: $1) },
            TimedWork("tellDueToday", everySeconds: 600) { try await TellDueToday.run(in: $0, at: $1) },
            TimedWork("tellFollowers", everySeconds: 60) { try await TellFollowers.run(in: $0, at: $1) },
            TimedWork("sendWebhooks", everySeconds: 5) { try await SendWebhooks.run(in: $0, at: $1) },
            TimedWork("foldCounters", everySeconds: 60) { try await FoldCounters.run(in: $0, at: $1) },
            TimedWork("sweepLooseFiles", everySeconds: 3600) {
                try await SweepFiles.loose(features.files, in: $0.database, at: $1)
            },
            TimedWork("sweepUnnamedFiles", everySeconds: 86_400) {
                try await SweepFiles.unnamed(features.files, in: $0.database, at: $1)
            },
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
            TimedWork("tellStuck", everySeconds: 600) { try await TellStuck.run(in: $0, at: $1) },
            TimedWork("forgetMessages", everySeconds: 3600) { try await ForgetMessages.run(in: $0, at: $1) },
            TimedWork("deliverMessages", everySeconds: 5) { installation, now in
                try await DeliverMessages.run(in: installation, at: now, through: channels)
            },
            TimedWork("planReceptions", everySeconds: 3600) { try await PlanReceptions.run(in: $0, at: $1) },
            TimedWork("announceReceptions", everySeconds: 600) { try await AnnounceReceptions.run(in: $0, at: $1) },
            TimedWork("remindReceptions", everySeconds: 600) { try await RemindReceptions.run(in: $0, at: $1) },
            TimedWork("forgetBookings", everySeconds: 3600) { try await ForgetBookings.run(in: $0, at: $1) },
            TimedWork("noteVillages", everySeconds: 3600) { try await NoteVillages.run(in: $0, at: $1) },
            TimedWork("forgetSlipCodes", everySeconds: 3600) { try await ForgetSlipCodes.run(in: $0, at: $1) },
            TimedWork(tick, everySeconds: 60) { _, _ in },
        ]
    }
}
