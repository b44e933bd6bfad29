import Database
import Domain
import Record
import Secrets

/// The rows of receivers. A secret is an envelope and leaves it to sign, and once to be shown.
package enum WebhookTable {
    /// How long the earlier secret signs beside a new one.
    package static let overlapSeconds: Int64 = 86_400

    private static let columns: SQL =
        "w.id, w.area, w.name, w.address, w.map, w.is_paused, w.failures, w.resume_at, w.version"

    /// All there are, in the order of their making; there are few.
    package static func all(in db: Transaction) throws -> [Webhook] {
        try webhooks(db.rows("SELECT \(columns) FROM webhook w WHERE w.id > 0 ORDER BY w.id"), in: db)
    }

    package static func find(_ id: Int64, in db: Transaction) throws -> Webhook? {
        try webhooks(db.rows("SELECT \(columns) FROM webhook w WHERE w.id = \(id)"), in: db).first
    }

    /// Those that may be sent to now.
    static func ready(at now: Instant, in db: Transaction) throws -> [Webhook] {
        let rows = try db.rows(
            """
            SELECT \(columns) FROM webhook w WHERE w.id > 0 AND w.is_paused = 0 AND w.resume_at <= \(now)
              AND EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.webhook = w.id AND d.next_at <= \(now))
            ORDER BY w.id
            """)
        return try webhooks(rows, in: db)
    }

    private static func webhooks(_ rows: [Row], in db: Transaction) throws -> [Webhook] {
        guard !rows.isEmpty else { return [] }
        let ids: [Int64] = try rows.map { try $0[0] }
        let chosen = try db.rows("SELECT webhook, topic FROM webhook_topic WHERE webhook IN \(list: ids)")
        let topics = try Dictionary(grouping: chosen) { try $0[0] as Int64 }
            .mapValues { try Set($0.compactMap { WebhookTopic(rawValue: try $0[1]) }) }
        return try rows.map { row in
            let id: Int64 = try row[0]
            guard let address = WebhookAddress(stored: try row[3]), let map = WebhookMap(rawValue: try row[4]) else {
                throw DatabaseError.corrupt("webhook")
            }
            return Webhook(
                id: id, area: try row[1], name: try row[2], address: address, map: map, topics: topics[id] ?? [],
                isPaused: try row[5], failures: try row[6], resumesAt: Instant(ms: try row[7]), version: try row[8])
        }
    }

    package static func insert(
        _ webhook: Webhook, secret: WebhookSecret, by account: AccountID, at now: Instant, in db: Transaction,
        keys: KeyRing
    ) throws {
        try db.run(
            """
            INSERT INTO webhook (id, area, name, address, map, secret_sealed, is_paused, failures, resume_at, created_by,
              created_at, version)
            VALUES (\(webhook.id), \(webhook.area), \(webhook.name), \(webhook.address.text), \(webhook.map.rawValue),
              \(secret.sealed(for: webhook.id, keys: keys)), 0, 0, 0, \(account), \(now), 1)
            """)
        try putTopics(webhook, in: db)
    }

    /// Name, address, words and topics. What waits already is sent as it was chosen when it happened.
    package static func update(_ webhook: Webhook, in db: Transaction) throws {
        try change(
            webhook, "name = \(webhook.name), address = \(webhook.address.text), map = \(webhook.map.rawValue)", db)
        try db.run("DELETE FROM webhook_topic WHERE webhook = \(webhook.id)")
        try putTopics(webhook, in: db)
    }

    /// What waits goes on waiting; when it is resumed, it is tried at once.
    package static func pause(_ webhook: Webhook, _ isPaused: Bool, in db: Transaction) throws {
        try change(webhook, "is_paused = \(isPaused), failures = 0, resume_at = 0", db)
    }

    /// A new secret; the one before it signs too, until the receiver has learnt the new one.
    package static func rotate(
        _ webhook: Webhook, to secret: WebhookSecret, at now: Instant, in db: Transaction, keys: KeyRing
    ) throws {
        let old = try secrets(of: webhook.id, at: now, in: db, keys: keys).first
        try change(
            webhook,
            """
            secret_sealed = \(secret.sealed(for: webhook.id, keys: keys)),
            earlier_secret_sealed = \(old?.sealedEarlier(for: webhook.id, keys: keys)),
            earlier_until = \(old.map { _ in now.adding(seconds: overlapSeconds) })
            """, db)
    }

    package static func delete(_ webhook: Webhook, in db: Transaction) throws {
        try change(webhook, "is_paused = 1", db)
        try db.run("DELETE FROM webhook_delivery WHERE webhook = \(webhook.id)")
        try db.run("DELETE FROM webhook_topic WHERE webhook = \(webhook.id)")
        try db.run("DELETE FROM webhook WHERE id = \(webhook.id)")
    }

    /// The one that holds first.
    static func secrets(
        of id: Int64, at now: Instant, in db: Transaction, keys: KeyRing
    ) throws -> [WebhookSecret] {
        let found = try db.row(
            "SELECT secret_sealed, earlier_secret_sealed, earlier_until FROM webhook WHERE id = \(id)")
        guard let row = found else { return [] }
        let newest = try keys.openText(try row[0], table: "webhook", column: "secret", row: id)
        guard let earlier: [UInt8] = try row[1], let until: Int64 = try row[2], now.ms < until else {
            return [WebhookSecret(newest)]
        }
        let before = try keys.openText(earlier, table: "webhook", column: "earlier_secret", row: id)
        return [WebhookSecret(newest), WebhookSecret(before)]
    }

    /// After an answer, or none.
    static func note(failures: Int, resumesAt: Instant, of id: Int64, in db: Transaction) throws {
        try db.run("UPDATE webhook SET failures = \(failures), resume_at = \(resumesAt) WHERE id = \(id)")
    }

    private static func change(_ webhook: Webhook, _ set: SQL, _ db: Transaction) throws {
        let changed = try db.changed(
            "UPDATE webhook SET version = version + 1, " + set
                + " WHERE id = \(webhook.id) AND version = \(webhook.version)")
        guard changed == 1 else { throw Stale() }
    }

    private static func putTopics(_ webhook: Webhook, in db: Transaction) throws {
        for topic in WebhookTopic.choices where webhook.topics.contains(topic) {
            try db.run("INSERT INTO webhook_topic (topic, webhook) VALUES (\(topic.rawValue), \(webhook.id))")
        }
    }
}
