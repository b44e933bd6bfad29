import Database
import Directory
import Domain
import Search

/// What stations wrote for everybody, in the public search: put in with the review, gone with the withdrawal.
enum PostIndex {
    static func put(_ post: StationPost, in db: Transaction) throws {
        try SearchIndex.put(
            document: post.id, words: words(post), areas: [SearchShelf.posts], month: month(post), on: .published,
            in: db)
    }

    /// As it was put in.
    static func remove(_ post: StationPost, in db: Transaction) throws {
        try SearchIndex.remove(
            document: post.id, words: words(post), areas: [SearchShelf.posts], month: month(post), on: .published,
            in: db)
    }

    private static func words(_ post: StationPost) -> String { post.title + "\n" + post.body }

    private static func month(_ post: StationPost) -> Int {
        let (year, month, _) = Day(of: post.writtenAt).civil
        return year * 100 + month
    }
}

/// Fills the public search anew with what stations wrote, between its emptying and its end.
package enum ReindexPosts {
    private static let batch = 500

    package static func run(in installation: Installation) async throws {
        var after: Int64? = .min
        while let start = after {
            after = try await installation.database.write { db in
                let posts = try StationPostTable.published(after: start, limit: batch, in: db)
                for post in posts { try PostIndex.put(post, in: db) }
                return posts.last?.id
            }
        }
    }
}
