import Database
import Directory
import Domain
import Record

/// Decides by which ways each message leaves that is due, and what is told in one go. Timed work; may run twice and
/// anywhere at the same time: a message is decided by whoever takes its `due_at` away.
package enum DecideWays {
    private static let batch = 50

    /// Until nothing is due any more.
    package static func run(in installation: Installation, at now: Instant, through channels: Channels) async throws {
        while try await decideSome(in: installation, at: now, through: channels) == batch {
            try Task.checkCancellation()
        }
    }

    private static func decideSome(
        in installation: Installation, at now: Instant, through channels: Channels
    ) async throws -> Int {
        let keys = installation.keys
        // Without anything to do nobody is kept from writing.
        let count = try await installation.database.read { db in
            try db.rows("SELECT id FROM message WHERE due_at <= \(now.ms) LIMIT 1").count
        }
        guard count > 0 else { return 0 }
        let leased = try await installation.ids.take(batch * 4)
        return try await installation.database.write { db in
            var round = DecisionRound(
                db: db, snapshot: try installation.snapshot(in: db), keys: keys, now: now,
                isTexting: channels.isReal(.sms), ids: leased)
            let due = try MessageTable.due(at: now, most: batch, in: db, keys: keys)
            for message in due { try round.decide(message) }
            return due.count
        }
    }
}
