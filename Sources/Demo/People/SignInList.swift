import Directory
import Domain

/// Picks whom to show: everybody a matter of 北关街道 in 榆次区 may meet.
struct SignInList {
    private static let street = "140702001"
    private static let county = "140702"

    let people: DemoPeople
    let places: DemoPlaces

    func signIns() -> [DemoNotes.SignIn] {
        stationPeople(Self.street) + officers(Self.street) + officers(Self.county) + stationPeople(Self.county)
            + people.administrators.map { signIn($0, "山西省") }
    }

    private func stationPeople(_ code: String) -> [DemoNotes.SignIn] {
        guard let station = places.stations.first(where: { $0.code == "SX" + code }) else { return [] }
        let staff = [people.clerks[station.id], people.heads[station.id], people.liaisonOfficers[station.id]]
        let deputies = people.deputies[station.id, default: []].prefix(2).map(\.member)
        return (staff.compactMap { $0 } + deputies).map { signIn($0, station.name) }
    }

    private func officers(_ code: String) -> [DemoNotes.SignIn] {
        guard let area = places.areas.first(where: { $0.code == code }) else { return [] }
        let shown: Set<String> = ["urban", "transport", "water"]
        return places.organs(in: area.id)
            .filter { $0.field.map(shown.contains) ?? ($0.kind != .standingCommitteeOffice && $0.kind != .government) }
            .compactMap { organ in people.officers[organ.id].map { signIn($0, organ.name) } }
    }

    private func signIn(_ member: Member, _ place: String) -> DemoNotes.SignIn {
        DemoNotes.SignIn(
            role: member.grant.role.chinese, login: member.login, password: DemoPeople.password,
            name: member.signed.name, place: place, code: member.grant.role.rawValue)
    }
}
