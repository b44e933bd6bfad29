import Database
import Directory
import Domain
import Record
import Stations
import TestSupport

extension FurnishedProvince {
    mutating func addStationPage() async throws {
        let station = province.station(.town)
        let now = province.now
        let day = province.today.adding(days: 3)
        let head = province.head(of: .town)
        let review = Review(account: head.account, name: head.name, at: now)
        let mandates: [Int64] = try await province.read { db in
            try db.rows("SELECT id FROM mandate WHERE home_station = \(station) ORDER BY id").map { try $0[0] }
        }
        (posts, photos, receptions) = try await province.write { db, ids, _ in
            let posts = (0..<Self.many).map { index in
                StationPost(
                    id: ids.next(), station: station, kind: index % 2 == 0 ? .announcement : .news, title: "放假安排",
                    body: "节后照常开放。", writtenAt: now, review: review)
            }
            try StationPostTable.insert(posts, in: db)
            let receptions = (0..<Self.many).map { index in
                Reception(
                    id: ids.next(), station: station, day: day.adding(days: index),
                    hours: ReceptionHours(from: 540, to: 690), place: "一楼接待室", scope: "物业和供暖", writtenAt: now,
                    review: review, slotMinutes: 30)
            }
            try ReceptionTable.insert(receptions.map { ($0, deputies: mandates) }, in: db)
            return ([posts[0].id], try Self.photos(of: posts[0].id, at: now, in: db, ids: &ids), [receptions[0].id])
        }
    }

    private static func photos(
        of post: Int64, at now: Instant, in db: Transaction, ids: inout IDs
    ) throws -> [Int64] {
        try (0..<2).map { _ in
            let id = ids.next()
            try db.run(
                """
                INSERT INTO station_photo (id, post, description, type, width, height, content, added_at)
                VALUES (\(id), \(post), '门口的牌子', 'png', 20, 10, \([0] as [UInt8]), \(now))
                """)
            return id
        }
    }
}
