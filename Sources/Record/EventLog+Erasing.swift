import Database
import Domain
import Secrets

extension EventLog {
    /// Erases the texts of an event for good. The chain stays true: it keeps their commitment, whose salt goes with
    /// them. What is left is signed, so that nobody who can only reach the database passes off a deletion as this.
    package func erase(event: Int64, at now: Instant, in db: Transaction) throws {
        let mark = keys.sign(Erasure.bytes(event: event, at: now.ms), purpose: Erasure.purpose)
        try db.run(
            """
            UPDATE event_content SET sealed = NULL, erased_at = \(now.ms), erased_mark = \(mark)
            WHERE event = \(event) AND erased_at IS NULL
            """)
    }
}

/// What the signature of an erasure stands for.
enum Erasure {
    static let purpose: StaticString = "erasure"

    static func bytes(event: Int64, at: Int64) -> [UInt8] {
        var writer = ByteWriter(capacity: 16)
        writer.number(event)
        writer.number(at)
        return writer.bytes
    }
}
