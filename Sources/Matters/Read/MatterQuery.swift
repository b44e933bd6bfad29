import Database
import Directory
import Domain
import Files
import Record

/// Looks up one matter for one person. Who must not know of it finds nothing.
enum MatterQuery {
    static func run(
        _ db: Transaction, _ number: MatterNumber, by principal: Principal?, at now: Instant,
        in installation: Installation
    ) throws -> ShownMatter {
        try run(db, number, by: principal, at: now, atlas: installation.snapshot(in: db).atlas, in: installation)
    }

    /// For a page that has looked up the places already. Without its events, for an answer that does not tell them.
    static func run(
        _ db: Transaction, _ number: MatterNumber, by principal: Principal?, at now: Instant, atlas: Atlas,
        withEvents: Bool = true, in installation: Installation
    ) throws -> ShownMatter {
        guard let stored = try MatterTable.matter(number, in: db) else { throw NotFound() }
        let standing = Standing(of: principal, to: stored, atlas: atlas)
        guard standing.mayKnow(stored.matter) else { throw NotFound() }
        let reading = try MatterReading(
            stored: stored, standing: standing, atlas: atlas, withEvents: withEvents, installation, in: db)
        return try reading.shown(at: now)
    }
}

/// One matter being put together for one reader.
private struct MatterReading {
    let stored: StoredMatter
    let relations: Set<Relation>
    let principal: Principal?
    let view: MatterView
    let atlas: Atlas
    let side: MatterSide
    let recorded: [RecordedEvent]
    let texts: [Int64: [TextPart]]
    let names: PeopleNames

    private var matter: Matter { stored.matter }

    init(
        stored: StoredMatter, standing: Standing, atlas: Atlas, withEvents: Bool, _ installation: Installation,
        in db: Transaction
    ) throws {
        self.stored = stored
        self.atlas = atlas
        relations = standing.relations
        principal = standing.principal
        view = stored.matter.view(for: relations)
        side = try MatterSide(of: stored.matter.id, in: db, keys: installation.keys)
        (recorded, texts) = try MatterReading.events(
            of: stored.matter, view: view, withAll: withEvents, installation, in: db)
        names = try PeopleNames(
            of: recorded, supervisor: stored.matter.supervisor, withAccounts: !relations.contains(.reporter),
            in: db, keys: installation.keys)
    }

    /// Those whose texts must not be opened for this reader come without. What the reporter said and who asked to see
    /// her is looked at even where the events are not told.
    private static func events(
        of matter: Matter, view: MatterView, withAll: Bool, _ installation: Installation, in db: Transaction
    ) throws -> ([RecordedEvent], [Int64: [TextPart]]) {
        guard view == .full else {
            return (withAll ? try installation.log.events(of: .matter(matter.id), in: db) : [], [:])
        }
        let history = try installation.log.history(
            of: .matter(matter.id), firstAnd: withAll ? nil : [MatterEvent.contactSeen.rawValue], in: db)
        return (
            history.map(\.event),
            Dictionary(uniqueKeysWithValues: history.map { ($0.event.id, $0.texts) }).filter { !$0.value.isEmpty }
        )
    }

    func shown(at now: Instant) throws -> ShownMatter {
        guard let division = atlas.division(matter.area), let station = atlas.station(matter.station) else {
            throw DatabaseError.corrupt("matter \(matter.number.text)")
        }
        let reader = TextReader(relations, view: view, isHandling: isHandling, hidden: seesReporter ? nil : traces)
        let history = ShownHistory(
            reader: reader, account: principal?.signed?.account, atlas: atlas, names: names)
        return ShownMatter(
            matter: matter, sortKey: stored.sortKey, view: view, relations: relations,
            acts: acts(at: now), channel: side.channel,
            title: view == .full ? reader.shown(side.title) : "信访事项", words: words, place: place,
            reporter: seesReporter ? side.reporter : nil, division: division, station: station, holder: holder,
            names: shownNames, organLed: side.organLed, links: links, events: history.events(recorded, texts: texts),
            publication: side.publication, supports: side.supports,
            supportsByTelephone: side.supportsByTelephone, wantedDeputy: side.wantedDeputy, files: shownFiles(reader),
            openDisputes: disputes.undecided, hasBehalfActs: disputes.hasBehalfActs)
    }

