import Domain

/// Who holds an office, place by place: whom a message to an organ or a station is for. Kept with the atlas, so that an
/// act that tells ten people asks the database nothing.
struct StaffTable: Sendable {
    struct Member: Hashable, Sendable {
        var person: PersonID
        var role: Role
        var from: Day
        var to: Day?

        func holds(on day: Day) -> Bool { from <= day && to.map { day <= $0 } != false }
    }

    private var organs: [OrganID: [Member]] = [:]
    private var stations: [StationID: [Member]] = [:]

    mutating func add(_ member: Member, organ: OrganID?, station: StationID?) {
        if let organ { organs[organ, default: []].append(member) }
        if let station { stations[station, default: []].append(member) }
    }

    func people(at organ: OrganID, on day: Day) -> [PersonID] {
        people(organs[organ] ?? [], on: day) { _ in true }
    }

    func people(at station: StationID, as roles: Set<Role>, on day: Day) -> [PersonID] {
        people(stations[station] ?? [], on: day, where: roles.contains)
    }

    /// Each once, also under several grants.
    private func people(_ members: [Member], on day: Day, where isMeant: (Role) -> Bool) -> [PersonID] {
        var seen: Set<PersonID> = []
        return members.filter { isMeant($0.role) && $0.holds(on: day) && seen.insert($0.person).inserted }
            .map(\.person)
    }
}

extension Atlas {
    /// Everybody who holds an office at an organ on a day.
    package func people(at organ: OrganID, on day: Day) -> [PersonID] { reach.staff.people(at: organ, on: day) }

    /// The heads or clerks of a station on a day.
    package func people(at station: StationID, as roles: Set<Role>, on day: Day) -> [PersonID] {
        reach.staff.people(at: station, as: roles, on: day)
    }
}
