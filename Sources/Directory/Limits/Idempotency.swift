import Database
import Domain
import Secrets

/// One submission as its sender named it: sent twice, it must happen once.
package struct ClientRequest: Hashable, Sendable {
    /// Whose ids these are: `account:12`, or `browser:` and the digest of its cookie.
    package var owner: String
    /// The id the form or the client made.
    package var clientID: String
    /// SHA-256 of path and body, without the form token.
    package var hash: [UInt8]

    package init(owner: String, clientID: String, hash: [UInt8]) {
        self.owner = owner
        self.clientID = clientID
        self.hash = hash
    }

    /// What a signed-in person sent: the content is everything that must be the same at a second sending.
    package init(by account: AccountID, _ sending: (id: String, content: String), keys: KeyRing) {
        self.init(owner: "account:\(account)", clientID: sending.id, hash: keys.blindIndex("request", sending.content))
    }
}

/// What the first sending was answered with.
package struct StoredAnswer: Hashable, Sendable {
    package var status: Int
    package var result: [UInt8]

    package init(status: Int, result: [UInt8]) {
        self.status = status
        self.result = result
    }
}

/// Repeated sendings return the first result; the same id with other content is refused.
package enum Idempotency {
    /// Runs `act` at the first sending and keeps its answer, within the caller's write.
    package static func once(
        _ request: ClientRequest, at now: Instant, in db: Transaction, _ act: () throws -> StoredAnswer
    ) throws -> StoredAnswer {
        guard try claim(request, at: now, in: db) else { return try earlier(request, in: db) }
        let answer = try act()
        try db.run(
            """
            UPDATE idempotency SET status = \(answer.status), result = \(answer.result)
            WHERE principal = \(request.owner) AND client_id = \(request.clientID)
            """)
        return answer
    }

    /// The same for a form that leads on: returns the address to which the first sending led.
    package static func lead(
        _ request: ClientRequest, at now: Instant, in db: Transaction, _ act: () throws -> String
    ) throws -> String {
        let answer = try once(request, at: now, in: db) { StoredAnswer(status: 303, result: Array(try act().utf8)) }
        return String(decoding: answer.result, as: UTF8.self)
    }

    /// The same for a form that leads to one place, whatever came of it.
    package static func perform(
        _ request: ClientRequest, at now: Instant, in db: Transaction, _ act: () throws -> Void
    ) throws {
        _ = try once(request, at: now, in: db) {
            try act()
            return StoredAnswer(status: 303, result: [])
        }
    }

    /// Forgets what is older than the policy says (7 days). Timed work; may run twice.
    @discardableResult
    package static func purge(olderThan days: Int, at now: Instant, in db: Transaction) throws -> Int {
        let limit = now.adding(seconds: -Int64(days) * 86_400).ms
        return try db.changed("DELETE FROM idempotency WHERE at < \(limit)")
    }

    /// Claimed before the act, not noted after it: of two sendings at the same moment one waits here for the other.
    private static func claim(_ request: ClientRequest, at now: Instant, in db: Transaction) throws -> Bool {
        try db.changed(
            """
            INSERT INTO idempotency (principal, client_id, request_hash, status, result, at)
            VALUES (\(request.owner), \(request.clientID), \(request.hash), 0, \([UInt8]()), \(now.ms))
            ON CONFLICT (principal, client_id) DO NOTHING
            """) == 1
    }

    private static func earlier(_ request: ClientRequest, in db: Transaction) throws -> StoredAnswer {
        let row = try db.row(
            """
            SELECT request_hash, status, result FROM idempotency
            WHERE principal = \(request.owner) AND client_id = \(request.clientID)
            """)
        guard let row else { throw DatabaseError.busy }
        let hash: [UInt8] = try row[0]
        guard hash == request.hash else {
            throw FormErrors("form", "这份表单已经提交过，内容却和上次不一样。请重新打开页面再填写一次")
        }
        return StoredAnswer(status: try row[1], result: try row[2])
    }
}
