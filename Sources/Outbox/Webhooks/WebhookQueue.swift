import Database
import Domain

/// What receivers are to be told, in the order in which it happened to each matter. Written with the happening itself: a
/// cursor over the events would lose what a slower transaction commits behind it, since ids and moments of events are not
/// the order of their commits. Where nobody listens it is one look into an empty index.
package enum WebhookQueue {
    /// Puts a change before every receiver of these areas that chose its topic. A petition is told to nobody, nor is what
    /// the areas may not know of: they are those that may.
    package static func put(
        _ change: MatterChange, knownIn areas: [DivisionID], at now: Instant, in db: Transaction
    ) throws {
        let matter = change.matter
        guard matter.state != .referred, matter.closure != .petitionAnswered, !areas.isEmpty,
            let topic = WebhookTopic(change)
        else { return }
        let due = matter.mainClock?.deadline.dueOn
        try db.run(
            """
            INSERT INTO webhook_delivery (webhook, stream, sequence, topic, at, state, category, holder_organ,
              holder_station, due_on, attempts, next_at, outcome)
            SELECT w.id, \(matter.id), \(matter.version), \(topic.rawValue), \(now), \(matter.state.rawValue),
              \(matter.triage?.category.rawValue), \(matter.holder?.organ), \(matter.holder?.station), \(due), 0, \(now),
              'waiting'
            FROM webhook_topic t JOIN webhook w ON w.id = t.webhook
            WHERE t.topic = \(topic.rawValue) AND w.area IN \(list: areas)
            ON CONFLICT (webhook, stream, sequence) DO NOTHING
            """)
    }

    /// Asks a receiver whether it is there.
    package static func putTrial(for webhook: Int64, at now: Instant, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO webhook_delivery (webhook, stream, sequence, topic, at, state, attempts, next_at, outcome)
            VALUES (\(webhook), 0, \(now.ms), \(WebhookTopic.trial.rawValue), \(now),
              \(MatterState.registered.rawValue), 0, \(now), 'waiting')
            ON CONFLICT (webhook, stream, sequence) DO NOTHING
            """)
    }

    /// One that is to be sent.
    struct Due: Sendable {
        var stream: Int64
        var sequence: Int64
        var attempts: Int
        var topic: WebhookTopic
        var at: Instant
        var state: MatterState
        var category: Domain.Category?
        var holderOrgan: OrganID?
        var holderStation: StationID?
        var dueOn: Day?
    }

    /// The first that is due and has none of its own matter before it; nil when there is none.
    static func first(of webhook: Int64, at now: Instant, in db: Transaction) throws -> Due? {
        let found = try db.row(
            """
            SELECT d.stream, d.sequence, d.attempts, d.topic, d.at, d.state, d.category, d.holder_organ,
              d.holder_station, d.due_on
            FROM webhook_delivery d
            WHERE d.webhook = \(webhook) AND d.next_at <= \(now) AND (d.lease_until IS NULL OR d.lease_until <= \(now))
              AND NOT EXISTS (
                SELECT 1 FROM webhook_delivery e
                WHERE e.webhook = d.webhook AND e.stream = d.stream AND e.sequence < d.sequence
                  AND e.next_at IS NOT NULL)
            ORDER BY d.next_at, d.stream, d.sequence LIMIT 1
            """)
        guard let row = found else { return nil }
        guard let topic = WebhookTopic(rawValue: try row[3]), let state = MatterState(rawValue: try row[5]) else {
            throw DatabaseError.corrupt("webhook_delivery")
        }
        return Due(
            stream: try row[0], sequence: try row[1], attempts: try row[2], topic: topic, at: Instant(ms: try row[4]),
            state: state, category: (try row[6] as String?).flatMap(Domain.Category.init(rawValue:)),
            holderOrgan: try row[7], holderStation: try row[8],
            dueOn: (try row[9] as Int32?).map { Day(number: $0) })
    }

    /// Takes one, where no other worker has it.
    static func lease(
        _ due: Due, of webhook: Int64, until: Instant, token: [UInt8], at now: Instant, in db: Transaction
    ) throws -> Bool {
        try db.changed(
            """
            UPDATE webhook_delivery SET lease_until = \(until), lease_token = \(token), attempts = attempts + 1
            WHERE webhook = \(webhook) AND stream = \(due.stream) AND sequence = \(due.sequence)
              AND next_at IS NOT NULL AND (lease_until IS NULL OR lease_until <= \(now))
            """) == 1
    }

    /// Writes what became of it, where the lease still holds.
    static func finish(
        _ due: Due, of webhook: Int64, token: [UInt8], _ result: WebhookResult, nextAt: Instant?, at now: Instant,
        in db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE webhook_delivery SET lease_until = NULL, lease_token = NULL, next_at = \(nextAt), tried_at = \(now),
              status = \(result.status), took_ms = \(result.tookMs), outcome = \(result.outcome.rawValue)
            WHERE webhook = \(webhook) AND stream = \(due.stream) AND sequence = \(due.sequence)
              AND lease_token = \(token)
            """)
    }
}

/// What became of one try.
struct WebhookResult: Hashable, Sendable {
    var outcome: WebhookOutcome
    /// Of the answer, where there was one.
    var status: Int?
    var tookMs: Int64?
}

/// How far one delivery is. Stored, so never renamed.
package enum WebhookOutcome: String, CaseIterable, Sendable {
    case waiting, sent
    /// The receiver answered that it does not take it.
    case refused
    case noAnswer
    /// The address leads into a network that may not be spoken to.
    case forbidden
    /// Not to be told any more: it became a petition, or is not the receiver's to know.
    case dropped

    package var chinese: String {
        switch self {
        case .waiting: "等着发"
        case .sent: "对方已收"
        case .refused: "对方没有接收"
        case .noAnswer: "没有连上或没有回答"
        case .forbidden: "地址在内部网络，没有发"
        case .dropped: "不再发送"
        }
    }
}