    private func shownFiles(_ reader: TextReader) -> [ShownFile] {
        let audience = FileAudience(
            reader, relations: relations, seesReporter: seesReporter, events: recorded)
        return side.files.filter(audience.maySee).map { file in
            ShownFile(
                stored: file, description: reader.shown(file.description.opened),
                isReporters: audience.isReporters(file))
        }
    }

    /// Whoever handles a child's matter does not get to know the child, whatever the reason.
    private func acts(at now: Instant) -> [Act] {
        matter.acts(for: relations, at: now).filter { $0 != .seeReporter || !side.reporter.isMinor }
    }

    private var disputes: RecordedDisputes { RecordedDisputes(recorded) }

    private var isHandling: Bool {
        let handling = matter.handling
        let organs = [handling.lead, handling.distributor].compactMap(\.self) + handling.coHandlers
        return !organsOfReader.isDisjoint(with: organs)
    }

    private var organsOfReader: Set<OrganID> {
        Set((principal?.signed?.grants ?? []).compactMap { if case .organ(let id) = $0.place { id } else { nil } })
    }

    /// The station's people and the reporter; a handler whom she allowed to know her, or who asked for a visit's sake.
    private var seesReporter: Bool {
        let who = side.reporter
        return matter.showsReporter(to: relations, mayBeNamed: who.mayBeNamed, isMinor: who.isMinor)
            || (hasAsked && !who.isMinor)
    }

    /// 查看联系方式, logged for the organ that still leads it.
    private var hasAsked: Bool {
        guard view == .full, relations.contains(.leadHandler), let lead = matter.handling.lead,
            organsOfReader.contains(lead), !matter.state.isFinal
        else { return false }
        return recorded.contains { $0.name == MatterEvent.contactSeen.rawValue && $0.author.organ == lead }
    }

    private var traces: ReporterTraces {
        let who = side.reporter
        return ReporterTraces(
            name: who.name?.opened, phone: who.phone?.opened, address: who.address?.opened,
            guardian: who.guardian?.opened)
    }

    private var words: String { own("words") ?? hidden(side.masked) }
    private var place: String { own("place") ?? hidden(side.place) }

    /// As it was said: in the first event, unless it was erased.
    private func own(_ kind: String) -> String? {
        guard view == .full, seesReporter, let first = recorded.first else { return nil }
        return texts[first.id]?.first { $0.kind == kind }?.text
    }

    private func hidden(_ masked: String) -> String {
        guard view == .full else { return "" }
        return seesReporter ? masked : traces.removed(from: masked)
    }

    private var holder: ShownHolder? {
        let deputy = matter.onDuty == .supervisor ? supervisorName : nil
        switch matter.holder {
        case .station(let id):
            return atlas.station(id).map {
                ShownHolder(name: $0.name, phone: $0.phone, hours: $0.hours, deputy: deputy)
            }
        case .organ(let id):
            return atlas.organ(id).map { ShownHolder(name: $0.name, phone: $0.phone, hours: $0.hours) }
        case nil: return nil
        }
    }

    private var supervisorName: String? { matter.supervisor.flatMap { names.people[$0] } }

    private var shownNames: ShownNames {
        func name(_ organ: OrganID?) -> String? { organ.flatMap { atlas.organ($0)?.name } }
        return ShownNames(
            supervisor: supervisorName, assigningOffice: name(matter.assigningOffice),
            leadHandler: name(matter.handling.lead), distributor: name(matter.handling.distributor),
            coHandlers: matter.handling.coHandlers.compactMap { name($0) }, petitionOffice: name(matter.petitionOffice))
    }

    private var links: ShownLinks {
        guard !relations.contains(.reporter), view == .full else { return ShownLinks(relapseOf: side.relapseOf) }
        return ShownLinks(lead: side.lead, merged: side.merged, relapseOf: side.relapseOf)
    }
}
