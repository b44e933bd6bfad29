import Domain

/// Somebody in the small province who may sign in.
package struct TestPerson: Hashable, Sendable {
    /// The same for everybody.
    package static let password = "Beiguan-2026"

    package var login: String
    package var name: String
    package var phone: String
    package var person: PersonID
    package var account: AccountID
    package var grant: Grant

    package var role: Role { grant.role }
    package var signed: Principal.Signed {
        Principal.Signed(account: account, person: person, name: name, grants: [grant])
    }
    package var principal: Principal { .account(signed) }
}

/// Which office somebody holds: by this a test finds her.
struct TestOffice: Hashable, Sendable {
    enum Place: Hashable, Sendable {
        case station(TestPlace)
        case organ(OrganKind, TestPlace)
        case bureau(String, TestPlace)
        case area(TestPlace)
    }

    var role: Role
    var place: Place
    /// 1 and 2 for the two deputies of a station.
    var number = 1

    /// Everybody, in the order in which they get their names and telephones.
    static let all: [TestOffice] = stations + officers + governments + administrators

    private static let stations: [TestOffice] = TestPlace.allCases.filter { $0.station != nil }.flatMap { place in
        [
            TestOffice(role: .stationHead, place: .station(place)),
            TestOffice(role: .stationClerk, place: .station(place)),
            TestOffice(role: .deputy, place: .station(place)),
            TestOffice(role: .deputy, place: .station(place), number: 2),
            TestOffice(role: .liaisonOfficer, place: .station(place)),
        ]
    }

    private static let officers: [TestOffice] = TestPlace.allCases.map {
        TestOffice(role: .assigningOffice, place: .organ($0.assigning, $0))
    }

    private static let governments: [TestOffice] = TestPlace.allCases.flatMap { place -> [TestOffice] in
        switch place.kind {
        case .town, .township: [TestOffice(role: .handler, place: .organ(.townGovernment, place))]
        case .subdistrict: [TestOffice(role: .handler, place: .organ(.subdistrictOffice, place))]
        case .specialArea: []
        case .province, .city, .district, .countyCity, .county:
            [
                TestOffice(role: .distributor, place: .organ(.governmentOffice, place)),
                TestOffice(role: .petitionOffice, place: .organ(.petitionOffice, place)),
                TestOffice(role: .handler, place: .bureau("transport", place)),
                TestOffice(role: .handler, place: .bureau("water", place)),
            ]
        }
    }

    private static let administrators: [TestOffice] = [Role.systemAdmin, .securityAdmin, .auditor].map {
        TestOffice(role: $0, place: .area(.province))
    }
}

extension TestPlace {
    /// The kind of organ that assigns here.
    var assigning: OrganKind {
        switch kind {
        case .town, .township: .presidium
        case .subdistrict: .streetCommittee
        case .province, .city, .district, .countyCity, .county, .specialArea: .deputiesCommittee
        }
    }
}
