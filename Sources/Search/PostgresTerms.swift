import Database

/// The index in PostgreSQL: an inverted index over the single terms of each document; whether they stand one after the
/// other is seen in the document's text.
///
/// Such an index gives all documents of a term at once and in no order, so a frequent word would cost more with every
/// year. Each document therefore also has terms for the stretch of time it lies in, and a question goes through
/// stretches from the newest back, each longer than the one before, until there is enough.
enum PostgresTerms {
    /// A longer term is cut: the index takes keys of some 2,700 bytes at most. Questions are cut at 100 characters, so a
    /// cut term is nobody's question.
    private static let mostCharacters = 128

    static func insert(
        _ document: Int64, _ terms: String, on shelf: SearchShelf, in db: Transaction
    ) throws {
        let all = terms.split(separator: " ").map { String($0.prefix(mostCharacters)) } + TimeSlot.terms(of: document)
        let stored = " " + all.joined(separator: " ") + " "
        try db.run("INSERT INTO \(shelf.document) (document, terms) VALUES (\(document), \(stored))")
    }

    static func delete(_ document: Int64, on shelf: SearchShelf, in db: Transaction) throws {
        try db.run("DELETE FROM \(shelf.document) WHERE document = \(document)")
    }

    /// Emptied at once: deleting would leave the index full of what is no longer there. Sorting all terms at the end is
    /// three times as fast as sorting in one document after the other, so the index is made anew then.
    static func beginFilling(_ shelf: SearchShelf, in db: Transaction) throws {
        try db.run("TRUNCATE \(shelf.document), \(shelf.entry)")
        try db.run("DROP INDEX IF EXISTS \(shelf.documentIndex)")
    }

    /// The index as the migrations made it. Who was interrupted begins with emptying again.
    static func endFilling(_ shelf: SearchShelf, in db: Transaction) throws {
        try db.run(
            """
            CREATE INDEX \(shelf.documentIndex) ON \(shelf.document) USING gin (string_to_array(terms, ' '))
            WITH (gin_pending_list_limit = 256)
            """)
        try db.run("ALTER INDEX \(shelf.documentIndex) ALTER COLUMN 1 SET STATISTICS 0")
    }

    /// One statement: a stretch is only looked at when those before it did not bring enough.
    static func find(
        _ phrases: [String], before sortKey: Int64?, limit: Int, on shelf: SearchShelf, in db: Transaction
    ) throws -> [Int64] {
        guard let newest = try sortKey.map({ $0 - 1 }) ?? newest(shelf, in: db) else { return [] }
        let single = phrases.joined(separator: " ")
        let several = phrases.filter { $0.contains(" ") }
        let stretches = TimeSlot.stretches(from: newest).map { stretch in
            documents(single, several, in: stretch, upTo: newest, limit: limit, on: shelf)
        }
        return try db.rows(
            "SELECT document FROM (\(stretches.joined(by: " UNION ALL "))) AS found LIMIT \(limit)"
        ).map { try $0[0] }
    }

    private static func newest(_ shelf: SearchShelf, in db: Transaction) throws -> Int64? {
        try db.value("SELECT document FROM \(shelf.entry) ORDER BY document DESC LIMIT 1")
    }

    /// The newest of one stretch. Whether the terms of a phrase are neighbours is looked at in the texts one after the
    /// other, from the newest on, until there are enough.
    ///
    /// `document + 0` hides the key from the planner: going backwards through it looks cheap and reads everything.
    private static func documents(
        _ single: String, _ several: [String], in stretch: TimeSlot.Stretch, upTo newest: Int64, limit: Int,
        on shelf: SearchShelf
    ) -> SQL {
        let found: SQL = """
            SELECT document, terms FROM \(shelf.document)
            WHERE string_to_array(terms, ' ') @> string_to_array(\(single), ' ') AND \(condition(stretch))
              AND document + 0 <= \(newest)
            ORDER BY document + 0 DESC
            """
        guard !several.isEmpty else {
            return "(SELECT document FROM (" + found + " LIMIT \(limit)) AS newest)"
        }
        let neighbours: [SQL] = several.map { "strpos(terms, \(" " + $0 + " ")) > 0" }
        return """
            (SELECT document FROM (\(found) OFFSET 0) AS candidate
            WHERE \(neighbours.joined(by: " AND ")) LIMIT \(limit))
            """
    }

    private static func condition(_ stretch: TimeSlot.Stretch) -> SQL {
        switch stretch {
        case .slots(let terms):
            "string_to_array(terms, ' ') && string_to_array(\(terms.joined(separator: " ")), ' ')"
        case .before(let document): "document + 0 < \(document)"
        }
    }
}
