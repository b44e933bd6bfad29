import Database

/// The index in SQLite: an FTS5 table without content, its rowid the sort key.
///
/// A new document waits in `search_pending` until there are some more: FTS5 writes and merges whole pieces of index in
/// each transaction, so that a document alone costs several times what it costs among others. Questions look in both.
enum SQLiteTerms {
    /// How many documents wait at most.
    static let most = 64

    static func insert(_ document: Int64, _ terms: String, in db: Transaction) throws {
        try db.run("INSERT INTO search_pending (document, terms) VALUES (\(document), \(" " + terms + " "))")
        let waiting: Int = try db.value("SELECT COUNT(*) FROM search_pending") ?? 0
        if waiting >= most { try settle(in: db) }
    }

    static func delete(_ document: Int64, _ terms: String, in db: Transaction) throws {
        guard try db.changed("DELETE FROM search_pending WHERE document = \(document)") == 0 else { return }
        try db.run("INSERT INTO search (search, rowid, terms) VALUES ('delete', \(document), \(terms))")
    }

    static func clear(in db: Transaction) throws {
        try db.run("DELETE FROM search_pending")
        try db.run("INSERT INTO search (search) VALUES ('delete-all')")
        try db.run("DELETE FROM search_entry")
    }

    /// Moves what waits into the index. In order: a rowid below the one before would cut the piece in two.
    static func settle(in db: Transaction) throws {
        try db.run("INSERT INTO search (rowid, terms) SELECT document, terms FROM search_pending ORDER BY document")
        try db.run("DELETE FROM search_pending")
    }

    static func find(
        _ wanted: [String], before sortKey: Int64?, limit: Int, in db: Transaction
    ) throws -> [Int64] {
        let waiting = try waiting(wanted, before: sortKey ?? .max, limit: limit, in: db)
        let settled = try settled(wanted, before: sortKey ?? .max, limit: limit, in: db)
        return waiting.isEmpty ? settled : Array((waiting + settled).sorted(by: >).prefix(limit))
    }

    /// Goes through the newest documents first and stops at the limit, so a word that stands everywhere costs no more
    /// than a rare one.
    private static func settled(
        _ wanted: [String], before sortKey: Int64, limit: Int, in db: Transaction
    ) throws -> [Int64] {
        // Terms hold letters, digits and `§` only: nothing can end the quotes.
        let match = wanted.map { "\"\($0)\"" }.joined(separator: " AND ")
        return try db.rows(
            """
            SELECT rowid FROM search WHERE search MATCH \(match) AND rowid < \(sortKey)
            ORDER BY rowid DESC LIMIT \(limit)
            """
        ).map { try $0[0] }
    }

    private static func waiting(
        _ wanted: [String], before sortKey: Int64, limit: Int, in db: Transaction
    ) throws -> [Int64] {
        let conditions = wanted.map { "instr(terms, \(" " + $0 + " ")) > 0" as SQL }
        return try db.rows(
            """
            SELECT document FROM search_pending WHERE document < \(sortKey) AND \(conditions.joined(by: " AND "))
            ORDER BY document DESC LIMIT \(limit)
            """
        ).map { try $0[0] }
    }
}
