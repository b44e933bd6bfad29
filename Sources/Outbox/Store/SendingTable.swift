import Database
import Domain
import Secrets

/// The rows of sendings: one for each message and way.
enum SendingTable {
    /// Where the sending belongs, for those who look after it.
    struct Place: Hashable, Sendable {
        var area: DivisionID
        var station: StationID?
        var organ: OrganID?
    }

    static func insert(
        _ id: Int64, of messages: [StoredMessage], by channel: ChannelKind, place: Place, at now: Instant,
        in db: Transaction
    ) throws {
        guard let lead = messages.first else { return }
        let state: SendingState = channel.isByHand ? .byHand : .waiting
        try db.run(
            """
            INSERT INTO sending (id, message, channel, area, station, organ, state, attempts, next_at, is_uncertain,
              created_at, by_hand_since, cost, reason, version)
            VALUES (\(id), \(lead.id), \(channel), \(place.area), \(place.station), \(place.organ), \(state), 0,
              \(channel.isByHand ? nil : now.ms), 0, \(now.ms),
              \(channel.isByHand ? now.ms : nil), 0, '', 1)
            """)
        let members: [SQL] = messages.map { "(\(id), \($0.id))" }
        try db.run("INSERT INTO sending_message (sending, message) VALUES " + members.joined(by: ", "))
    }

    /// Takes some of what is due by one way, for whoever holds the token, until a moment. Who took it before and never
    /// came back may have sent it: that is marked.
    static func take(
        _ channel: ChannelKind, most: Int, token: [UInt8], until: Instant, at now: Instant, in db: Transaction
    ) throws -> [Int64] {
        let due = try db.rows(
            """
            SELECT id FROM sending WHERE channel = \(channel) AND next_at <= \(now.ms)
            ORDER BY next_at, id LIMIT \(most)
            """)
        return try due.map { row in try row[0] as Int64 }.filter { id in
            try db.changed(
                """
                UPDATE sending SET next_at = \(until.ms), started_at = \(now.ms), attempts = attempts + 1,
                  is_uncertain = CASE WHEN lease_token IS NULL THEN is_uncertain ELSE 1 END, lease_token = \(token)
                WHERE id = \(id) AND next_at <= \(now.ms)
                """) == 1
        }
    }

    /// Writes down what became of a try, if it is still held by the token. False when it is not.
    static func record(_ end: TryEnd, of id: Int64, token: [UInt8], at now: Instant, in db: Transaction) throws -> Bool
    {
        try db.changed(
            """
            UPDATE sending SET state = \(end.state), next_at = \(end.nextAt?.ms), lease_token = NULL,
              is_uncertain = CASE WHEN \(end.isUncertain) = 1 THEN 1 ELSE is_uncertain END,
              ended_at = \(end.state == .sent || end.state == .givenUp ? now.ms : nil), via = \(end.via),
              provider_id = \(end.providerID), cost = cost + \(end.cost), reason = \(end.reason),
              template = \(end.template), version = version + 1
            WHERE id = \(id) AND lease_token = \(token)
            """) == 1
    }
}

/// What is written down after one try.
struct TryEnd: Sendable {
    var state: SendingState
    var nextAt: Instant?
    var via: String?
    var providerID: String?
    /// In 厘.
    var cost = 0
    var reason = ""
    var isUncertain = false
    var template: Int64?
}
