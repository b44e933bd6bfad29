import Directory
import Matters
import Search
import Stations

/// The search of what everybody may read, filled anew from the rows: after a copy to another engine, and once where an
/// installation was in use before there was one.
enum PublicSearch {
    static func refill(in installation: Installation) async throws {
        try await installation.database.alter { db in try SearchIndex.beginFilling(.published, in: db) }
        try await Reindex.publications(in: installation)
        try await ReindexPosts.run(in: installation)
        try await installation.database.alter { db in try SearchIndex.endFilling(.published, in: db) }
    }
}
