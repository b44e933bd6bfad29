import Database
import Domain
import Secrets

/// 站内消息: what stands in the inbox of a person, newest first. One-time links are not among it: whoever reads here is
/// signed in, and what the link was sent for stands here as a message of its own.
package enum Inbox {
    /// Older messages are gone.
    package static let keptDays = 180

    /// Where a page of it ends.
    package struct Position: Sendable {
        package var notBefore: Instant
        package var id: Int64

        package init(notBefore: Instant, id: Int64) {
            self.notBefore = notBefore
            self.id = id
        }
    }

    package static func messages(
        of person: PersonID, after position: Position?, most: Int, at now: Instant, in db: Transaction, keys: KeyRing
    ) throws -> [StoredMessage] {
        let earliest = now.adding(seconds: -Int64(keptDays) * 86_400)
        let latest = position?.notBefore ?? now
        return try db.rows(
            """
            SELECT \(StoredMessage.columns) FROM message g \(StoredMessage.joins)
            WHERE g.person = \(person) AND g.not_before > \(earliest.ms) AND g.not_before <= \(latest.ms)
              AND g.kind <> \(MessageKind.oneTimeLink.rawValue)
              AND (g.not_before < \(latest.ms) OR g.id < \(position?.id ?? .max))
            ORDER BY g.not_before DESC, g.id DESC LIMIT \(most)
            """
        ).map { try StoredMessage($0, keys: keys) }
    }

    /// Everything up to a moment has been seen. Twice is no fault.
    package static func read(_ person: PersonID, upTo seen: Instant, at now: Instant, in db: Transaction) throws {
        try db.run(
            """
            UPDATE message SET read_at = \(now.ms)
            WHERE person = \(person) AND read_at IS NULL AND not_before <= \(min(seen, now).ms)
            """)
    }
}
