import Database
import Directory
import Domain
import Record
import Secrets

/// Everything that is written when a matter begins.
struct NewMatter {
    let draft: OpinionDraft
    let change: MatterChange
    let code: ReporterCode
    let author: Author
    private let masked: MaskedOpinion

    init(draft: OpinionDraft, change: MatterChange, code: ReporterCode, author: Author) {
        self.draft = draft
        self.change = change
        self.code = code
        self.author = author
        masked = MaskedOpinion(words: draft.words, place: draft.place, traces: ReporterTraces(draft.reporter))
    }

    private var matter: Matter { change.matter }

    func insert(in db: Transaction, rules: Rules, atlas: Atlas, keys: KeyRing, ids: inout IDs) throws {
        let sortKey = SortKey.make(matter.registeredAt, id: matter.id)
        try insertRow(after: insertEvent(in: db, keys: keys, ids: &ids), sortKey, in: db)
        try ClockTable.replace([], by: matter.clocks, of: matter.id, rules: rules, in: db)
        let masked = try insertWords(in: db, keys: keys)
        try MatterLists(of: matter, in: atlas).insert(matter, sortKey: sortKey, words: masked, in: db)
        try CounterTable.add(Counting.registered(matter, atlas), at: matter.registeredAt, in: db, ids: &ids)
    }

    /// Who spoke, and what was said with every personal value masked; the masked words are returned.
    func insertWords(in db: Transaction, keys: KeyRing) throws -> String {
        try ReporterTable.insert(draft.reporter, of: matter, code: code, in: db, keys: keys)
        try ReporterTable.insertWish(
            of: draft.reporter, for: draft.wantedDeputy, matter: matter.id, in: db, keys: keys)
        try WordsTable.insert(matter.id, masked, in: db)
        return masked.words
    }

    /// The event goes first: the row carries its hash from the beginning.
    private func insertEvent(in db: Transaction, keys: KeyRing, ids: inout IDs) throws -> ChainHead {
        try EventLog(keys: keys).append(event(), after: .none, in: db, ids: &ids)
    }

    func event() -> EventDraft {
        var texts = [TextPart(kind: "words", text: draft.words)]
        if !draft.place.isEmpty { texts.append(TextPart(kind: "place", text: draft.place)) }
        let facts =
            change.facts.map(Fact.init) + (draft.onBehalf?.facts ?? [])
            + [Fact(MatterFingerprint.key, MatterFingerprint.of(matter))]
        return EventDraft(
            stream: .matter(matter.id), name: change.event, author: author, at: matter.registeredAt,
            after: matter.state.rawValue, facts: facts, texts: texts)
    }

    func insertRow(after head: ChainHead, _ sortKey: Int64, in db: Transaction) throws {
        try db.run(
            """
            INSERT INTO matter (id, number, sort_key, registered_at, channel, area, lowest_level, has_telephone,
              registered_by, relapse_of, version, head, state, holder_station, on_duty, station, level, is_emergency,
              is_triage_confirmed, is_wide, objections, extension, reworks, supervision_level, is_reply_checked,
              was_returned, is_delivered, is_notice_given, dissatisfactions, times_contested, is_archived,
              is_published, due_at)
            VALUES (\(matter.id), \(matter.number.text), \(sortKey), \(matter.registeredAt),
              \(draft.channel.rawValue), \(matter.area), \(matter.lowestLevel.rawValue), \(matter.hasTelephone),
              \(author.account), \(draft.relapseOf), \(head.sequence), \(head.hash), \(matter.state.rawValue),
              \(matter.holder?.station), \(matter.onDuty.rawValue), \(matter.station), \(matter.level.rawValue),
              0, 0, 0, 0, 'none', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, \(matter.dueAt))
            """)
    }
}

/// What was said, as lists and the search have it: many read them who may not know who spoke, so the reporter's own
/// name goes with every other personal value.
struct MaskedOpinion: Hashable, Sendable {
    let title: String
    let words: String
    let place: String

    init(words: String, place: String, traces: ReporterTraces) {
        self.words = traces.removed(from: words)
        self.place = traces.removed(from: place)
        title = Title.of(self.words)
    }
}

/// Unique, and in the order of registration: the millisecond with the low twenty bits of the id behind it.
enum SortKey {
    static func make(_ instant: Instant, id: MatterID) -> Int64 {
        instant.ms << 20 | (id & 0xFFFFF)
    }
}

/// A heading out of somebody's own masked words, at most 30 characters: the first sentence after the greeting, with
/// the next one where the first says next to nothing (“我说话直，您别见怪。”).
enum Title {
    private static let ends = "。！？!?；;\n"
    private static let telling = 16
    private static let most = 30
    /// What is left of a sentence must still say something.
    private static let least = 8

    static func of(_ masked: String) -> String {
        let words = greeted(masked.drop { $0.isWhitespace })
        let first = words.prefix { !ends.contains($0) }
        if first.count > most { return cut(String(first), keeping: least) }
        let rest = words.dropFirst(first.count).drop { ends.contains($0) || $0.isWhitespace }
        guard first.count < telling, !rest.isEmpty else { return String(first) }
        let both = String(first + "。" + rest.prefix { !ends.contains($0) })
        return both.count <= most ? both : cut(both, keeping: first.count + 1)
    }

    /// Ends where the person paused, so that no heading stops within a word; only where she never did, “…” stands.
    private static func cut(_ text: String, keeping least: Int) -> String {
        let head = text.prefix(most + 1)
        guard let pause = head.lastIndex(where: { "，,。".contains($0) }), head[..<pause].count >= least
        else { return String(text.prefix(most - 1)) + "…" }
        return String(head[..<pause])
    }

    /// What follows “尊敬的代表：您好！”; all of it where nothing follows.
    private static func greeted(_ words: Substring) -> Substring {
        let greeting = words.prefix { !"，,：:".contains($0) && !ends.contains($0) }
        let rest = words.dropFirst(greeting.count + 1).drop { $0.isWhitespace }
        guard greeting.count <= telling, greeting.hasSuffix("好") || greeting.hasPrefix("尊敬"), !rest.isEmpty
        else { return words }
        return greeted(rest)
    }
}

extension Fact {
    init(_ fact: MatterChange.Fact) {
        switch fact.value {
        case .integer(let number): self.init(fact.key, number)
        case .code(let code): self.init(fact.key, code: code)
        }
    }
}

extension Author {
    /// A signed-in person under the grant that allowed the act.
    init(_ signed: Principal.Signed, _ grant: Grant?, onBehalf: Attestation.Speaker?) {
        var organ: OrganID?
        var station: StationID?
        switch grant?.place {
        case .organ(let id): organ = id
        case .station(let id): station = id
        case .area, nil: break
        }
        self.init(
            kind: .staff, account: signed.account, grant: grant?.id, role: grant?.role.rawValue, organ: organ,
            station: station, onBehalf: onBehalf?.rawValue)
    }
}
