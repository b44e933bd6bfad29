import Database
import Domain

/// A picture of a post, without its bytes.
struct StationPhoto: Hashable, Sendable {
    var id: Int64
    var post: Int64
    /// What is to be seen, for those who do not see it.
    var description: String
    var width: Int
    var height: Int
}

/// The rows of pictures.
enum StationPhotoTable {
    static func insert(
        _ photo: StationPhoto, _ picture: CleanPhoto, by account: AccountID, at now: Instant, in db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO station_photo (id, post, description, type, width, height, content, added_by, added_at)
            VALUES (\(photo.id), \(photo.post), \(photo.description), \(picture.kind.rawValue), \(photo.width),
              \(photo.height), \(picture.bytes), \(account), \(now))
            """)
    }

    static func delete(_ id: Int64, of post: Int64, in db: Transaction) throws -> Bool {
        try db.changed("DELETE FROM station_photo WHERE id = \(id) AND post = \(post)") == 1
    }

    /// Of some posts, in the order in which they were added.
    static func photos(of posts: [Int64], in db: Transaction) throws -> [Int64: [StationPhoto]] {
        let found = try db.rows(
            """
            SELECT id, post, description, width, height FROM station_photo
            WHERE post IN \(list: posts) ORDER BY post, id
            """
        ).map {
            StationPhoto(
                id: try $0[0], post: try $0[1], description: try $0[2], width: try $0[3], height: try $0[4])
        }
        return Dictionary(grouping: found, by: \.post)
    }

    /// Of a post that everybody may read.
    static func published(
        _ id: Int64, of station: StationID, in db: Transaction
    ) throws -> (kind: CleanPhoto.Kind, bytes: [UInt8])? {
        try content(
            id, "p.station = \(station) AND p.published_at IS NOT NULL AND p.withdrawn_at IS NULL", in: db)
    }

    /// Of a post of the station, in whatever state.
    static func content(
        _ id: Int64, of post: Int64, at station: StationID, in db: Transaction
    ) throws -> (kind: CleanPhoto.Kind, bytes: [UInt8])? {
        try content(id, "p.station = \(station) AND p.id = \(post)", in: db)
    }

    private static func content(
        _ id: Int64, _ condition: SQL, in db: Transaction
    ) throws -> (kind: CleanPhoto.Kind, bytes: [UInt8])? {
        let row = try db.row(
            """
            SELECT f.type, f.content FROM station_photo f JOIN station_post p ON p.id = f.post
            WHERE f.id = \(id) AND \(condition)
            """)
        return try row.map { (try $0.code(0), try $0[1]) }
    }
}
