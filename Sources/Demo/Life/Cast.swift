import Directory
import Domain

/// Who plays which part in a matter: looked up among the demo's people by where the matter is.
struct Cast: Sendable {
    let people: DemoPeople
    let atlas: Atlas

    func clerk(of matter: Matter) -> Principal? { people.clerks[matter.station]?.principal }

    func head(of matter: Matter) -> Principal? { people.heads[matter.station]?.principal }

    func deputies(of matter: Matter) -> [ActiveDeputy] { people.deputies[matter.station] ?? [] }

    /// Whoever looks after it; the head where there is nobody.
    func supervisor(of matter: Matter) -> Principal? {
        matter.supervisor.flatMap { person in
            deputies(of: matter).first { $0.member.signed.person == person }?.member.principal
        }
    }

    func office(of matter: Matter) -> Principal? { matter.assigningOffice.flatMap { people.officers[$0]?.principal } }

    func officer(at organ: OrganID) -> Principal? { people.officers[organ]?.principal }

    func holder(of matter: Matter) -> Principal? { matter.holder?.organ.flatMap(officer) }

    /// Where a matter of a category goes at its present level: the town's government, a bureau, or the government's
    /// office, which passes it on.
    func handler(of matter: Matter, _ category: Category, isDistributed: Bool) -> Organ? {
        guard let area = atlas.division(of: matter.area, at: matter.level) else { return nil }
        let office = atlas.governmentOffice(of: area.id)
        if matter.level == .township || isDistributed || category.bureau == nil { return office }
        return atlas.bureau(in: area.id, field: category.rawValue) ?? office
    }

    /// The bureau to which the government's office passes a matter on.
    func bureau(of matter: Matter, _ category: Category) -> Organ? {
        atlas.division(of: matter.area, at: matter.level).flatMap {
            atlas.bureau(in: $0.id, field: category.rawValue) ?? atlas.bureaus(in: $0.id).first
        }
    }

    /// Another bureau of the same level: for an objection, or to help.
    func otherBureau(of matter: Matter, _ dice: inout Dice) -> Organ? {
        guard matter.level > .township, let area = atlas.division(of: matter.area, at: matter.level) else { return nil }
        let others = atlas.bureaus(in: area.id).filter { $0.id != matter.handling.lead }
        return others.isEmpty ? nil : dice.pick(others)
    }

    func place(_ organ: Organ) -> OrganPlace {
        OrganPlace(
            id: organ.id, kind: organ.kind, level: atlas.division(organ.division)?.level ?? .township,
            division: organ.division, isReachable: true)
    }
}
