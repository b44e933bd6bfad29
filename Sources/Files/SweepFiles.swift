import Database
import Domain
import Record

/// Takes away the bytes that no row names: those whose last row went, at once, and those that were kept and never named,
/// after a day. Timed work; may run twice.
package enum SweepFiles {
    private static let batch = 200
    private static let graceSeconds: Int64 = 86_400

    /// What rows have let go.
    package static func loose(_ store: FileStore, in database: any DatabaseEngine, at now: Instant) async throws {
        while true {
            let digests = try await database.write { db in try ContentTable.sweepLoose(batch, at: now, in: db) }
            for digest in digests { try await store.place.remove(digest) }
            if digests.count < batch { return }
        }
    }

    /// What was kept and never named: looks through the whole place.
    package static func unnamed(_ store: FileStore, in database: any DatabaseEngine, at now: Instant) async throws {
        let moment = now.adding(seconds: -graceSeconds)
        try await database.write { db in
            try ContentTable.forgetSwept(before: now.adding(seconds: -7 * graceSeconds), in: db)
        }
        for byte in UInt8.min...UInt8.max {
            let there = try await store.place.digests(beginningWith: byte, before: moment)
            for start in stride(from: 0, to: there.count, by: batch) {
                let some = Array(there[start..<min(start + batch, there.count)])
                let unnamed = try await database.write { db in try ContentTable.sweepUnnamed(some, at: now, in: db) }
                for digest in unnamed { try await store.place.remove(digest) }
            }
        }
    }
}
