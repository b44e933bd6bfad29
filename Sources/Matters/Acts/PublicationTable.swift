import Database
import Directory
import Domain
import Search

/// What somebody reviewed for the public; the answer is empty while there is none.
struct PublishedWords: Hashable, Sendable {
    var title: String
    var summary: String
    var answer: String

    /// What the public search looks through.
    var all: String { [title, summary, answer].joined(separator: "\n") }
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
        if let old = try kept(of: matter.id, in: db) {
            try PublicationLists(of: matter, atlas: atlas).delete(words: old, in: db)
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
        try stand(matter, in: db)
        try PublicationLists(of: matter, atlas: atlas).insert(words: words, at: now, in: db)
    }

    /// A published matter that goes on stands in other lists: what was being dealt with is answered, then solved.
    static func follow(_ before: Matter, _ after: Matter, atlas: Atlas, in db: Transaction) throws {
        guard before.isPublished, after.isPublished, Listed(before) != Listed(after) else { return }
        try stand(after, in: db)
        guard before.progress != after.progress || before.triage?.category != after.triage?.category else { return }
        let (old, new) = (PublicationLists(of: before, atlas: atlas), PublicationLists(of: after, atlas: atlas))
        try old.deleteListed(in: db)
        try new.insertListed(in: db)
    }

    static func delete(_ matter: Matter, atlas: Atlas, in db: Transaction) throws {
        if let words = try kept(of: matter.id, in: db) {
            try PublicationLists(of: matter, atlas: atlas).delete(words: words, in: db)
        }
        try db.run("DELETE FROM publication WHERE matter = \(matter.id)")
    }

    static func kept(of matter: MatterID, in db: Transaction) throws -> PublishedWords? {
        try db.row("SELECT title, summary, answer FROM publication WHERE matter = \(matter)").map {
            PublishedWords(title: try $0[0], summary: try $0[1], answer: try $0[2])
        }
    }

    /// What of the matter stands beside its published words.
    struct Listed: Hashable {
        let category: String
        let progress: String
        let station: StationID
        let supervisor: PersonID?

        init(_ matter: Matter) {
            category = matter.triage?.category.rawValue ?? ""
            progress = matter.progress.rawValue
            station = matter.station
            supervisor = matter.supervisor
        }
    }

    private static func stand(_ matter: Matter, in db: Transaction) throws {
        let standing = Listed(matter)
        try db.run(
            """
            UPDATE publication SET category = \(standing.category), progress = \(standing.progress),
              station = \(standing.station), supervisor = \(standing.supervisor)
            WHERE matter = \(matter.id)
            """)
    }
}
