import Database
import Domain
import Secrets

/// Writes and reads the chains of events.
package struct EventLog: Sendable {
    let keys: KeyRing

    /// A log that seals with these keys.
    package init(keys: KeyRing) {
        self.keys = keys
    }

    /// Appends an event to a chain whose head the caller keeps in its own row. Returns the new head to be stored.
    package func append(
        _ draft: EventDraft, after head: ChainHead, in db: Transaction, ids: inout IDs
    ) throws -> ChainHead {
        let event = try sealed(draft, after: head, ids: &ids)
        try insert(event, in: db)
        return event.head
    }

    /// The first half of appending: hashed and sealed, which needs no transaction.
    package func sealed(_ draft: EventDraft, after head: ChainHead, ids: inout IDs) throws -> SealedEvent {
        let format = CanonicalForm.current
        let id = ids.next()
        let plain = draft.texts.isEmpty ? nil : try SealedContent.plain(draft.texts, salt: ids.salt())
        let algorithm = try CanonicalForm.algorithm(of: format)
        var event = EventRow(
            draft, id: id, after: head, format: format,
            facts: try FactForm.bytes(draft.facts),
            commitment: plain.map { SealedContent.commitment($0, algorithm) })
        event.hash = try CanonicalForm.hash(event)
        return SealedEvent(row: event, content: plain.map { SealedContent.seal($0, event: id, keys: keys) })
    }

    /// The second half: the rows of the event.
    package func insert(_ event: SealedEvent, in db: Transaction) throws {
        try event.row.insert(in: db)
        if let sealed = event.content {
            try db.run("INSERT INTO event_content (event, sealed) VALUES (\(event.row.id), \(sealed))")
        }
    }

    /// Appends an event to a chain whose head nobody else keeps: it stands in `stream_head`.
    @discardableResult
    package func append(_ draft: EventDraft, in db: Transaction, ids: inout IDs) throws -> ChainHead {
        let head = try head(of: draft.stream, in: db)
        let event = try sealed(draft, after: head, ids: &ids)
        let next = event.head
        // The head first: who comes second waits here, before anything else is written.
        let changed = try db.changed(
            """
            INSERT INTO stream_head (stream_kind, stream_id, sequence, hash)
            VALUES (\(draft.stream.kind.rawValue), \(draft.stream.id), \(next.sequence), \(next.hash))
            ON CONFLICT (stream_kind, stream_id) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash
            WHERE stream_head.sequence = \(head.sequence)
            """)
        guard changed == 1 else { throw RecordError.headMoved }
        try insert(event, in: db)
        return next
    }

    /// The head of a chain in `stream_head`; `.none` before its first event.
    package func head(of stream: Stream, in db: Transaction) throws -> ChainHead {
        let row = try db.row(
            """
            SELECT sequence, hash FROM stream_head
            WHERE stream_kind = \(stream.kind.rawValue) AND stream_id = \(stream.id)
            """)
        guard let row else { return .none }
        return ChainHead(sequence: try row[0], hash: try row[1])
    }
}

/// An event in its place in the chain, not yet inserted.
package struct SealedEvent: Sendable {
    let row: EventRow
    let content: [UInt8]?

    /// The head of the chain with it.
    package var head: ChainHead { ChainHead(sequence: row.sequence, hash: row.hash) }
}

extension EventRow {
    /// A row to be, still without its hash.
    fileprivate init(
        _ draft: EventDraft, id: Int64, after head: ChainHead, format: UInt8, facts: [UInt8], commitment: [UInt8]?
    ) {
        let author = draft.author
        self.init(
            id: id, streamKind: draft.stream.kind.rawValue, streamID: draft.stream.id, sequence: head.sequence + 1,
            format: format, name: draft.name, at: draft.at.ms, authorKind: author.kind.rawValue,
            account: author.account, grant: author.grant, role: author.role, organ: author.organ,
            station: author.station, onBehalf: author.onBehalf, before: draft.before, after: draft.after,
            facts: facts, commitment: commitment, previous: head.hash, hash: [])
    }
}
