import Database
import Domain

extension SendingTable {
    /// What a person did about a sending. The version was compared before, in the same transaction; comparing it again
    /// here makes the second of two wait and find nothing.
    static func tellByHand(
        _ outcome: ByHandOutcome, of content: SendingContent, by account: AccountID, at now: Instant,
        in db: Transaction
    ) throws {
        let set: SQL =
            switch outcome {
            case .told, .visited:
                """
                state = 'done', via = 'hand', ended_at = \(now.ms), by_hand_since = NULL, done_by = \(account)
                """
            case .nobodyAnswered: "attempts = attempts + 1, started_at = \(now.ms), reason = '没有人接，或者人不在'"
            case .wrongNumber:
                """
                state = 'givenUp', ended_at = \(now.ms), by_hand_since = NULL, reason = '号码或地址不对',
                  done_by = \(account)
                """
            }
        try change(content.id, version: content.version, set, in: db)
    }

    /// Tries anew, as if for the first time, whatever there is now for an address.
    static func retry(_ id: Int64, version: Int64, by account: AccountID, at now: Instant, in db: Transaction) throws {
        try change(
            id, version: version,
            """
            state = 'waiting', next_at = \(now.ms), lease_token = NULL, attempts = 0, ended_at = NULL,
              done_by = \(account)
            """, in: db)
    }

    /// Back on the list of calls or letters.
    static func retryByHand(
        _ id: Int64, version: Int64, by account: AccountID, at now: Instant, in db: Transaction
    ) throws {
        try change(
            id, version: version,
            "state = 'byHand', by_hand_since = \(now.ms), attempts = 0, ended_at = NULL, done_by = \(account)", in: db)
    }

    static func giveUp(_ id: Int64, version: Int64, by account: AccountID, at now: Instant, in db: Transaction) throws {
        try change(
            id, version: version,
            """
            state = 'givenUp', next_at = NULL, by_hand_since = NULL, lease_token = NULL, ended_at = \(now.ms),
              reason = '工作人员停发', done_by = \(account)
            """, in: db)
    }

    private static func change(_ id: Int64, version: Int64, _ set: SQL, in db: Transaction) throws {
        let changed = try db.changed(
            "UPDATE sending SET \(set), version = version + 1 WHERE id = \(id) AND version = \(version)")
        guard changed == 1 else { throw Stale() }
    }
}
