import Database
import Directory
import Domain
import Record

/// Draws the events of a matter for one reader.
struct ShownHistory {
    let reader: TextReader
    let account: AccountID?
    let atlas: Atlas
    let names: PeopleNames

    func events(_ recorded: [RecordedEvent], texts: [Int64: [TextPart]]) -> [ShownEvent] {
        let kinds = recorded.map { MatterEvent(rawValue: $0.name) }
        let disowned = RecordedDisputes(recorded).disowned
        let opened = EventTexts(reader: reader, opened: texts, delivered: ShownHistory.delivered(recorded, kinds))
        return zip(recorded, kinds).compactMap { event, kind in
            kind.flatMap { shown(event, $0, opened, recorded, isDisowned: disowned.contains(event.sequence)) }
        }
    }

    private func shown(
        _ event: RecordedEvent, _ kind: MatterEvent, _ texts: EventTexts, _ all: [RecordedEvent], isDisowned: Bool
    ) -> ShownEvent? {
        let places = EventPlaces(atlas: atlas, deputies: names.people)
        let isByReporter =
            event.author.kind == .reporter || event.author.onBehalf == Attestation.Speaker.reporter.rawValue
        let resident = ResidentTitle(event: event, kind: kind, places: places, isByReporter: isByReporter).text
        if reader.isReporter, resident == nil { return nil }
        let author = EventAuthor(atlas: atlas, names: names, isForReporter: reader.isReporter)
        let by = author.text(event.author) + (reader.isReporter ? "" : author.marks(event, isDisowned: isDisowned))
        return ShownEvent(
            name: event.name, at: event.at, title: EventTitle(event: event, kind: kind, places: places).text,
            residentTitle: resident, by: by, texts: texts.texts(of: event, kind),
            due: due(event, places, reply: texts.delivered[event.id].flatMap { id in all.first { $0.id == id } }),
            isOwn: isOwn(event.author))
    }

    /// The day that an event named. A promise is the reporter's with the delivery of the reply that made it.
    private func due(_ event: RecordedEvent, _ places: EventPlaces, reply: RecordedEvent?) -> Day? {
        for key in ["stated", "until", "promised", "deadline", "due"] {
            if let day = places.day(event, key) { return event.name == "replied" && reader.isReporter ? nil : day }
        }
        return reply.flatMap { places.day($0, "promised") }
    }

    private func isOwn(_ author: Author) -> Bool {
        switch author.kind {
        case .staff: author.account != nil && author.account == account
        case .reporter: reader.isReporter
        case .system: false
        }
    }

    /// For each delivery the reply that was checked before it.
    private static func delivered(_ events: [RecordedEvent], _ kinds: [MatterEvent?]) -> [Int64: Int64] {
        var found: [Int64: Int64] = [:]
        var reply: Int64?
        for (event, kind) in zip(events, kinds) {
            if kind == .replied { reply = event.id }
            if kind == .delivered, let reply { found[event.id] = reply }
        }
        return found
    }
}
