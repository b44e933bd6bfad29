import Database

extension EventLog {
    /// Recomputes one chain and its contents, and compares its end with the head its owner keeps.
    package func verify(_ stream: Stream, head: ChainHead, in db: Transaction) throws -> [Fault] {
        var check = ChainCheck(keys: keys)
        var end = ChainHead.none
        try each(
            "e.stream_kind = \(stream.kind.rawValue) AND e.stream_id = \(stream.id)", in: db
        ) { event, content in
            check.check(event, content)
            end = ChainHead(sequence: event.sequence, hash: event.hash)
        }
        guard end != head else { return check.faults }
        let fault = Fault(
            streamKind: stream.kind.rawValue, streamID: stream.id, sequence: end.sequence, kind: .headDiffers)
        return check.faults + [fault]
    }

    /// Recomputes every chain and every content, and compares all ends with the heads their owners keep. Kinds that
    /// are not named in `heads` keep theirs in `stream_head`. `progress` is told how many more events are done; it is
    /// called from two threads.
    package func verifyAll(
        in engine: any DatabaseEngine, heads: [StreamHeads], progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> [Fault] {
        async let even = verify(lane: 0, in: engine, progress)
        async let odd = verify(lane: 1, in: engine, progress)
        var faults = try await even + odd
        for kind in StreamKind.allCases {
            let heads = heads.first { $0.kind == kind } ?? .shared(kind)
            faults += try await engine.read { db in try compare(heads, in: db) }
        }
        return faults
    }

    /// Every second chain: the work of two processors, and still in order.
    private func verify(
        lane: Int64, in engine: any DatabaseEngine, _ progress: @escaping @Sendable (Int) -> Void
    ) async throws -> [Fault] {
        try await engine.read { db in
            var check = ChainCheck(keys: keys)
            var done = 0
            try each("(e.stream_id & 1) = \(lane)", in: db) { event, content in
                check.check(event, content)
                done += 1
                if done.isMultiple(of: 1024) { progress(1024) }
            }
            progress(done % 1024)
            return check.faults
        }
    }

    private func each(
        _ condition: SQL, in db: Transaction, _ body: (EventRow, ContentRow?) -> Void
    ) throws {
        try db.each(
            """
            SELECT \(EventRow.columns), \(ContentRow.columns)
            FROM event e LEFT JOIN event_content c ON c.event = e.id
            WHERE \(condition) ORDER BY e.stream_kind, e.stream_id, e.sequence
            """
        ) { row in
            body(try EventRow(row), try ContentRow(row, at: EventRow.columnCount))
        }
    }

    private func compare(_ heads: StreamHeads, in db: Transaction) throws -> [Fault] {
        let kind = heads.kind.rawValue
        var faults: [Fault] = []
        func add(_ row: Row, _ fault: Fault.Kind) throws {
            guard faults.count < ChainCheck.most else { return }
            faults.append(
                Fault(streamKind: kind, streamID: try row[0], sequence: try row[1] as Int64? ?? 0, kind: fault))
        }
        try db.each(
            """
            WITH head (id, sequence, hash) AS (\(heads.rows))
            SELECT head.id, (SELECT MAX(e.sequence) FROM event e WHERE e.stream_kind = \(kind) AND e.stream_id = head.id),
              head.sequence, head.hash, (SELECT e.hash FROM event e
                WHERE e.stream_kind = \(kind) AND e.stream_id = head.id AND e.sequence = head.sequence)
            FROM head ORDER BY head.id
            """
        ) { row in
            let end = ChainHead(sequence: try row[1] as Int64? ?? 0, hash: try row[4] as [UInt8]? ?? [])
            if end != ChainHead(sequence: try row[2], hash: try row[3]) { try add(row, .headDiffers) }
        }
        try db.each(
            """
            WITH head (id, sequence, hash) AS (\(heads.rows))
            SELECT e.stream_id, e.sequence FROM event e
            WHERE e.stream_kind = \(kind) AND e.sequence = 1
              AND NOT EXISTS (SELECT 1 FROM head WHERE head.id = e.stream_id)
            ORDER BY e.stream_id
            """
        ) { row in
            try add(row, .ownerMissing)
        }
        return faults
    }
}
