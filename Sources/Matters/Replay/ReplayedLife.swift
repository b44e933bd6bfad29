import Database
import Directory
import Domain
import Record
import Search
import Secrets

/// One matter that was played, from its registration to where it stands at the end.
struct ReplayedLife: Sendable {
    /// What the head of the station published of it.
    struct Publication: Sendable {
        var words: PublishedWords
        var by: Principal
        var at: Instant
    }

    let new: NewMatter
    private(set) var matter: Matter
    private(set) var events: [SealedEvent] = []
    private(set) var eventNames: [String] = []
    var publication: Publication?
    /// Changes of the date a handler stated: the measure of each organ needs every one of them.
    private var stated: [(change: MatterChange, at: Instant)] = []
    private var answer: FirstAnswer?

    init(_ new: NewMatter) {
        self.new = new
        matter = new.change.matter
    }

    var head: ChainHead { events.last?.head ?? .none }

    private var sortKey: Int64 { SortKey.make(matter.registeredAt, id: matter.id) }

    var stored: StoredMatter {
        StoredMatter(matter: matter, head: head, sortKey: sortKey, registeredBy: new.author.account)
    }

    mutating func add(_ event: SealedEvent, _ change: MatterChange, at now: Instant? = nil) {
        events.append(event)
        eventNames.append(change.event)
        matter = change.matter
        if answer == nil, let now, let before = change.before { answer = FirstAnswer(before, change.matter, at: now) }
        if let now, change.before?.handling.statedOn != change.matter.handling.statedOn { stated.append((change, now)) }
    }

    func write(
        _ snapshot: Snapshot, _ log: EventLog, _ keys: KeyRing, in db: Transaction, ids: inout IDs
    ) throws {
        guard let first = events.first else { return }
        for event in events { try log.insert(event, in: db) }
        try new.insertRow(after: first.head, sortKey, in: db)
        let masked = try new.insertWords(in: db, keys: keys)
        let counted = Counting.counted(matter).map { (figure: $0, delta: Int64(1)) }
        let decided = try writeEnd(first.head, snapshot, in: db)
        try MatterLists(of: matter, in: snapshot.atlas).insert(matter, sortKey: sortKey, words: masked, in: db)
        let area = Counting.area(of: matter, snapshot.atlas)
        let deltas = (counted + decided).sorted { $0.figure.code < $1.figure.code }.map {
            CounterDelta(area: area, figure: $0.figure, delta: $0.delta)
        }
        try CounterTable.add(deltas, at: matter.registeredAt, in: db, ids: &ids)
    }

    /// From the row as it was inserted to the row as it is now; returns what is counted once.
    private func writeEnd(
        _ first: ChainHead, _ snapshot: Snapshot, in db: Transaction
    ) throws -> [(figure: Figure, delta: Int64)] {
        let rules = snapshot.rules(at: matter.area, on: Day(of: matter.registeredAt))
        let inserted = StoredMatter(
            matter: new.change.matter, head: first, sortKey: sortKey, registeredBy: new.author.account)
        try ClockTable.replace([], by: inserted.matter.clocks, of: matter.id, rules: rules, in: db)
        if events.count > 1 { try MatterTable.save(inserted, matter, head: head, rules: rules, in: db) }
        var decided = try stated.flatMap { try StatedDateTable.follow($0.change, at: $0.at, in: db) }
        if let answer, !matter.isPetition, try FirstAnswerTable.insert(answer, of: matter.id, in: db) {
            decided.append((answer.figure, 1))
        }
        if let publication, matter.isPublished {
            try PublicationTable.put(
                matter, publication.words, by: publication.by, at: publication.at, atlas: snapshot.atlas, in: db)
        }
        return decided
    }
}
