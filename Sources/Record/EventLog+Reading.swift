import Database
import Secrets

extension EventLog {
    /// All events of a chain in order, without their texts.
    package func events(of stream: Stream, in db: Transaction) throws -> [RecordedEvent] {
        try db.rows(
            """
            SELECT \(EventRow.columns) FROM event e
            WHERE e.stream_kind = \(stream.kind.rawValue) AND e.stream_id = \(stream.id) ORDER BY e.sequence
            """
        ).map { try EventRow($0).recorded() }
    }

    /// Events of a chain in order with their texts, in one statement: all of them, or the first and those of some names.
    /// An event whose texts were erased has none.
    package func history(
        of stream: Stream, firstAnd names: [String]? = nil, in db: Transaction
    ) throws -> [(event: RecordedEvent, texts: [TextPart])] {
        let some: SQL = names.map { "AND (e.sequence = 1 OR e.name IN \(list: $0))" } ?? ""
        return try db.rows(
            """
            SELECT \(EventRow.columns), c.sealed FROM event e LEFT JOIN event_content c ON c.event = e.id
            WHERE e.stream_kind = \(stream.kind.rawValue) AND e.stream_id = \(stream.id) \(some)
            ORDER BY e.sequence
            """
        ).map { row in
            let event = try EventRow(row).recorded()
            let sealed: [UInt8]? = try row[EventRow.columnCount]
            let plain = try sealed.map { try SealedContent.open($0, event: event.id, keys: keys) }
            return (event, try plain.map(SealedContent.texts) ?? [])
        }
    }

    /// One event by its place in the chain; nil where there is none.
    package func event(_ sequence: Int64, of stream: Stream, in db: Transaction) throws -> RecordedEvent? {
        try db.row(
            """
            SELECT \(EventRow.columns) FROM event e
            WHERE e.stream_kind = \(stream.kind.rawValue) AND e.stream_id = \(stream.id) AND e.sequence = \(sequence)
            """
        ).map { try EventRow($0).recorded() }
    }

    /// Whether all events of a chain after one of them have a name.
    package func isNothing(but name: String, after sequence: Int64, of stream: Stream, in db: Transaction) throws
        -> Bool
    {
        let others: Int64? = try db.value(
            """
            SELECT COUNT(*) FROM event
            WHERE stream_kind = \(stream.kind.rawValue) AND stream_id = \(stream.id) AND sequence > \(sequence)
              AND name <> \(name)
            """)
        return others == 0
    }

    /// The texts of some events; an event without texts, or whose texts were erased, is missing.
    package func texts(of events: [Int64], in db: Transaction) throws -> [Int64: [TextPart]] {
        guard !events.isEmpty else { return [:] }
        var found: [Int64: [TextPart]] = [:]
        found.reserveCapacity(events.count)
        let rows = try db.rows(
            "SELECT event, sealed FROM event_content WHERE event IN \(list: events) AND sealed IS NOT NULL")
        for row in rows {
            let event: Int64 = try row[0]
            found[event] = try SealedContent.texts(try SealedContent.open(try row[1], event: event, keys: keys))
        }
        return found
    }
}
