import Database
import Domain

/// What was sent to a receiver and what still waits, as its page shows it.
package struct WebhookLog: Sendable {
    package struct Line: Sendable {
        package var at: Instant
        /// Nil for a trial, and for what has become a petition since.
        package var number: MatterNumber?
        package var topic: WebhookTopic
        package var outcome: WebhookOutcome
        package var attempts: Int
        package var triedAt: Instant?
        package var status: Int?
        package var tookMs: Int64?
    }

    package static let most = 50

    package let newest: [Line]
    /// The longest waiting first.
    package let waiting: [Line]

    package init(of webhook: Int64, in db: Transaction) throws {
        newest = try Self.lines("d.webhook = \(webhook) ORDER BY d.at DESC, d.stream DESC, d.sequence DESC", in: db)
        waiting = try Self.lines(
            "d.webhook = \(webhook) AND d.next_at IS NOT NULL ORDER BY d.next_at, d.stream, d.sequence", in: db)
    }

    private static func lines(_ condition: SQL, in db: Transaction) throws -> [Line] {
        try db.rows(
            """
            SELECT d.at, d.topic, d.outcome, d.attempts, d.tried_at, d.status, d.took_ms, m.number, m.state, m.closure
            FROM webhook_delivery d LEFT JOIN matter m ON m.id = d.stream
            WHERE \(condition) LIMIT \(most)
            """
        ).map { row in
            guard let topic = WebhookTopic(rawValue: try row[1]), let outcome = WebhookOutcome(rawValue: try row[2])
            else { throw DatabaseError.corrupt("webhook_delivery") }
            return Line(
                at: Instant(ms: try row[0]), number: try number(row), topic: topic, outcome: outcome,
                attempts: try row[3], triedAt: (try row[4] as Int64?).map { Instant(ms: $0) }, status: try row[5],
                tookMs: try row[6])
        }
    }

    private static func number(_ row: Row) throws -> MatterNumber? {
        let (state, closure): (String?, String?) = (try row[8], try row[9])
        guard state != MatterState.referred.rawValue, closure != Closure.petitionAnswered.rawValue else { return nil }
        return (try row[7] as String?).flatMap { MatterNumber(stored: $0) }
    }
}
