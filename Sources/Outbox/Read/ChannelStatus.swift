import Database
import Domain

/// How one way out fares, for the page of the outbox.
package struct ChannelStatus: Sendable {
    package var kind: ChannelKind
    package var spoken: String
    package var isReal: Bool
    /// Set while its host takes nothing.
    package var pause: ChannelPause?

    /// All of them, by one question.
    package static func all(of channels: Channels, in db: Transaction) throws -> [ChannelStatus] {
        let ways = ChannelKind.sent.compactMap { kind in channels[kind].map { (kind, $0) } }
        let pauses = try db.rows(
            """
            SELECT target, paused_until, failures, reason FROM channel_pause
            WHERE target IN \(list: ways.map { $0.1.target })
            """
        ).map { row in
            ChannelPause(
                target: try row[0], until: Instant(ms: try row[1]), failures: try row[2], reason: try row[3])
        }
        return ways.map { kind, channel in
            ChannelStatus(
                kind: kind, spoken: channel.spoken, isReal: channel.isReal,
                pause: pauses.first { $0.target == channel.target })
        }
    }
}
