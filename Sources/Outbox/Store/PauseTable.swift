import Database
import Domain

/// A host that does not take anything now. The same for every process.
package struct ChannelPause: Hashable, Sendable {
    package var target: String
    package var until: Instant
    package var failures: Int
    package var reason: String
}

/// The rows of pauses; none for what works.
enum PauseTable {
    static func find(_ target: String, in db: Transaction) throws -> ChannelPause? {
        try db.row("SELECT paused_until, failures, reason FROM channel_pause WHERE target = \(target)").map { row in
            ChannelPause(target: target, until: Instant(ms: try row[0]), failures: try row[1], reason: try row[2])
        }
    }

    static func set(_ pause: ChannelPause, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO channel_pause (target, paused_until, failures, reason)
            VALUES (\(pause.target), \(pause.until.ms), \(pause.failures), \(pause.reason))
            ON CONFLICT (target) DO UPDATE SET paused_until = excluded.paused_until, failures = excluded.failures,
              reason = excluded.reason
            """)
    }

    static func clear(_ target: String, in db: Transaction) throws {
        try db.run("DELETE FROM channel_pause WHERE target = \(target)")
    }
}
