import Database

/// The index in PostgreSQL: an inverted index over the single terms of each document; whether they stand one after the
/// other is seen in the document's text.
///
/// Such an index gives all documents of a term at once and in no order, so a frequent word would cost more with every
/// year. Each document therefore also has terms for the stretch of time it lies in, and a question goes through
/// stretches from the newest back, each longer than the one before, until there is enough.
enum PostgresTerms {
    static func insert(_ document: Int64, _ terms: String, in db: Transaction) throws {
        let stored = " " + terms + " " + TimeSlot.terms(of: document).joined(separator: " ") + " "
        try db.run("INSERT INTO search_document (document, terms) VALUES (\(document), \(stored))")
    }

    static func delete(_ document: Int64, in db: Transaction) throws {
        try db.run("DELETE FROM search_document WHERE document = \(document)")
    }

    static func clear(in db: Transaction) throws {
        try db.run("DELETE FROM search_document")
    }

    /// One statement: a stretch is only looked at when those before it did not bring enough.
    static func find(
        _ phrases: [String], area: Int64, before sortKey: Int64?, limit: Int, in db: Transaction
    ) throws -> [Int64] {
        let newest: Int64? = try db.value(
            "SELECT document FROM search_entry WHERE document < \(sortKey ?? .max) ORDER BY document DESC LIMIT 1")
        guard let newest else { return [] }
        let wanted = wanted(phrases, area: area)
        let stretches: [SQL] = TimeSlot.stretches(from: newest).map { stretch in
            """
            (SELECT document FROM search_document
            WHERE \(wanted) AND \(condition(stretch)) AND document <= \(newest)
            ORDER BY document DESC LIMIT \(limit))
            """
        }
        return try db.rows(
            "SELECT document FROM (\(stretches.joined(by: " UNION ALL "))) AS found LIMIT \(limit)"
        ).map { try $0[0] }
    }

    private static func wanted(_ phrases: [String], area: Int64) -> SQL {
        let single = phrases.flatMap { $0.split(separator: " ") } + [Terms.areaTerm(area)[...]]
        var conditions: [SQL] = ["string_to_array(terms, ' ') @> ARRAY[\(each: single)]"]
        for phrase in phrases where phrase.contains(" ") {
            conditions.append("strpos(terms, \(" " + phrase + " ")) > 0")
        }
        return conditions.joined(by: " AND ")
    }

    private static func condition(_ stretch: TimeSlot.Stretch) -> SQL {
        switch stretch {
        case .slots(let terms): "string_to_array(terms, ' ') && ARRAY[\(each: terms)]"
        case .before(let document): "document < \(document)"
        }
    }
}

extension SQL.StringInterpolation {
    /// Several values with commas between them.
    fileprivate mutating func appendInterpolation(each values: [some SQLConvertible]) {
        appendInterpolation(values.map { "\($0)" as SQL }.joined(by: ", "))
    }
}
