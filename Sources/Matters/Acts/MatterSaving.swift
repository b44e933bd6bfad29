import Database
import Directory
import Domain
import Record

/// Writes a decided change: event, row, clocks, lists, figures.
struct MatterSaving {
    let stored: StoredMatter
    let change: MatterChange
    let author: Author
    let letter: Attestation?
    let rules: Rules
    let atlas: Atlas
    var files = ActFiles()

    func run(in db: Transaction, at now: Instant, log: EventLog, ids: inout IDs) throws {
        let before = stored.matter
        let after = change.matter
        let event = try log.sealed(event(at: now), after: stored.head, ids: &ids)
        // The row first: of two acts on one matter the second waits here, before anything else of it is written.
        try MatterTable.save(stored, after, head: event.head, rules: rules, in: db)
        try log.insert(event, in: db)
        try MatterLists.update(before, after, sortKey: stored.sortKey, atlas: atlas, in: db)
        try CounterTable.add(Counting.changed(before, after, atlas), at: before.registeredAt, in: db, ids: &ids)
        try StatedDateTable.follow(change, at: now, in: db)
    }

    func event(at now: Instant) -> EventDraft {
        let facts =
            change.facts.map(Fact.init) + (letter?.facts ?? []) + files.facts
            + [Fact(MatterFingerprint.key, MatterFingerprint.of(change.matter))]
        let texts = change.words.map { TextPart(kind: $0.kind, text: $0.text) } + (letter?.texts ?? [])
        return EventDraft(
            stream: .matter(stored.matter.id), name: change.event, author: author, at: now,
            before: stored.matter.state.rawValue, after: change.matter.state.rawValue, facts: facts, texts: texts)
    }
}

extension Attestation {
    /// How it was heard, as it stands in the record.
    var facts: [Fact] { [Fact("heard-by", code: channel.rawValue)] }

    /// The letter it stands in, where it was one.
    var texts: [TextPart] {
        [("document", document), ("letter-signer", signer)].filter { !$0.1.isEmpty }
            .map { TextPart(kind: $0.0, text: $0.1) }
    }
}

/// 承诺日期 and whether it was kept: the measure of each handling organ (row 90).
enum StatedDateTable {
    static func follow(_ change: MatterChange, at now: Instant, in db: Transaction) throws {
        guard let before = change.before else { return }
        let after = change.matter
        if let stated = after.handling.statedOn, before.handling.statedOn == nil, let organ = after.handling.lead {
            try db.run(
                """
                INSERT INTO stated_date (organ, matter, stated_on, stated_at)
                VALUES (\(organ), \(after.id), \(stated), \(now))
                """)
        } else if before.handling.statedOn != nil, after.handling.statedOn == nil, after.state == .replied,
            let organ = before.handling.lead
        {
            let isKept = change.facts.contains { $0.key == "kept" && $0.value == .integer(1) }
            // By its organ, as the rows lie; what another one stated before it stays undecided.
            try db.run(
                """
                UPDATE stated_date SET was_kept = \(isKept)
                WHERE organ = \(organ) AND matter = \(after.id) AND was_kept IS NULL
                """)
        }
    }

    /// 兑现率 of an organ: how many stated dates were kept, of how many decided (n).
    static func kept(by organ: OrganID, in db: Transaction) throws -> (kept: Int, decided: Int) {
        let row = try db.row(
            """
            SELECT COALESCE(SUM(was_kept), 0), COUNT(was_kept) FROM stated_date WHERE organ = \(organ)
            """)
        return (try row?[0] ?? 0, try row?[1] ?? 0)
    }
}
