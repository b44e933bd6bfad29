import Database
import Directory
import Domain

/// Reviewed summaries: the only words of a matter that are public, each with the name of who published it.
enum PublicationTable {
    static func insert(
        _ matter: Matter, title: String, summary: String, by principal: Principal?, at now: Instant, sortKey: Int64,
        atlas: Atlas, in db: Transaction
    ) throws {
        guard let signed = principal?.signed else { throw Refusal(.forbidden, code: "named-person", "公开要由具名的工作人员审核。") }
        try db.run(
            """
            INSERT INTO publication (matter, title, summary, answer, published_by, publisher_name, published_at)
            VALUES (\(matter.id), \(title), \(summary), '', \(signed.account), \(signed.name), \(now))
            """)
        for area in MatterLists(of: matter, in: atlas).areas {
            try db.run(
                "INSERT INTO publication_area (area, sort_key, matter) VALUES (\(area), \(sortKey), \(matter.id))")
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
