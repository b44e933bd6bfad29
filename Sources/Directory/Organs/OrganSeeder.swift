import Domain
import Record

/// Gives each area its organs: a town a presidium and a government, a street a committee and an office (地方组织法 59, 86),
/// from the county up the standing committee's bodies, the government, its office, its bureaus and the petition office.
struct OrganSeeder {
    private(set) var organs: [Organ] = []
    private var contacts: SeedContacts?
    // Of each area already done: what the areas below answer to.
    private var byDivision: [DivisionID: [OrganKind: OrganID]] = [:]

    init(contacts: SeedContacts?) {
        self.contacts = contacts
    }

    mutating func add(_ division: Division, under parent: Division?, ids: inout IDs) {
        let names = OrganNames(of: division, under: parent)
        for kind in OrganSeeder.kinds(of: division.kind) {
            let superior = superior(of: kind, in: division)
            let id = append(division, kind, names.name(of: kind), superior: superior, ids: &ids)
            byDivision[division.id, default: [:]][kind] = id
        }
        guard division.level > .township else { return }
        for field in BureauCatalogue.fields {
            guard let name = BureauCatalogue.name(of: field, in: names) else { continue }
            let government = byDivision[division.id]?[.government]
            _ = append(division, .bureau, name, superior: government, field: field, ids: &ids)
        }
    }

    private static func kinds(of division: DivisionKind) -> [OrganKind] {
        switch division {
        case .province, .city, .district, .countyCity, .county:
            [.deputiesCommittee, .standingCommitteeOffice, .government, .governmentOffice, .petitionOffice]
        case .town, .township: [.presidium, .townGovernment]
        case .subdistrict: [.streetCommittee, .subdistrictOffice]
        case .specialArea: []
        }
    }

    private func superior(of kind: OrganKind, in division: Division) -> OrganID? {
        let above = division.parent.flatMap { byDivision[$0] } ?? [:]
        return switch kind {
        case .presidium, .streetCommittee, .deputiesCommittee: above[.deputiesCommittee]
        case .standingCommitteeOffice: above[.standingCommitteeOffice]
        case .townGovernment, .subdistrictOffice, .government: above[.government]
        case .petitionOffice: above[.petitionOffice]
        case .governmentOffice, .bureau: byDivision[division.id]?[.government]
        case .villageCommittee: nil
        }
    }

    private mutating func append(
        _ division: Division, _ kind: OrganKind, _ name: String, superior: OrganID?, field: String? = nil,
        ids: inout IDs
    ) -> OrganID {
        let organ = Organ(
            id: ids.next(), division: division.id, kind: kind, name: name, superior: superior, field: field,
            phone: contacts?.phone() ?? "", address: contacts?.address(in: division) ?? "",
            hours: contacts?.hours ?? "")
        organs.append(organ)
        return organ.id
    }
}
