import Database
import Directory
import Domain
import Outbox
import Record
import Secrets
import Web

/// Timed work: tells followers what became public, in batches, each item once for each follower however many of their
/// follows it concerns. How far it has come stands in the queue, so an interrupted round goes on where it stopped.
package enum TellFollowers {
    private static let batch = 200
    private static let confirmSeconds: Int64 = 7 * 86_400

    package static func run(in installation: Installation, at now: Instant) async throws {
        try await installation.database.write { db in
            try FollowTable.purge(unconfirmedBefore: now.adding(seconds: -confirmSeconds), in: db)
        }
        while try await step(in: installation, at: now) {}
    }

    /// One batch of the oldest item; false when the queue is empty.
    private static func step(in installation: Installation, at now: Instant) async throws -> Bool {
        let leased = try await installation.ids.take(batch * 2)
        return try await installation.database.write { db in
            var ids = leased
            guard let waiting = try NewsQueue.first(in: db) else { return false }
            let atlas = try installation.snapshot(in: db).atlas
            guard let news = try NewsQuery(atlas: atlas).news(waiting.happening, in: db) else {
                try NewsQueue.remove(waiting, in: db)
                return true
            }
            let followers = try NewsQueue.followers(
                of: news.keys, after: waiting.toldUpTo, limit: batch, in: db, keys: installation.keys)
            let drafts = followers.map { $0.draft(news, waiting.happening, installation) }
            try Outbox.put(drafts, in: db, at: now, ids: &ids, keys: installation.keys)
            if let last = followers.last, followers.count == batch {
                try NewsQueue.note(waiting, toldUpTo: last.follow, in: db)
            } else {
                try NewsQueue.remove(waiting, in: db)
            }
            return true
        }
    }
}

/// Somebody who follows, with one of the follows that brought the news.
struct Follower: Sendable {
    let follow: Int64
    let recipient: Recipient
    /// What is the same for every follow of hers.
    let name: String

    func draft(_ news: News, _ happening: PublicNews, _ installation: Installation) -> MessageDraft {
        let site = installation.settings.publicURL
        let stop =
            switch recipient {
            case .address: FollowLink(follow, keys: installation.keys).path
            case .person, .reporter: "/follows"
            }
        return MessageDraft(
            .followedNews, to: recipient, area: news.area, matter: news.matter,
            values: ["link": site + news.path, "stop": site + stop],
            key: "news/\(happening.kind.rawValue)/\(happening.subject)/\(happening.sequence)/\(name)")
    }
}

/// The queue of what became public, and who is to hear of its first item.
enum NewsQueue {
    struct Waiting: Sendable {
        let id: Int64
        let happening: PublicNews
        let toldUpTo: Int64
    }

    static func first(in db: Transaction) throws -> Waiting? {
        let row = try db.row(
            "SELECT id, kind, subject_id, sequence, told_up_to FROM follow_news WHERE id > 0 ORDER BY id LIMIT 1")
        guard let row else { return nil }
        guard let kind = PublicNews.Kind(rawValue: try row[1]) else { throw DatabaseError.corrupt("follow_news") }
        return Waiting(
            id: try row[0], happening: PublicNews(kind, of: try row[2], sequence: try row[3]), toldUpTo: try row[4])
    }

    static func note(_ waiting: Waiting, toldUpTo last: Int64, in db: Transaction) throws {
        try db.run("UPDATE follow_news SET told_up_to = \(last) WHERE id = \(waiting.id)")
    }

    static func remove(_ waiting: Waiting, in db: Transaction) throws {
        try db.run("DELETE FROM follow_news WHERE id = \(waiting.id)")
    }

    /// By their ids, the lowest first, out of one index for each thing that may be followed.
    static func followers(
        of keys: [FollowKey], after: Int64, limit: Int, in db: Transaction, keys ring: KeyRing
    ) throws -> [Follower] {
        let rows = try keys.flatMap { key in
            try db.rows(
                """
                SELECT id, person, address_sealed, address_index FROM follow
                WHERE subject = \(key.kind.rawValue) AND subject_id = \(key.id) AND category = \(key.category)
                  AND confirmed_at IS NOT NULL AND id > \(after)
                ORDER BY id LIMIT \(limit)
                """)
        }
        let followers = try rows.compactMap { try follower($0, ring) }
        return Array(followers.sorted { $0.follow < $1.follow }.prefix(limit))
    }

    private static func follower(_ row: Row, _ keys: KeyRing) throws -> Follower? {
        let id: Int64 = try row[0]
        if let person: PersonID = try row[1] {
            return Follower(follow: id, recipient: .person(person), name: "person/\(person)")
        }
        guard let sealed: [UInt8] = try row[2], let index: [UInt8] = try row[3] else { return nil }
        let mailbox = Sensitive(try keys.openText(sealed, table: "follow", column: "address", row: id))
        return Follower(follow: id, recipient: .address(.email, mailbox), name: "address/" + index.hex)
    }
}
