import Database
import Directory
import Domain

/// What somebody reviewed for the public; the answer is empty while there is none.
struct PublishedWords: Sendable {
    var title: String
    var summary: String
    var answer: String
}

/// Reviewed summaries: the only words of a matter that are public, each with the name of who published it.
enum PublicationTable {
    /// Publishes, or puts in place of what was published before.
    static func put(
        _ matter: Matter, _ words: PublishedWords, by principal: Principal?, at now: Instant, atlas: Atlas,
        in db: Transaction
    ) throws {
        guard let signed = principal?.signed else {
            throw Refusal(.forbidden, code: "named-person", "公开要由具名的工作人员审核，请登录后再做。")
        }
        try db.run(
            """
            INSERT INTO publication (matter, title, summary, answer, published_by, publisher_name, published_at)
            VALUES (\(matter.id), \(words.title), \(words.summary), \(words.answer), \(signed.account),
              \(signed.name), \(now))
            ON CONFLICT (matter) DO UPDATE SET title = excluded.title, summary = excluded.summary,
              answer = excluded.answer, published_by = excluded.published_by,
              publisher_name = excluded.publisher_name, published_at = excluded.published_at
            """)
        let sortKey = SortKey.make(matter.registeredAt, id: matter.id)
        for area in MatterLists(of: matter, in: atlas).areas {
            try db.run(
                """
                INSERT INTO publication_area (area, sort_key, matter) VALUES (\(area), \(sortKey), \(matter.id))
                ON CONFLICT (area, sort_key) DO NOTHING
                """)
        }
    }

    static func delete(_ matter: Matter, atlas: Atlas, in db: Transaction) throws {
        let sortKey = SortKey.make(matter.registeredAt, id: matter.id)
        for area in MatterLists(of: matter, in: atlas).areas {
            try db.run("DELETE FROM publication_area WHERE area = \(area) AND sort_key = \(sortKey)")
        }
        try db.run("DELETE FROM publication WHERE matter = \(matter.id)")
    }
}
