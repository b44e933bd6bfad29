import Database
import Directory
import Domain
import Outbox
import Secrets

/// What the page of the outbox shows, within a lens.
struct OutboxQuery: Sendable {
    /// Which rows are listed.
    enum Part: String, CaseIterable, Sendable {
        case stuck, waiting, byHand, ended

        var chinese: String {
            switch self {
            case .stuck: "没发成的"
            case .waiting: "等着发的"
            case .byHand: "等人告知的"
            case .ended: "近 31 天发出的"
            }
        }

        var states: [SendingState] {
            switch self {
            case .stuck: [.givenUp, .failed]
            case .waiting: [.waiting]
            case .byHand: [.byHand]
            case .ended: [.sent, .done]
            }
        }
    }

    struct Count: Sendable {
        var state: SendingState
        var channel: ChannelKind
        var total: Int
    }

    struct Total: Sendable {
        var channel: ChannelKind
        var kind: MessageKind
        var outcome: SendingState
        var total: Int
        /// In 厘.
        var cost: Int
    }

    static let most = 50

    let lens: OutboxLens
    let part: Part

    /// How many are in which state and not at their end yet.
    func counts(in db: Transaction) throws -> [Count] {
        // The states stand in the text: an engine then knows that of many sendings few are open.
        try db.rows(
            """
            SELECT s.state, s.channel, COUNT(*) FROM sending s JOIN message g ON g.id = s.message
            LEFT JOIN matter t ON t.id = g.matter
            WHERE s.state IN ('waiting', 'failed', 'givenUp', 'byHand') AND \(lens.condition) GROUP BY s.state, s.channel
            """
        ).map { Count(state: try $0[0], channel: try $0[1], total: try $0[2]) }
    }

    /// The rows of the part, newest first, one more than are shown.
    func sendings(
        after cursor: (sortKey: Int64, id: Int64)?, at now: Instant, in db: Transaction, keys: KeyRing
    ) throws -> [SendingContent] {
        let ids: [Int64]
        switch part {
        case .stuck, .waiting, .byHand:
            ids = try db.rows(
                """
                SELECT s.id FROM sending s JOIN message g ON g.id = s.message LEFT JOIN matter t ON t.id = g.matter
                WHERE s.state IN \(list: part.states) AND \(lens.condition) AND s.id < \(cursor?.id ?? .max)
                ORDER BY s.id DESC LIMIT \(Self.most + 1)
                """
            ).map { try $0[0] }
        case .ended: ids = try ended(after: cursor, at: now, in: db)
        }
        return try SendingContent.load(ids, in: db, keys: keys)
    }

    /// By the moment at which they ended and never far back: a province's are many.
    private func ended(
        after cursor: (sortKey: Int64, id: Int64)?, at now: Instant, in db: Transaction
    ) throws -> [Int64] {
        let earliest = now.adding(seconds: -31 * 86_400).ms
        let latest = cursor?.sortKey ?? now.ms
        return try db.rows(
            """
            SELECT s.id FROM sending s JOIN message g ON g.id = s.message LEFT JOIN matter t ON t.id = g.matter
            WHERE s.ended_at > \(earliest) AND s.ended_at <= \(latest)
              AND (s.ended_at < \(latest) OR s.id < \(cursor?.id ?? .max))
              AND s.state IN \(list: part.states) AND \(lens.condition)
            ORDER BY s.ended_at DESC, s.id DESC LIMIT \(Self.most + 1)
            """
        ).map { try $0[0] }
    }

    /// What ended in a month, by way and kind; for areas only.
    func totals(month: Int, in db: Transaction) throws -> [Total] {
        guard case .area(let area, let seesAllCosts) = lens else { return [] }
        return try db.rows(
            """
            SELECT channel, kind, outcome, SUM(CASE WHEN is_kept = 0 THEN total ELSE 0 END),
              SUM(CASE WHEN is_kept = 0 OR \(seesAllCosts) = 1 THEN cost ELSE 0 END)
            FROM sending_tally WHERE area = \(area) AND month = \(month) GROUP BY channel, kind, outcome
            """
        ).compactMap { row in
            guard let kind = MessageKind(rawValue: try row[1]) else { return nil }
            return Total(
                channel: try row[0], kind: kind, outcome: try row[2], total: try row[3], cost: try row[4])
        }
    }

    /// One row, when it lies within the lens.
    func sending(_ id: Int64, in db: Transaction, keys: KeyRing) throws -> SendingContent {
        let found = try db.row(
            """
            SELECT s.id FROM sending s JOIN message g ON g.id = s.message LEFT JOIN matter t ON t.id = g.matter
            WHERE s.id = \(id) AND \(lens.condition)
            """)
        guard found != nil, let content = try SendingContent.load([id], in: db, keys: keys).first else {
            throw NotFound()
        }
        return content
    }
}
