import Database
import Directory
import Domain
import Search

/// Where a matter is listed: one row for each ancestor of its place, by registration and by due time, and its masked
/// words in the search. A by-passed matter is listed above whom it is about only, a referred one nowhere.
struct MatterLists {
    let areas: [DivisionID]

    init(of matter: Matter, in atlas: Atlas) {
        areas =
            matter.state == .referred || matter.closure == .petitionAnswered
            ? []
            : matter.knowingAreas(in: atlas).map(\.id)
    }

    func insert(_ matter: Matter, sortKey: Int64, words: String, in db: Transaction) throws {
        try insertAreas(matter, sortKey: sortKey, in: db)
        try insertDue(matter, in: db)
        try index(matter, sortKey: sortKey, words: words, in: db)
    }

    /// Its masked words into the search, unless it is listed nowhere.
    func index(_ matter: Matter, sortKey: Int64, words: String, in db: Transaction) throws {
        guard !areas.isEmpty else { return }
        try SearchIndex.put(
            document: sortKey, words: words, areas: areas, month: Month(of: matter.registeredAt).number, in: db)
    }

    /// Moves the rows of a changed matter; most acts change the due time only.
    static func update(
        _ before: Matter, _ after: Matter, sortKey: Int64, atlas: Atlas, in db: Transaction
    ) throws {
        let old = MatterLists(of: before, in: atlas)
        let new = MatterLists(of: after, in: atlas)
        if before.dueAt != after.dueAt || old.areas != new.areas {
            try old.deleteDue(before, in: db)
            try new.insertDue(after, in: db)
        }
        guard old.areas != new.areas else { return }
        let words = try WordsTable.masked(of: before.id, in: db)
        try old.delete(before, sortKey: sortKey, words: words, in: db)
        try new.insertAreas(after, sortKey: sortKey, in: db)
        try new.index(after, sortKey: sortKey, words: words, in: db)
    }

    private func delete(_ matter: Matter, sortKey: Int64, words: String, in db: Transaction) throws {
        try db.run("DELETE FROM matter_area WHERE area IN \(list: areas) AND sort_key = \(sortKey)")
        guard !areas.isEmpty else { return }
        try SearchIndex.remove(
            document: sortKey, words: words, areas: areas, month: Month(of: matter.registeredAt).number, in: db)
    }

    private func insertAreas(_ matter: Matter, sortKey: Int64, in db: Transaction) throws {
        guard !areas.isEmpty else { return }
        let rows: [SQL] = areas.map { "(\($0), \(sortKey), \(matter.id))" }
        try db.run("INSERT INTO matter_area (area, sort_key, matter) VALUES " + rows.joined(by: ", "))
    }

    private func insertDue(_ matter: Matter, in db: Transaction) throws {
        guard let dueAt = matter.dueAt, !areas.isEmpty else { return }
        let rows: [SQL] = areas.map { "(\($0), \(dueAt), \(matter.id))" }
        try db.run("INSERT INTO matter_due (area, due_at, matter) VALUES " + rows.joined(by: ", "))
    }

    private func deleteDue(_ matter: Matter, in db: Transaction) throws {
        guard let dueAt = matter.dueAt else { return }
        try db.run(
            "DELETE FROM matter_due WHERE area IN \(list: areas) AND due_at = \(dueAt) AND matter = \(matter.id)")
    }
}

/// A local month as `yyyymm`.
struct Month {
    let number: Int

    init(of instant: Instant) {
        let (year, month, _) = Day(of: instant).civil
        number = year * 100 + month
    }
}

/// What lists show and the search finds: masked words only.
enum WordsTable {
    static func insert(_ matter: MatterID, _ masked: MaskedOpinion, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO matter_words (matter, title, masked, place)
            VALUES (\(matter), \(masked.title), \(masked.words), \(masked.place))
            """)
    }

    static func masked(of matter: MatterID, in db: Transaction) throws -> String {
        try db.value("SELECT masked FROM matter_words WHERE matter = \(matter)") ?? ""
    }
}
