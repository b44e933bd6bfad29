import Database
import Domain

/// The rows of posts; every change asks for the version it was drawn from.
package enum StationPostTable {
    /// New posts, waiting or, for a demonstration, published already.
    package static func insert(_ posts: [StationPost], in db: Transaction) throws {
        for post in posts {
            try db.run(
                """
                INSERT INTO station_post (id, station, kind, title, body, written_by, written_at, reviewed_by,
                  reviewer_name, published_at, withdrawn_at, version)
                VALUES (\(post.id), \(post.station), \(post.kind.rawValue), \(post.title), \(post.body),
                  \(post.writtenBy), \(post.writtenAt.ms), \(post.review?.account), \(post.review?.name),
                  \(post.review?.at.ms), \(post.withdrawnAt?.ms), \(post.version))
                """)
            if post.state == .published { try PostIndex.put(post, in: db) }
        }
    }

    static func find(_ id: Int64, of station: StationID, in db: Transaction) throws -> StationPost? {
        try db.row(selection + " WHERE id = \(id) AND station = \(station)").map(post)
    }

    /// What the station wrote, the newest first, in whatever state.
    static func latest(of station: StationID, limit: Int, in db: Transaction) throws -> [StationPost] {
        try db.rows(selection + " WHERE station = \(station) ORDER BY written_at DESC, id DESC LIMIT \(limit)")
            .map(post)
    }

    /// What everybody may read: each kind's newest, the newest first.
    static func published(of station: StationID, limit: Int, in db: Transaction) throws -> [StationPost] {
        let kinds: [SQL] = StationPostKind.allCases.map { kind in
            """
            SELECT * FROM (\(selection) WHERE station = \(station) AND kind = \(kind.rawValue)
              AND published_at IS NOT NULL AND withdrawn_at IS NULL
              ORDER BY published_at DESC, id DESC LIMIT \(limit)) AS k
            """
        }
        return try db.rows(kinds.joined(by: " UNION ALL ")).map(post)
    }

    /// All that everybody may read, some at a time.
    static func published(after id: Int64, limit: Int, in db: Transaction) throws -> [StationPost] {
        try db.rows(
            """
            \(selection) WHERE id > \(id) AND published_at IS NOT NULL AND withdrawn_at IS NULL
            ORDER BY id LIMIT \(limit)
            """
        ).map(post)
    }

    /// Other words; they wait for the reviewer again.
    static func rewrite(_ post: StationPost, in db: Transaction) throws {
        try change(
            post,
            """
            kind = \(post.kind.rawValue), title = \(post.title), body = \(post.body), written_by = \(post.writtenBy),
            written_at = \(post.writtenAt.ms), reviewed_by = NULL, reviewer_name = NULL, published_at = NULL,
            withdrawn_at = NULL
            """, in: db)
    }

    static func publish(_ post: StationPost, review: Review, in db: Transaction) throws {
        try change(
            post,
            """
            reviewed_by = \(review.account), reviewer_name = \(review.name), published_at = \(review.at.ms),
            withdrawn_at = NULL
            """, in: db)
    }

    static func withdraw(_ post: StationPost, at now: Instant, in db: Transaction) throws {
        try change(post, "withdrawn_at = \(now.ms)", in: db)
    }

    private static func change(_ post: StationPost, _ columns: SQL, in db: Transaction) throws {
        let changed = try db.changed(
            """
            UPDATE station_post SET \(columns), version = version + 1
            WHERE id = \(post.id) AND version = \(post.version)
            """)
        guard changed == 1 else { throw Stale() }
    }

    private static let selection: SQL = """
        SELECT id, station, kind, title, body, written_by, written_at, reviewed_by, reviewer_name, published_at,
          withdrawn_at, version
        FROM station_post
        """

    private static func post(_ row: Row) throws -> StationPost {
        let withdrawn: Int64? = try row[10]
        return StationPost(
            id: try row[0], station: try row[1], kind: try row.code(2), title: try row[3], body: try row[4],
            writtenBy: try row[5], writtenAt: Instant(ms: try row[6]), review: try Review(row, account: 7),
            withdrawnAt: withdrawn.map { Instant(ms: $0) }, version: try row[11])
    }
}
