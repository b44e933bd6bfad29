import Database
import Directory
import Domain
import Logging
import Record

/// Sends what is due. Timed work; any number of workers may do it at the same time. A try is taken with a token for a
/// while, made outside of any transaction, and its result is written down only if the token still holds. Who died in
/// between may have sent it: the next try carries the same reference, by which the peer knows it again.
package enum DeliverMessages {
    /// Small, so that it is over long before the hold on it ends.
    private static let batch = 8
    static let leaseSeconds: Int64 = 180
    /// A worker has other work, too.
    private static let mostBatches = 25

    /// Decides what is due, then sends, each way by itself: a slow one keeps nobody else waiting.
    package static func run(in installation: Installation, at now: Instant, through channels: Channels) async throws {
        try await DecideWays.run(in: installation, at: now, through: channels)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for kind in ChannelKind.sent {
                guard let channel = channels[kind] else { continue }
                group.addTask {
                    let delivery = Delivery(kind: kind, channel: channel, installation: installation, now: now)
                    for _ in 0..<mostBatches {
                        guard try await delivery.sendSome(most: batch) else { return }
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
