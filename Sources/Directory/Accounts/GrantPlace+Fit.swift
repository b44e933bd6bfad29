import Domain

extension Role {
    /// Whether a role may be given at a place: a station head at a station, a handler at an organ.
    func fits(_ place: GrantPlace, atlas: Atlas) -> Bool {
        switch (self, place) {
        case (.stationHead, .station), (.stationClerk, .station), (.deputy, .station),
            (.liaisonOfficer, .station), (.handler, .organ):
            true
        // Whoever holds it reads all that lies in the division.
        case (.assigningOffice, .organ(let id)): atlas.organ(id)?.kind.assigns ?? false
        case (.distributor, .organ(let id)): atlas.organ(id)?.kind == .governmentOffice
        case (.petitionOffice, .organ(let id)): atlas.organ(id)?.kind == .petitionOffice
        case (.systemAdmin, .area), (.securityAdmin, .area), (.auditor, .area): true
        case (.stationHead, _), (.stationClerk, _), (.deputy, _), (.liaisonOfficer, _), (.assigningOffice, _),
            (.handler, _), (.distributor, _), (.petitionOffice, _), (.systemAdmin, _), (.securityAdmin, _),
            (.auditor, _):
            false
        }
    }
}

extension GrantPlace {
    /// The division in which the place lies; nil when there is no such place.
    func division(in atlas: Atlas) -> DivisionID? {
        switch self {
        case .organ(let id): atlas.organ(id)?.division
        case .station(let id): atlas.station(id)?.division
        case .area(let id): atlas.division(id)?.id
        }
    }

    /// The place as one says it.
    package func chinese(in atlas: Atlas) -> String {
        switch self {
        case .organ(let id): atlas.organ(id)?.name ?? ""
        case .station(let id): atlas.station(id)?.name ?? ""
        case .area(let id): atlas.division(id)?.fullName ?? ""
        }
    }
}
