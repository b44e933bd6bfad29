import Domain
import Files
import Record

/// Who sees which file of a matter. A photo cannot be masked and a voice is known at once, so files are told to fewer
/// people than words: of what the reporter sent the station and the offices that decide see the photos, a handler only
/// those that the station released, and her voice nobody but those who may know her.
struct FileAudience {
    private let reader: TextReader
    private let relations: Set<Relation>
    private let seesReporter: Bool
    private let kinds: [Int64: MatterEvent]
    /// Replies that the reporter was told, by their places in the chain.
    private let delivered: Set<Int64>

    private static let reporters: Set<MatterEvent> = [
        .registered, .remarked, .withdrawn, .contested, .rated, .relapsed,
    ]
    private static let deciding: Set<Relation> = [
        .clerk, .head, .deputy, .supervisor, .liaisonOfficer, .assigningOffice, .officeAbove, .petitionOffice, .system,
    ]
    private static let handling: Set<Relation> = [.leadHandler, .coHandler, .distributor]

    init(_ reader: TextReader, relations: Set<Relation>, seesReporter: Bool, events: [RecordedEvent]) {
        self.reader = reader
        self.relations = relations
        self.seesReporter = seesReporter
        kinds = Dictionary(
            events.compactMap { event in MatterEvent(rawValue: event.name).map { (event.sequence, $0) } },
            uniquingKeysWith: { first, _ in first })
        delivered = FileAudience.delivered(events)
    }

    func maySee(_ file: StoredFile) -> Bool {
        guard reader.view == .full, let event = kinds[max(1, file.owner.event)] else { return false }
        guard Self.reporters.contains(event) else { return maySee(file, of: event) }
        if reader.isReporter { return true }
        switch file.kind {
        case .voice: return seesReporter && relations.isDisjoint(with: Self.handling)
        case .photo, .document:
            return seesReporter || file.releasedAt != nil || !relations.isDisjoint(with: Self.deciding)
        }
    }

    /// Whether the reporter sent it.
    func isReporters(_ file: StoredFile) -> Bool {
        kinds[max(1, file.owner.event)].map(Self.reporters.contains) ?? false
    }

    /// What an office sent: the letter is the offices' paper trail, the photos are the reporter's with the answer.
    private func maySee(_ file: StoredFile, of event: MatterEvent) -> Bool {
        if reader.mayRead(event), !reader.isReporter || file.kind == .photo { return true }
        return reader.isReporter && file.kind == .photo && delivered.contains(file.owner.event)
    }

    private static func delivered(_ events: [RecordedEvent]) -> Set<Int64> {
        var found: Set<Int64> = []
        var reply: Int64?
        for event in events {
            let kind = MatterEvent(rawValue: event.name)
            if kind == .replied { reply = event.sequence }
            if kind == .delivered, let reply { found.insert(reply) }
        }
        return found
    }
}

extension FileOwner {
    /// The place of the event it came with; 0 for what came with the first words.
    var event: Int64 {
        switch self {
        case .matterEvent(_, let sequence): sequence
        case .matterWords, .stationPost, .reception, .letter: 0
        }
    }
}
