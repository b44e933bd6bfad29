/// An organ as the rules see it.
package struct OrganPlace: Hashable, Sendable {
    package var id: OrganID
    package var kind: OrganKind
    package var level: Level
    package var division: DivisionID
    /// At least one person there can be reached.
    package var isReachable: Bool

    package init(id: OrganID, kind: OrganKind, level: Level, division: DivisionID, isReachable: Bool) {
        self.id = id
        self.kind = kind
        self.level = level
        self.division = division
        self.isReachable = isReachable
    }
}

/// A station as the rules see it.
package struct StationPlace: Hashable, Sendable {
    package var id: StationID
    package var level: StationLevel
    package var isReachable: Bool

    package init(id: StationID, level: StationLevel, isReachable: Bool) {
        self.id = id
        self.level = level
        self.isReachable = isReachable
    }
}

/// Who stands around one matter, looked up once for the rules: the stations that may hold it, the offices from its
/// own level upwards, the petition department. Nearest first.
package struct Surroundings: Hashable, Sendable {
    /// The place's own station, then the central stations above it.
    package var stations: [StationPlace]
    /// Presidium or street committee, then the deputies' committees of county, city and province.
    package var offices: [OrganPlace]
    package var petitionOffice: OrganPlace?
    /// The organ that holds the matter now, when it is one.
    package var holder: OrganPlace?
    /// Organs led by the supervising deputy: the conflict guard.
    package var organsLedBySupervisor: Set<OrganID>
    /// Somebody marked it as a secret or as private: nothing of it is published (row 37).
    package var isKeptSecret = false

    package init(
        stations: [StationPlace], offices: [OrganPlace], petitionOffice: OrganPlace?, holder: OrganPlace? = nil,
        organsLedBySupervisor: Set<OrganID> = []
    ) {
        self.stations = stations
        self.offices = offices
        self.petitionOffice = petitionOffice
        self.holder = holder
        self.organsLedBySupervisor = organsLedBySupervisor
    }

    /// The first reachable office at a level or above it.
    func office(from level: Level) -> OrganPlace? {
        offices.first { $0.level >= level && $0.isReachable }
    }

    /// The first reachable office strictly above a level.
    func office(above level: Level) -> OrganPlace? {
        level.next.flatMap { office(from: $0) }
    }

    func office(_ id: OrganID) -> OrganPlace? {
        offices.first { $0.id == id }
    }

    /// The first reachable office at a level or above it; where there is none, the highest one below: better a lower
    /// office than nobody.
    func office(near level: Level, notBelow lowest: Level) -> OrganPlace? {
        office(from: level) ?? offices.last { $0.level < level && $0.level >= lowest && $0.isReachable }
    }

    /// The next reachable central station, higher than this one; the list may begin with a central station itself.
    func centralStation(above station: StationID) -> StationPlace? {
        let own = stations.first { $0.id == station }?.level ?? .township
        return stations.first { $0.level.areaLevel > own.areaLevel && $0.isReachable }
    }

    /// Who takes over a station's matters: the next central one, else any that can be reached.
    func station(insteadOf station: StationID, notBelow lowest: Level) -> StationPlace? {
        centralStation(above: station)
            ?? stations.first { $0.id != station && $0.isReachable && $0.level.areaLevel >= lowest }
    }
}
