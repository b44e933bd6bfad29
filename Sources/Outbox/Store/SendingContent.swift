import Database
import Domain
import Secrets

/// A sending with everything it tells: what is needed to compose it, for the wire or for a page.
package struct SendingContent: Sendable {
    package var id: Int64
    package var channel: ChannelKind
    package var area: DivisionID
    package var station: StationID?
    package var organ: OrganID?
    package var state: SendingState
    package var attempts: Int
    package var nextAt: Instant?
    package var isUncertain: Bool
    package var createdAt: Instant
    package var endedAt: Instant?
    package var via: String?
    package var providerID: String?
    package var cost: Int
    package var reason: String
    /// The text it went with; nil for the built-in one, and before it went.
    package var template: Int64?
    package var version: Int64
    /// More than one in a digest.
    package var messages: [StoredMessage]

    /// The one that decides about recipient and area.
    package var lead: StoredMessage { messages[0] }
}

extension SendingContent {
    static let columns: SQL = """
        s.id, s.channel, s.area, s.station, s.organ, s.state, s.attempts, s.next_at, s.is_uncertain, s.created_at,
        s.ended_at, s.via, s.provider_id, s.cost, s.reason, s.template, s.version
        """
    static let columnCount = 17

    /// Those with these ids, in this order.
    package static func load(_ ids: [Int64], in db: Transaction, keys: KeyRing) throws -> [SendingContent] {
        guard !ids.isEmpty else { return [] }
        var found: [Int64: SendingContent] = [:]
        let rows = try db.rows(
            """
            SELECT \(columns), \(StoredMessage.columns)
            FROM sending s JOIN sending_message x ON x.sending = s.id JOIN message g ON g.id = x.message
            \(StoredMessage.joins)
            WHERE s.id IN \(list: ids) ORDER BY s.id, g.not_before, g.id
            """)
        for row in rows {
            let message = try StoredMessage(row, from: columnCount, keys: keys)
            let id: Int64 = try row[0]
            if found[id] == nil {
                found[id] = try SendingContent(row, first: message)
            } else {
                found[id]?.messages.append(message)
            }
        }
        return ids.compactMap { found[$0] }
    }

    private init(_ row: Row, first: StoredMessage) throws {
        id = try row[0]
        channel = try row[1]
        area = try row[2]
        station = try row[3]
        organ = try row[4]
        state = try row[5]
        attempts = try row[6]
        nextAt = (try row[7] as Int64?).map(Instant.init(ms:))
        isUncertain = try row[8]
        createdAt = Instant(ms: try row[9])
        endedAt = (try row[10] as Int64?).map(Instant.init(ms:))
        via = try row[11]
        providerID = try row[12]
        cost = try row[13]
        reason = try row[14]
        template = try row[15]
        version = try row[16]
        messages = [first]
    }
}
