import Database
import Directory
import Domain
import Web

/// Looks up what the forms of one matter offer to choose from.
struct FormGroundQuery {
    let shown: ShownMatter
    let snapshot: Snapshot
    let now: Instant
    /// The answer template that was asked for.
    var template: Int64?
    /// Whether templates are offered: their links lead to the answer screen.
    var offersTemplates = true

    private var matter: Matter { shown.matter }
    private var atlas: Atlas { snapshot.atlas }
    private var today: Day { Day(of: now) }
    private var places: MatterPlaces { MatterPlaces(atlas: atlas, now: now) }

    func run(_ db: Transaction) throws -> FormGround {
        let rules = snapshot.rules(at: matter.area, on: today)
        let around = places.around(matter, organLed: shown.organLed)
        let order = ActOrder(
            matter: matter, relations: shown.relations, acts: shown.acts, isArchiveDue: isArchiveDue(rules))
        let office = matter.assigningOffice.flatMap(atlas.organ)
        var ground = FormGround(
            matter: matter, relations: shown.relations, acts: order.ordered, next: order.next,
            office: office.map { Wording($0.kind) },
            today: today, lastDay: (matter.clock(.handling) ?? matter.clock(.rework))?.deadline.dueOn)
        ground.outcomeLabels = Dictionary(uniqueKeysWithValues: Outcome.allCases.map { ($0, rules.text($0.label)) })
        ground.leastReason = rules.number(.reasonMinimum)
        ground.leastReply = rules.number(.replyMinimum)
        if ground.shows(.assign, .decideObjection), let office {
            offer(handlersOf: office, led: around.organsLedBySupervisor, to: &ground)
        }
        if ground.shows(.subAssign), let holder = matter.holder?.organ.flatMap(atlas.organ) {
            offer(receiversOf: holder, led: around.organsLedBySupervisor, to: &ground)
        }
        if ground.receivers.isEmpty { ground.drop(.subAssign, for: .takeUp) }
        if ground.shows(.publish) { ground.summary = SummaryProposal(for: shown) }
        if ground.shows(.elevate) { ground.levels = levels(around) }
        if ground.shows(.nameSupervisor, .accept) { ground.deputies = try deputies(in: db) }
        if ground.shows(.reply), offersTemplates { try offerTemplates(to: &ground, in: db) }
        return ground
    }

    private func offerTemplates(to ground: inout FormGround, in db: Transaction) throws {
        ground.templates = try AnswerTemplateTable.offered(
            in: atlas.lineage(of: matter.area).map(\.id), for: matter.triage?.category, in: db)
        guard let chosen = ground.templates.first(where: { $0.id == template }) else { return }
        ground.filledReply = chosen.filled([
            .number: matter.number.text, .area: shown.division.fullName, .day: today.chinese(from: today),
            .organ: matter.handling.lead.flatMap(atlas.organ)?.name ?? "本单位", .station: shown.station.name,
            .registered: Day(of: matter.registeredAt).chinese(from: today),
        ])
    }

    private func isArchiveDue(_ rules: Rules) -> Bool {
        matter.closedOn.map { rules.deadline(.archive, from: $0).0.dueOn < today } ?? false
    }

    private func offer(handlersOf office: Organ, led: Set<OrganID>, to ground: inout FormGround) {
        let found = organs(of: office, led) { places.place(office).mayAssign(to: $0) }
        ground.handlers = found.map { Choice(String($0.id), $0.name) }
        ground.proposedHandler = proposal(among: found, isStreet: office.kind == .streetCommittee)
    }

    private func offer(receiversOf holder: Organ, led: Set<OrganID>, to ground: inout FormGround) {
        let found = organs(of: holder, led) { places.place(holder).mayDistribute(to: $0) }
        ground.receivers = found.map { Choice(String($0.id), $0.name) }
        ground.proposedReceiver = proposal(among: found, isStreet: false)
    }

    /// Organs of the same place that fit, that can be reached, and that the supervising deputy does not lead.
    private func organs(of sender: Organ, _ led: Set<OrganID>, _ fits: (OrganPlace) -> Bool) -> [Organ] {
        atlas.organs(in: sender.division)
            .filter { organ in
                let place = places.place(organ)
                return fits(place) && place.isReachable && !led.contains(organ.id)
            }
            .sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
    }

    /// 意见分级处理: what the catalogue says for the category at this level; the office decides.
    private func proposal(among organs: [Organ], isStreet: Bool) -> String? {
        guard let category = matter.triage?.category else { return nil }
        let meant = RoutingCatalogue.standard.suggest(category, level: matter.level, isStreet: isStreet)
        let found =
            organs.first { $0.kind == meant.organ && $0.field == meant.field?.rawValue }
            ?? organs.first { $0.kind == meant.otherwise }
        return found.map { String($0.id) }
    }

    /// The levels above where somebody can be reached.
    private func levels(_ around: Surroundings) -> [Level] {
        around.offices.filter { $0.level > matter.level && $0.isReachable }.map(\.level)
    }

    private func deputies(in db: Transaction) throws -> [Choice] {
        let ground = SupervisorGround(matter: matter, atlas: atlas)
        let near = try DeputyQuery.deputies(of: ground.near.map(\.id), in: db)
        let offered = near.isEmpty ? try DeputyQuery.deputies(of: ground.elsewhere.map(\.id), in: db) : near
        // The own station's first.
        let (own, others) = (
            offered.filter { $0.station == matter.station }, offered.filter { $0.station != matter.station }
        )
        return (own + others).map { deputy in
            let whence = deputy.station == matter.station ? "" : "，" + (atlas.station(deputy.station)?.name ?? "")
            return Choice(String(deputy.mandate), "\(deputy.name)（\(deputy.level.chinese)\(whence)）")
        }
    }
}
