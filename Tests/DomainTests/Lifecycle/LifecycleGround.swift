@testable import Domain

/// A small province: a town with its station, its presidium and its government, and everything above it.
enum LifecycleGround {
    static let town: DivisionID = 1
    static let county: DivisionID = 2
    static let city: DivisionID = 3
    static let province: DivisionID = 4

    static let townStation: StationID = 11
    static let countyStation: StationID = 21
    static let cityStation: StationID = 31
    static let provinceStation: StationID = 41

    static let presidium: OrganID = 101
    static let townGovernment: OrganID = 102
    static let village: OrganID = 103
    static let countyCommittee: OrganID = 201
    static let governmentOffice: OrganID = 202
    static let waterBureau: OrganID = 203
    static let transportBureau: OrganID = 204
    static let petitionOffice: OrganID = 205
    static let cityCommittee: OrganID = 301
    static let cityOffice: OrganID = 302
    static let provinceCommittee: OrganID = 401
    static let provinceOffice: OrganID = 402

    static let deputy: PersonID = 9001
    static let otherDeputy: PersonID = 9002

    static let stations: [(id: StationID, level: StationLevel)] = [
        (townStation, .township), (countyStation, .county), (cityStation, .city), (provinceStation, .province),
    ]

    static let organs: [(id: OrganID, kind: OrganKind, level: Level, division: DivisionID)] = [
        (presidium, .presidium, .township, town), (townGovernment, .townGovernment, .township, town),
        (village, .villageCommittee, .township, town), (countyCommittee, .deputiesCommittee, .county, county),
        (governmentOffice, .governmentOffice, .county, county), (waterBureau, .bureau, .county, county),
        (transportBureau, .bureau, .county, county), (petitionOffice, .petitionOffice, .county, county),
        (cityCommittee, .deputiesCommittee, .city, city), (cityOffice, .governmentOffice, .city, city),
        (provinceCommittee, .deputiesCommittee, .province, province),
        (provinceOffice, .governmentOffice, .province, province),
    ]

    /// Those that decide, nearest first.
    static let offices = [presidium, countyCommittee, cityCommittee, provinceCommittee]

    static func organ(_ id: OrganID, isReachable: Bool = true) -> OrganPlace {
        let found = organs.first { $0.id == id }!
        return OrganPlace(
            id: id, kind: found.kind, level: found.level, division: found.division, isReachable: isReachable)
    }

    /// A government of the office's own level, to which it may assign.
    static func handler(of office: OrganID) -> OrganID {
        switch office {
        case presidium: townGovernment
        case countyCommittee: waterBureau
        case cityCommittee: cityOffice
        default: provinceOffice
        }
    }
}
