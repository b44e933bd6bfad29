import Domain

extension Atlas {
    /// The organ, or nil.
    package func organ(_ id: OrganID) -> Organ? { places.organs[id] }

    /// The organs of an area itself, not of those below; of one kind or all.
    package func organs(in division: DivisionID, kind: OrganKind? = nil) -> [Organ] {
        (places.organsByDivision[division] ?? []).filter { kind == nil || $0.kind == kind }
    }

    /// The one organ of a kind in an area.
    package func organ(in division: DivisionID, kind: OrganKind) -> Organ? {
        places.organsByDivision[division]?.first { $0.kind == kind }
    }

    /// The bureaus of an area's government.
    package func bureaus(in division: DivisionID) -> [Organ] { organs(in: division, kind: .bureau) }

    /// The bureau in charge of a field (a first-level category), as `BureauCatalogue` has it.
    package func bureau(in division: DivisionID, field: String) -> Organ? {
        let bureaus = bureaus(in: division)
        return bureaus.first { $0.field == field }
            ?? BureauCatalogue.standIn(for: field).flatMap { other in bureaus.first { $0.field == other } }
    }

    /// The office that assigns in an area: a town's presidium, a street's committee, the deputies' committee from the
    /// county up. Where an area has none, as a development zone, that of the area around it.
    package func office(for division: DivisionID) -> Organ? {
        nearest(from: division) { $0.kind.assigns }
    }

    /// The office one level above another in assigning.
    package func officeAbove(_ organ: Organ) -> Organ? {
        ancestors(of: organ.division).lazy.compactMap { self.office(for: $0.id) }.first { $0.id != organ.id }
    }

    /// Who receives for the government of an area: 乡镇人民政府, 街道办事处, from the county up 政府办公室.
    package func governmentOffice(of division: DivisionID) -> Organ? {
        nearest(from: division) {
            switch $0.kind {
            case .townGovernment, .subdistrictOffice, .governmentOffice: true
            case .presidium, .streetCommittee, .deputiesCommittee, .standingCommitteeOffice, .government, .bureau,
                .villageCommittee, .petitionOffice:
                false
            }
        }
    }

    /// The petition department that serves an area: its own, or the nearest around it.
    package func petitionOffice(near division: DivisionID) -> Organ? {
        nearest(from: division) { $0.kind == .petitionOffice }
    }

    /// The organ over an organ, as the register has it.
    package func superior(of organ: OrganID) -> Organ? {
        places.organs[organ]?.superior.flatMap { places.organs[$0] }
    }

    private func nearest(from division: DivisionID, where isMeant: (Organ) -> Bool) -> Organ? {
        for area in lineage(of: division) {
            if let found = places.organsByDivision[area.id]?.first(where: isMeant) { return found }
        }
        return nil
    }
}

extension OrganKind {
    /// 交办机关 of some level, unless a place's policy names another.
    package var assigns: Bool {
        switch self {
        case .presidium, .streetCommittee, .deputiesCommittee: true
        case .townGovernment, .subdistrictOffice, .standingCommitteeOffice, .government, .governmentOffice, .bureau,
            .villageCommittee, .petitionOffice:
            false
        }
    }
}
