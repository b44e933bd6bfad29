import Database

/// Finds documents by the masked words in them, newest first. A document is known by its sort key.
///
/// The index keeps terms and no texts: who takes a document out, or puts it in anew, gives what was put in before.
/// A checksum beside it notices when that is something else, which would damage the index without a word.
package enum SearchIndex {
    /// Puts a document in: its masked words, all areas it lies in, and its month as `yyyymm`. One that is there already
    /// breaks the key of its entry.
    package static func put(
        document: Int64, words: String, areas: [Int64], month: Int, on shelf: SearchShelf = .masked,
        in db: Transaction
    ) throws {
        let terms = Terms.document(words: words, areas: areas, month: month)
        try db.run("INSERT INTO \(shelf.entry) (document, checksum) VALUES (\(document), \(checksum(terms)))")
        switch db.kind {
        case .sqlite: try SQLiteTerms.insert(document, terms, on: shelf, in: db)
        case .postgres: try PostgresTerms.insert(document, terms, on: shelf, in: db)
        }
    }

    /// Takes a document out; everything is given as it was put in.
    package static func remove(
        document: Int64, words: String, areas: [Int64], month: Int, on shelf: SearchShelf = .masked,
        in db: Transaction
    ) throws {
        let terms = Terms.document(words: words, areas: areas, month: month)
        let kept: Int64? = try db.value("SELECT checksum FROM \(shelf.entry) WHERE document = \(document)")
        guard kept == checksum(terms) else { throw SearchError.notAsGiven(document) }
        switch db.kind {
        case .sqlite: try SQLiteTerms.delete(document, terms, on: shelf, in: db)
        case .postgres: try PostgresTerms.delete(document, on: shelf, in: db)
        }
        try db.run("DELETE FROM \(shelf.entry) WHERE document = \(document)")
    }

    /// The newest documents of an area that have all words of a question, before a sort key. Without an area, of all
    /// there are: an area in which everything lies is better not asked for, because in a million documents its long
    /// list costs more than the words.
    package static func find(
        query: String, area: Int64?, before sortKey: Int64? = nil, limit: Int, on shelf: SearchShelf = .masked,
        in db: Transaction
    ) throws -> [Int64] {
        let words = Terms.question(query)
        guard !words.isEmpty else { return [] }
        let phrases = words + [area.map(Terms.areaTerm)].compactMap(\.self)
        switch db.kind {
        case .sqlite: return try SQLiteTerms.find(phrases, before: sortKey, limit: limit, on: shelf, in: db)
        case .postgres: return try PostgresTerms.find(phrases, before: sortKey, limit: limit, on: shelf, in: db)
        }
    }

    /// Moves what was put in lately to where questions find it quickest; timed work may call it, nothing depends on it.
    package static func settle(_ shelf: SearchShelf = .masked, in db: Transaction) throws {
        switch db.kind {
        case .sqlite: try SQLiteTerms.settle(shelf, in: db)
        case .postgres: break
        }
    }

    /// Empties the index, to be filled anew from the rows; `endFilling` makes it quick again. Only where nobody else is
    /// in: until then questions are slow, or wait.
    package static func beginFilling(_ shelf: SearchShelf = .masked, in db: Transaction) throws {
        switch db.kind {
        case .sqlite: try SQLiteTerms.clear(shelf, in: db)
        case .postgres: try PostgresTerms.beginFilling(shelf, in: db)
        }
    }

    /// After the last document.
    package static func endFilling(_ shelf: SearchShelf = .masked, in db: Transaction) throws {
        switch db.kind {
        case .sqlite: try SQLiteTerms.settle(shelf, in: db)
        case .postgres: try PostgresTerms.endFilling(shelf, in: db)
        }
    }

    /// FNV-1a (64 bits): against mistakes, not against attacks.
    private static func checksum(_ terms: String) -> Int64 {
        Int64(bitPattern: terms.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 })
    }
}
