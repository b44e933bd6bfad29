import Directory
import Domain

/// How a signed-in person, a reporter or the system stands to a matter, grant by grant.
struct MatterRelations {
    let matter: Matter
    let registeredBy: AccountID?
    let atlas: Atlas

    /// Each relation with the grant that gives it; nil for those that need none.
    func all(of principal: Principal?) -> [Relation: Grant?] {
        switch principal {
        case nil: [.visitor: nil]
        case .system: [.system: nil]
        case .reporter(let id): id == matter.id ? [.reporter: nil] : [.visitor: nil]
        case .account(let signed): relations(of: signed)
        }
    }

    private func relations(of signed: Principal.Signed) -> [Relation: Grant?] {
        var found: [Relation: Grant?] = [:]
        for grant in signed.grants {
            for relation in relations(of: grant, signed) where found[relation] == nil { found[relation] = grant }
        }
        return found
    }

    private func relations(of grant: Grant, _ signed: Principal.Signed) -> [Relation] {
        switch (grant.role, grant.place) {
        case (.stationHead, .station(matter.station)): [.head]
        case (.stationClerk, .station(matter.station)): [.clerk]
        case (.deputy, .station(let station)):
            deputyRelations(signed, station)
        case (.liaisonOfficer, _):
            // Works for the place that a by-passed matter is about.
            registeredBy == signed.account && !matter.isBypassed ? [.liaisonOfficer] : []
        case (.assigningOffice, .organ(let organ)): officeRelations(organ, grant)
        case (.distributor, .organ(let organ)):
            organ == matter.handling.lead || organ == matter.handling.distributor ? handlerRelations(organ) : []
        case (.handler, .organ(let organ)): handlerRelations(organ)
        case (.petitionOffice, .organ(let organ)): organ == matter.petitionOffice ? [.petitionOffice] : []
        case (.auditor, .area(let area)): isKept(from: area) ? [] : [.reader]
        case (.stationHead, _), (.stationClerk, _), (.deputy, _), (.assigningOffice, _), (.distributor, _),
            (.handler, _), (.petitionOffice, _), (.systemAdmin, _), (.securityAdmin, _), (.auditor, _):
            []
        }
    }

    /// A deputy of the station; the one named is its supervisor, whose own station may be below a central one.
    private func deputyRelations(_ signed: Principal.Signed, _ station: StationID) -> [Relation] {
        if matter.supervisor == signed.person { return [.supervisor, .deputy] }
        return station == matter.station ? [.deputy] : []
    }

    private func officeRelations(_ organ: OrganID, _ grant: Grant) -> [Relation] {
        if organ == matter.assigningOffice { return [.assigningOffice] }
        guard let place = atlas.organ(organ), !isKept(from: place.division),
            let level = atlas.division(place.division)?.level
        else { return [] }
        return level > matter.level ? [.officeAbove, .reader] : [.reader]
    }

    /// Not of this area, or by-passing it.
    private func isKept(from area: DivisionID) -> Bool {
        !matter.knowingAreas(in: atlas).contains { $0.id == area }
    }

    private func handlerRelations(_ organ: OrganID) -> [Relation] {
        var found: [Relation] = []
        if organ == matter.handling.lead { found.append(.leadHandler) }
        if organ == matter.handling.lead || organ == matter.handling.distributor, organ == matter.holder?.organ,
            atlas.organ(organ)?.kind.distributes ?? false
        {
            found.append(.distributor)
        }
        if organ == matter.handling.distributor, !found.contains(.distributor) { found.append(.reader) }
        if matter.handling.coHandlers.contains(organ) { found.append(.coHandler) }
        return found
    }
}

extension OrganKind {
    /// Passes matters on to somebody else of the same place.
    var distributes: Bool {
        switch self {
        case .governmentOffice, .government, .townGovernment, .subdistrictOffice: true
        case .presidium, .streetCommittee, .deputiesCommittee, .standingCommitteeOffice, .bureau, .villageCommittee,
            .petitionOffice:
            false
        }
    }
}
