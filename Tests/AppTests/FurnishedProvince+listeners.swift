import Database
import Directory
import Domain
import Outbox
import Record
import Stations
import TestSupport

extension FurnishedProvince {
    /// Another platform that hears of all of it; at an address to which nothing is sent.
    mutating func addPlatform() async throws {
        let (area, account) = (province.division(.county), province.systemAdmin.account)
        let (keys, now) = (province.installation.keys, province.now)
        guard let address = WebhookAddress("https://127.0.0.1/hook", allowsPrivate: false) else { throw NotFound() }
        hook = try await province.write { db, ids, _ in
            let webhook = Webhook(
                id: ids.next(), area: area, name: "热线", address: address, map: .native,
                topics: Set(WebhookTopic.choices))
            let secret = WebhookSecret(from: &ids)
            try WebhookTable.insert(webhook, secret: secret, by: account, at: now, in: db, keys: keys)
            try WebhookQueue.putTrial(for: webhook.id, at: now, in: db)
            return webhook.id
        }
    }

    /// Somebody with a mailbox and somebody of the staff, each of a station that then publishes.
    mutating func addFollows() async throws {
        let (station, keys, now) = (province.station(.town), province.installation.keys, province.now)
        let person = province.officer(of: .county).person
        follow = try await province.write { db, ids, _ in
            let (id, post) = (ids.next(), ids.next())
            let token = keys.blindIndex("follow.link", "\(id)").hex
            let sealed = keys.seal("liu@example.cn", table: "follow", column: "address", row: id)
            try db.run(
                """
                INSERT INTO follow (id, subject, subject_id, category, address_sealed, address_index, token_digest,
                  confirmed_at, created_at)
                VALUES (\(id), 'station', \(station), '', \(sealed), \([1] as [UInt8]),
                  \(keys.blindIndex("follow.digest", token)), \(now), \(now))
                """)
            try db.run(
                """
                INSERT INTO follow (id, subject, subject_id, category, person, confirmed_at, created_at)
                VALUES (\(ids.next()), 'station', \(station), '', \(person), \(now), \(now))
                """)
            let review = Review(account: nil, name: "郝建国", at: now)
            try StationPostTable.insert(
                [
                    StationPost(
                        id: post, station: station, kind: .news, title: "代表走访", body: "走访了二十户居民。", writtenAt: now,
                        review: review)
                ], in: db)
            try PublicNews(.post, of: post, sequence: 1).put(in: db, at: now, ids: &ids)
            return token
        }
    }
}
