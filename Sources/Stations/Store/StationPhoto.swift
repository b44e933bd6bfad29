import Database
import Domain
import Files
import Secrets

/// A picture of a post, without its bytes.
struct StationPhoto: Hashable, Sendable {
    var id: Int64
    var post: Int64
    /// What is to be seen, for those who do not see it.
    var description: String
    var width: Int
    var height: Int
}

/// A picture's bytes, or where they lie.
enum StationPicture: Hashable, Sendable {
    case file(StoredFile)
    /// From before there was a store of files: the bytes stand in the row.
    case row(mediaType: String, bytes: [UInt8])
}

/// The pictures of posts: those of today are files; older ones stay in a table of their own, as they were taken in.
enum StationPhotoTable {
    static func delete(_ id: Int64, of post: Int64, at now: Instant, in db: Transaction) throws -> Bool {
        if try FileTable.remove(id, of: .stationPost(post), at: now, in: db) { return true }
        return try db.changed("DELETE FROM station_photo WHERE id = \(id) AND post = \(post)") == 1
    }

    /// Of some posts, in the order in which they were added. One statement: they are drawn with a page that has others.
    static func photos(of posts: [Int64], in db: Transaction, keys: KeyRing) throws -> [Int64: [StationPhoto]] {
        let found = try db.rows(
            """
            SELECT id, post, description, NULL, width, height FROM station_photo WHERE post IN \(list: posts)
            UNION ALL
            SELECT id, owner, '', description_sealed, width, height FROM stored_file
            WHERE owner_kind = 'stationPost' AND owner IN \(list: posts)
            ORDER BY 2, 1
            """
        ).map { row in
            let id: Int64 = try row[0]
            let sealed: [UInt8]? = try row[3]
            return StationPhoto(
                id: id, post: try row[1],
                description: try sealed.map { try FileTable.description($0, of: id, keys: keys) } ?? row[2],
                width: try row[4], height: try row[5])
        }
        return Dictionary(grouping: found, by: \.post)
    }

    /// Of a post that everybody may read.
    static func published(
        _ id: Int64, of station: StationID, in db: Transaction, keys: KeyRing
    ) throws -> StationPicture? {
        try picture(
            id, "p.station = \(station) AND p.published_at IS NOT NULL AND p.withdrawn_at IS NULL", in: db, keys: keys)
    }

    /// Of a post of the station, in whatever state.
    static func picture(
        _ id: Int64, of post: Int64, at station: StationID, in db: Transaction, keys: KeyRing
    ) throws -> StationPicture? {
        try picture(id, "p.station = \(station) AND p.id = \(post)", in: db, keys: keys)
    }

    private static func picture(
        _ id: Int64, _ condition: SQL, in db: Transaction, keys: KeyRing
    ) throws -> StationPicture? {
        if let file = try FileTable.file(id, in: db, keys: keys), case .stationPost(let post) = file.owner {
            let isThere = try db.row("SELECT p.id FROM station_post p WHERE p.id = \(post) AND \(condition)") != nil
            return isThere ? .file(file) : nil
        }
        let row = try db.row(
            """
            SELECT f.type, f.content FROM station_photo f JOIN station_post p ON p.id = f.post
            WHERE f.id = \(id) AND \(condition)
            """)
        return try row.map { .row(mediaType: "image/" + (try $0[0] as String), bytes: try $0[1]) }
    }
}
