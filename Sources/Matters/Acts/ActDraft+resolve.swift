import Database
import Directory
import Domain

extension ActDraft {
    /// Looks up the organ, deputy or matter that was named. What is not there is a field error, in words.
    func resolved(
        for matter: Matter, by principal: Principal?, places: MatterPlaces, in db: Transaction
    ) throws -> MatterAction {
        switch self {
        case .ready(let action): return action
        case .merge(let number, let reason):
            // Of one that she may not know, nobody learns by a number that it is.
            guard let lead = try MatterTable.matter(number, in: db),
                Standing(of: principal, to: lead, atlas: places.atlas).mayKnow(lead.matter)
            else { throw FormErrors("lead", "找不到要并入的事项，请核对编号。") }
            return .merge(into: LeadMatter(lead.matter), reason: reason)
        case .nameSupervisor(let mandate, let isKin, let isParty):
            return .nameSupervisor(
                try candidate(mandate, isKin: isKin, isParty: isParty, for: matter, places: places, in: db))
        case .assign(let lead, let coHandlers, let isWide, let note):
            return .assign(
                Assignment(
                    lead: try organ(lead, "organ", places),
                    coHandlers: try coHandlers.map { try organ($0, "co", places) },
                    isWide: isWide, note: note))
        case .subAssign(let id, let note): return .subAssign(to: try organ(id, "organ", places), note: note)
        case .reassign(let id, let reason):
            return .decideObjection(.reassign(try organ(id, "organ", places)), reason: reason)
        case .reportRelapse:
            preconditionFailure("a relapse registers a new matter first")
        }
    }

    private func organ(_ id: OrganID, _ field: String, _ places: MatterPlaces) throws -> OrganPlace {
        guard let organ = places.atlas.organ(id) else { throw FormErrors(field, "找不到这个单位，请重新选择。") }
        return places.place(organ)
    }

    private func candidate(
        _ id: MandateID, isKin: Bool, isParty: Bool, for matter: Matter, places: MatterPlaces, in db: Transaction
    ) throws -> Candidate {
        guard let mandate = try MandateTable.mandate(id, in: db), mandate.status == .active else {
            throw FormErrors("deputy", "找不到这位代表，或其代表资格已暂停、终止，请重新选择。")
        }
        let led = try PersonTable.organLed(by: mandate.person, in: db)
        let ground = SupervisorGround(matter: matter, atlas: places.atlas)
        return Candidate(
            person: mandate.person, belongsToStation: ground.mayCome(from: mandate.homeStation),
            organsLed: led.map { [$0] } ?? [], isKin: isKin, isParty: isParty || ground.isConcerned(led))
    }
}
