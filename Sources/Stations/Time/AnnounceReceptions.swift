import Database
import Directory
import Domain
import Outbox
import Record

/// Timed work: what an approved rhythm planned hangs out three days before, under the name of the head who approved
/// it. What was changed by hand waits for the head, and is flagged as late when she does not come in time.
package enum AnnounceReceptions {
    private static let batch = 200

    package static func run(in installation: Installation, at now: Instant) async throws {
        while try await step(in: installation, at: now) == batch {}
    }

    private static func step(in installation: Installation, at now: Instant) async throws -> Int {
        let leased = try await installation.ids.take(batch * 4)
        return try await installation.database.write { db in
            var ids = leased
            let today = Day(of: now)
            let due = try db.rows(
                """
                SELECT r.id, r.station, r.version, r.day, s.reviewed_by, s.reviewer_name
                FROM reception r JOIN reception_schedule s ON s.id = r.schedule
                WHERE r.day BETWEEN \(today.number) AND \(today.number + Reception.noticeDays)
                  AND r.published_at IS NULL AND r.cancelled = 0 AND r.edited = 0 AND s.state = 'approved'
                ORDER BY r.day, r.id LIMIT \(batch)
                """)
            for row in due {
                let (id, station): (Int64, StationID) = (try row[0], try row[1])
                let (version, day): (Int64, Int32) = (try row[2], try row[3])
                let (account, name): (AccountID?, String) = (try row[4], try row[5])
                try db.run(
                    """
                    UPDATE reception SET reviewed_by = \(account), reviewer_name = \(name), published_at = \(now.ms),
                      version = version + 1
                    WHERE id = \(id) AND version = \(version)
                    """)
                let event = EventDraft(
                    stream: Stream(kind: .station, id: station), name: "receptionPublished", author: .system, at: now,
                    before: "waiting", after: "published", facts: [Fact("reception", id), Fact("day", Int64(day))])
                try installation.log.append(event, in: db, ids: &ids)
                // Followers hear of it as they do of what the head lets out by hand.
                try PublicNews(.reception, of: id, sequence: version).put(in: db, at: now, ids: &ids)
            }
            return due.count
        }
    }
}
