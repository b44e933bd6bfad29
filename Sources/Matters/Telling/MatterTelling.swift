import Database
import Directory
import Domain
import Outbox
import Record

/// Writes the messages of one change in the write of that change: what happened and who was told of it stand there
/// together or not at all. Who holds an office is known from the atlas, so it costs what the messages cost.
struct MatterTelling {
    let matter: Matter
    let tellings: [Telling]
    let atlas: Atlas
    let now: Instant
    private let publicURL: String
    /// Which step it is told of: the matter's own last one, or one of its lead.
    private let step: String

    init(
        _ matter: Matter, _ tellings: [Telling], ofLead lead: Matter? = nil, atlas: Atlas, at now: Instant,
        settings: InstallationSettings
    ) {
        step = lead.map { "lead/\($0.id)/event/\($0.version)" } ?? "event/\(matter.version)"
        self.matter = matter
        self.tellings = settings.isTelling ? tellings : []
        self.atlas = atlas
        self.now = now
        publicURL = settings.publicURL
    }

    /// Of an act, a registration (`act` is nil), or a merged matter that went with its lead (nil too).
    init(
        _ change: MatterChange, of act: Act?, under rules: Rules, atlas: Atlas, at now: Instant,
        settings: InstallationSettings
    ) {
        let tellings = settings.isTelling ? change.tellings(of: act, under: rules, at: now) : []
        self.init(change.matter, tellings, atlas: atlas, at: now, settings: settings)
    }

    func put(in db: Transaction, ids: inout IDs, installation: Installation) throws {
        let drafts = drafts
        guard !drafts.isEmpty else { return }
        try Outbox.put(drafts, in: db, at: now, ids: &ids, keys: installation.keys)
    }

    var drafts: [MessageDraft] {
        tellings.flatMap { telling in recipients(of: telling).compactMap { draft(telling, to: $0) } }
    }

    // MARK: to whom

    private func recipients(of telling: Telling) -> [Recipient] {
        let today = Day(of: now)
        switch telling.to {
        case .reporter: return [.reporter(matter.id)]
        case .supervisor(let person): return [.person(person)]
        case .organ(let organ):
            guard let place = atlas.organ(organ), mayKnow(place.division) else { return [] }
            return atlas.people(at: organ, on: today).map(Recipient.person)
        case .station(let station): return staff(of: station, as: [.stationHead, .stationClerk])
        case .head(let station): return staff(of: station, as: [.stationHead])
        }
    }

    private func staff(of station: StationID, as roles: Set<Role>) -> [Recipient] {
        guard let place = atlas.station(station), mayKnow(place.division) else { return [] }
        return atlas.people(at: station, as: roles, on: Day(of: now)).map(Recipient.person)
    }

    /// Nobody of a place that is by-passed hears of it, whatever the rules should say one day.
    private func mayKnow(_ division: DivisionID) -> Bool {
        !matter.isBypassed || matter.knowingAreas(in: atlas).contains { $0.id == division }
    }

    // MARK: what

    private func draft(_ telling: Telling, to recipient: Recipient) -> MessageDraft? {
        guard let kind = MessageKind(rawValue: telling.kind.rawValue) else { return nil }
        return MessageDraft(
            kind, to: recipient, area: matter.area, matter: matter.id, values: values(telling),
            key: key(telling, recipient))
    }

    /// Days and names of offices, never a title, a person or anybody's words.
    private func values(_ telling: Telling) -> [String: String] {
        let station = atlas.station(matter.station)
        var values: [String: String] = [:]
        values["station"] = station?.name
        values["phone"] = station.flatMap { $0.phone.isEmpty ? nil : $0.phone }
        values["day"] = telling.day?.chinese(from: Day(of: now))
        values["link"] = publicURL + (telling.to == .reporter ? "/my" : "/matters/" + matter.number.text)
        // Where a petition went is nobody's business who reads over a shoulder.
        let holder = matter.state == .referred ? nil : telling.holder.flatMap(name)
        values["holder"] = holder
        // To whom it was handed on, where it was.
        if telling.kind == .silencePassed { values["station"] = holder }
        return values
    }

    private func name(_ holder: Holder) -> String? {
        switch holder {
        case .station(let id): atlas.station(id)?.name
        case .organ(let id): atlas.organ(id)?.name
        }
    }

    private func key(_ telling: Telling, _ recipient: Recipient) -> String {
        let happening =
            telling.isOnceForClock
            ? telling.clock.map { "clock/\($0.kind.rawValue)/\($0.deadline.startedOn.number)" } : nil
        return "matter/\(matter.id)/\(happening ?? step)/\(telling.kind.rawValue)/"
            + recipient.key
    }
}

extension Recipient {
    /// Tells one recipient of a happening from the others. Addresses have no place in the matters' messages.
    fileprivate var key: String {
        switch self {
        case .reporter: "reporter"
        case .person(let id): "person/\(id)"
        case .address(let kind, _): kind.rawValue
        }
    }
}
