import Database
import Directory
import Domain
import Search

/// Where a published matter is listed for everybody: in each area by registration, the same by category and progress,
/// by the moment of publishing, and in the public search. Moved in the write that changes it, so that what was
/// taken back is gone at once.
struct PublicationLists {
    private let matter: Matter
    private let areas: [DivisionID]

    init(of matter: Matter, atlas: Atlas) {
        self.matter = matter
        areas = MatterLists(of: matter, in: atlas).areas
    }

    private var sortKey: Int64 { SortKey.make(matter.registeredAt, id: matter.id) }
    private var month: Int { Month(of: matter.registeredAt).number }

    func insert(words: PublishedWords, at now: Instant, in db: Transaction) throws {
        guard !areas.isEmpty else { return }
        let rows: [SQL] = areas.map { "(\($0), \(sortKey), \(matter.id))" }
        try db.run("INSERT INTO publication_area (area, sort_key, matter) VALUES " + rows.joined(by: ", "))
        let recent: [SQL] = areas.map { "(\($0), \(now), \(matter.id))" }
        try db.run("INSERT INTO publication_recent (area, published_at, matter) VALUES " + recent.joined(by: ", "))
        try insertListed(in: db)
        try index(words: words, in: db)
    }

    /// Into the public search, as it must be named again to be taken out.
    func index(words: PublishedWords, in db: Transaction) throws {
        guard !areas.isEmpty else { return }
        try SearchIndex.put(
            document: sortKey, words: words.all, areas: areas, month: month, on: .published, in: db)
    }

    func delete(words: PublishedWords, in db: Transaction) throws {
        guard !areas.isEmpty else { return }
        try db.run("DELETE FROM publication_area WHERE area IN \(list: areas) AND sort_key = \(sortKey)")
        try db.run(
            """
            DELETE FROM publication_recent WHERE area IN \(list: areas) AND matter = \(matter.id)
              AND published_at = (SELECT published_at FROM publication WHERE matter = \(matter.id))
            """)
        try deleteListed(in: db)
        try SearchIndex.remove(
            document: sortKey, words: words.all, areas: areas, month: month, on: .published, in: db)
    }

    func insertListed(in db: Transaction) throws {
        let rows: [SQL] = areas.flatMap { area in
            keys.map { "(\(area), \($0.category), \($0.progress), \(sortKey), \(matter.id))" as SQL }
        }
        guard !rows.isEmpty else { return }
        try db.run(
            "INSERT INTO publication_list (area, category, progress, sort_key, matter) VALUES " + rows.joined(by: ", "))
    }

    /// By the rows as they stand: the key says for each area and list where.
    func deleteListed(in db: Transaction) throws {
        for key in Set(keys.map(\.category)) {
            try db.run(
                """
                DELETE FROM publication_list WHERE area IN \(list: areas) AND category = \(key)
                  AND progress IN \(list: [""] + Progress.allCases.map(\.rawValue)) AND sort_key = \(sortKey)
                """)
        }
    }

    /// "" stands for all.
    private var keys: [(category: String, progress: String)] {
        let standing = PublicationTable.Listed(matter)
        let all = [(category: "", progress: standing.progress)]
        guard !standing.category.isEmpty else { return all }
        return all + [(standing.category, ""), (standing.category, standing.progress)]
    }
}
