import Database
import Domain
import Secrets

extension MessageTable {
    /// Messages whose way is to be decided, oldest first.
    static func due(at now: Instant, most: Int, in db: Transaction, keys: KeyRing) throws -> [StoredMessage] {
        try db.rows(
            """
            SELECT \(StoredMessage.columns) FROM message g \(StoredMessage.joins)
            WHERE g.due_at <= \(now.ms) ORDER BY g.due_at, g.id LIMIT \(most)
            """
        ).map { try StoredMessage($0, keys: keys) }
    }

    /// What else waits for a person and may be told in one go.
    static func gathered(
        for person: PersonID, at now: Instant, in db: Transaction, keys: KeyRing
    ) throws -> [StoredMessage] {
        try db.rows(
            """
            SELECT \(StoredMessage.columns) FROM message g \(StoredMessage.joins)
            WHERE g.person = \(person) AND g.due_at IS NOT NULL AND g.not_before <= \(now.ms) AND g.is_urgent = 0
            ORDER BY g.not_before, g.id LIMIT 50
            """
        ).map { try StoredMessage($0, keys: keys) }
    }

    /// Those of which a text message told the same person at the same moment: a link says by itself what it is for.
    static func texted(among messages: [Int64], in db: Transaction) throws -> Set<Int64> {
        guard !messages.isEmpty else { return [] }
        let rows = try db.rows(
            """
            SELECT g.id FROM message g WHERE g.id IN \(list: messages)
              AND (SELECT COUNT(*) FROM message u WHERE u.matter = g.matter AND u.person = g.person
                AND u.created_at = g.created_at AND u.is_urgent = 1) > 0
            """)
        return Set(try rows.map { try $0[0] })
    }

    /// Puts the decision off. Nothing happens when somebody else has decided meanwhile.
    static func putOff(_ message: Int64, until: Instant, in db: Transaction) throws {
        try db.run("UPDATE message SET due_at = \(until.ms) WHERE id = \(message) AND due_at IS NOT NULL")
    }

    /// Claims the decision; false when somebody else has decided meanwhile.
    static func decide(_ message: Int64, in db: Transaction) throws -> Bool {
        try db.changed("UPDATE message SET due_at = NULL WHERE id = \(message) AND due_at IS NOT NULL") == 1
    }

    /// What opens something is not kept longer than it is needed.
    static func forgetSecret(_ message: Int64, in db: Transaction) throws {
        try db.run(
            """
            UPDATE message SET values_sealed = NULL, address_sealed = NULL, kept_since = NULL WHERE id = \(message)
            """)
    }
}
