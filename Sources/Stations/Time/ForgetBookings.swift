import Database
import Directory
import Domain

/// Timed work: who asked for a time is forgotten 30 days after it: name, telephone and code go.
package enum ForgetBookings {
    private static let batch = 500

    package static func run(in installation: Installation, at now: Instant) async throws {
        while try await step(in: installation, at: now) == batch {}
    }

    private static func step(in installation: Installation, at now: Instant) async throws -> Int {
        try await installation.database.write { db in
            let kept = try installation.snapshot(in: db).rules(on: Day(of: now)).number(.bookingKeptDays)
            let limit = Day(of: now).adding(days: -kept)
            return try db.changed(
                """
                UPDATE booking SET name_sealed = NULL, phone_sealed = NULL, code_digest = NULL
                WHERE id IN (
                  SELECT id FROM booking WHERE code_digest IS NOT NULL AND day < \(limit.number) ORDER BY day
                  LIMIT \(batch))
                """)
        }
    }
}
