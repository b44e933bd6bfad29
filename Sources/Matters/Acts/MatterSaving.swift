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
    var isViaLink = false

    func run(in db: Transaction, at now: Instant, log: EventLog, ids: inout IDs) throws {
        let before = stored.matter
        let after = change.matter
        let event = try log.sealed(event(at: now), after: stored.head, ids: &ids)
        // The row first: of two acts on one matter the second waits here, before anything else of it is written.
        try MatterTable.save(stored, after, head: event.head, rules: rules, in: db)
        try log.insert(event, in: db)
        try MatterLists.update(before, after, sortKey: stored.sortKey, atlas: atlas, in: db)
        try OpenDisputeTable.follow(before, after, in: db)
        try PublicationTable.follow(before, after, atlas: atlas, in: db)
        let deltas = Counting.changed(before, after, atlas) + (try counted(before, after, at: now, in: db))
        try CounterTable.add(deltas, at: before.registeredAt, in: db, ids: &ids)
    }

    /// What is counted once, whatever comes afterwards: the first answer, and each date that was stated.
    private func counted(
        _ before: Matter, _ after: Matter, at now: Instant, in db: Transaction
    ) throws -> [CounterDelta] {
        let area = Counting.area(of: after, atlas)
        return try
            (FirstAnswerTable.follow(before, after, at: now, in: db)
            + StatedDateTable.follow(change, at: now, in: db))
            .map { CounterDelta(area: area, figure: $0.figure, delta: $0.delta) }
    }

    func event(at now: Instant) -> EventDraft {
        let facts =
            change.facts.map(Fact.init) + (letter?.facts ?? []) + files.facts
            + (isViaLink ? [Fact("via", code: "link")] : [])
            + [Fact(MatterFingerprint.key, MatterFingerprint.of(change.matter))]
        let texts = change.words.map { TextPart(kind: $0.kind, text: $0.text) } + (letter?.texts ?? [])
        return EventDraft(
            stream: .matter(stored.matter.id), name: change.event, author: author, at: now,
            before: stored.matter.state.rawValue, after: change.matter.state.rawValue, facts: facts, texts: texts)
    }
}

extension Attestation {
    /// How it was heard, as it stands in the record.
    var facts: [Fact] {
        [Fact("heard-by", code: channel.rawValue)] + (heardOn.map { [Fact("heard-on", Int64($0.number))] } ?? [])
    }

    /// The letter it stands in, where it was one.
    var texts: [TextPart] {
        [("document", document), ("letter-signer", signer)].filter { !$0.1.isEmpty }
            .map { TextPart(kind: $0.0, text: $0.1) }
    }
}

/// 承诺日期 and whether it was kept: the measure of each handling organ (row 90).
enum StatedDateTable {
    /// Returns what is decided by it.
    static func follow(
        _ change: MatterChange, at now: Instant, in db: Transaction
    ) throws -> [(figure: Figure, delta: Int64)] {
        guard let before = change.before else { return [] }
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
            let decided = try db.changed(
                """
                UPDATE stated_date SET was_kept = \(isKept)
                WHERE organ = \(organ) AND matter = \(after.id) AND was_kept IS NULL
                """)
            return [(isKept ? .kept : .broken, Int64(decided))]
        }
        return []
    }

    /// Of the dates stated for a matter, those that came: kept or not.
    static func decided(for matter: MatterID, in db: Transaction) throws -> [Bool] {
        try db.rows("SELECT was_kept FROM stated_date WHERE matter = \(matter) AND was_kept IS NOT NULL")
            .map { try $0[0] }
    }
}
