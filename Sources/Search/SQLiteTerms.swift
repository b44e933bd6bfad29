import Database

/// The index in SQLite: an FTS5 table without content, its rowid the sort key.
///
/// A new document waits in `search_pending` until there are some more: FTS5 writes and merges whole pieces of index in
/// each transaction, so that a document alone costs several times what it costs among others. Questions look in both.
enum SQLiteTerms {
    /// How many documents wait at most.
    static let most = 64

    static func insert(
        _ document: Int64, _ terms: String, on shelf: SearchShelf, in db: Transaction
    ) throws {
        try db.run("INSERT INTO \(shelf.pending) (document, terms) VALUES (\(document), \(" " + terms + " "))")
        let waiting: Int = try db.value("SELECT COUNT(*) FROM \(shelf.pending)") ?? 0
        if waiting >= most { try settle(shelf, in: db) }
    }

    static func delete(
        _ document: Int64, _ terms: String, on shelf: SearchShelf, in db: Transaction
    ) throws {
        guard try db.changed("DELETE FROM \(shelf.pending) WHERE document = \(document)") == 0 else { return }
        try db.run(
            "INSERT INTO \(shelf.index) (\(shelf.index), rowid, terms) VALUES ('delete', \(document), \(terms))")
    }

    static func clear(_ shelf: SearchShelf, in db: Transaction) throws {
        try db.run("DELETE FROM \(shelf.pending)")
        try db.run("INSERT INTO \(shelf.index) (\(shelf.index)) VALUES ('delete-all')")
        try db.run("DELETE FROM \(shelf.entry)")
    }

    /// Moves what waits into the index. In order: a rowid below the one before would cut the piece in two.
    static func settle(_ shelf: SearchShelf, in db: Transaction) throws {
        try db.run(
            "INSERT INTO \(shelf.index) (rowid, terms) SELECT document, terms FROM \(shelf.pending) ORDER BY document")
        try db.run("DELETE FROM \(shelf.pending)")
    }

    static func find(
        _ wanted: [String], before sortKey: Int64?, limit: Int, on shelf: SearchShelf, in db: Transaction
    ) throws -> [Int64] {
        let waiting = try waiting(wanted, before: sortKey ?? .max, limit: limit, on: shelf, in: db)
        let settled = try settled(wanted, before: sortKey ?? .max, limit: limit, on: shelf, in: db)
        return waiting.isEmpty ? settled : Array((waiting + settled).sorted(by: >).prefix(limit))
    }

    /// Goes through the newest documents first and stops at the limit, so a word that stands everywhere costs no more
    /// than a rare one.
    private static func settled(
        _ wanted: [String], before sortKey: Int64, limit: Int, on shelf: SearchShelf, in db: Transaction
    ) throws -> [Int64] {
        // Terms hold letters, digits and `§` only: nothing can end the quotes.
        let match = wanted.map { "\"\($0)\"" }.joined(separator: " AND ")
        return try db.rows(
            """
            SELECT rowid FROM \(shelf.index) WHERE \(shelf.index) MATCH \(match) AND rowid < \(sortKey)
            ORDER BY rowid DESC LIMIT \(limit)
            """
        ).map { try $0[0] }
    }

    private static func waiting(
        _ wanted: [String], before sortKey: Int64, limit: Int, on shelf: SearchShelf, in db: Transaction
    ) throws -> [Int64] {
        let conditions = wanted.map { "instr(terms, \(" " + $0 + " ")) > 0" as SQL }
        return try db.rows(
            """
            SELECT document FROM \(shelf.pending) WHERE document < \(sortKey) AND \(conditions.joined(by: " AND "))
            ORDER BY document DESC LIMIT \(limit)
            """
        ).map { try $0[0] }
    }
}
