import Database
import Domain
import Record
import Secrets

@testable import Directory

/// Fills an empty database with the small province: areas, organs, stations, people and what they may do.
struct ProvinceGround {
    private static let since = Day(2026, 1, 1)
    private static let surnames = Array("张王李赵刘陈杨郝武任温侯郭孟程")
    private static let givenNames = ["秀英", "建国", "丽华", "志强", "桂兰", "海明", "玉珍"]

    private let keys: KeyRing
    private let passwordHash: String
    private var ids: IDs
    private(set) var divisions: [TestPlace: Division] = [:]
    private(set) var stations: [TestPlace: Station] = [:]
    private(set) var organs: [Organ] = []
    private(set) var people: [TestOffice: TestPerson] = [:]
    private var mandates: [Mandate] = []

    init(keys: KeyRing, ids: IDs, passwordHash: String) {
        self.keys = keys
        self.ids = ids
        self.passwordHash = passwordHash
        for place in TestPlace.allCases { addDivision(place) }
        addOrgans()
        for place in TestPlace.allCases { addStation(place) }
        for office in TestOffice.all { addPerson(office) }
    }

    func write(in db: Transaction) throws {
        try DivisionTable.insert(TestPlace.allCases.compactMap { divisions[$0] }, in: db)
        try OrganTable.insert(organs, in: db)
        try StationTable.insert(TestPlace.allCases.compactMap { stations[$0] }, in: db)
        let all = TestOffice.all.compactMap { people[$0] }
        let verified = Self.since.start
        try PersonTable.insert(
            all.map { person in
                PersonDraft(
                    id: person.person, name: Sensitive(person.name), phone: Sensitive(person.phone),
                    phoneVerifiedAt: verified
                ).sealed(with: keys)
            }, in: db)
        let accounts = all.map { Account(id: $0.account, person: $0.person, login: $0.login, status: .active) }
        try AccountTable.insert(accounts, passwordHash: passwordHash, in: db)
        try GrantTable.insert(
            all.map { GrantTable.Dated(grant: $0.grant, account: $0.account, from: Self.since) }, givenBy: nil, in: db)
        try MandateTable.insert(mandates, in: db)
    }

    private mutating func addDivision(_ place: TestPlace) {
        let parent = place.parent.flatMap { divisions[$0] }
        divisions[place] = Division(
            id: ids.next(), parent: parent?.id, level: place.kind.level, kind: place.kind, name: place.name,
            fullName: Division.fullName(of: place.name, parent: parent),
            codes: [DivisionCode(system: .mca, code: place.code, validFrom: DivisionCode.longAgo)])
    }

    private mutating func addOrgans() {
        var seeder = OrganSeeder(contacts: SeedContacts())
        for place in TestPlace.allCases {
            guard let division = divisions[place] else { continue }
            seeder.add(division, under: place.parent.flatMap { divisions[$0] }, ids: &ids)
        }
        organs = seeder.organs
    }

    private mutating func addStation(_ place: TestPlace) {
        guard let sign = place.station, let division = divisions[place], let organ = organ(place.assigning, place)
        else { return }
        stations[place] = Station(
            id: ids.next(), code: sign.code, division: division.id, organ: organ.id, level: sign.level,
            name: sign.name, phone: "1990000800\(stations.count)", address: division.fullName + "文化路 1 号（演示地址）",
            hours: "每月 15 日 9:00—11:30", openedOn: Day(2024, 3, 1))
    }

    private mutating func addPerson(_ office: TestOffice) {
        let index = people.count
        guard let place = grantPlace(office.place) else { return }
        let name =
            String(Self.surnames[index % Self.surnames.count])
            + Self.givenNames[(index / Self.surnames.count + index) % Self.givenNames.count]
        let person = TestPerson(
            login: office.login, name: name, phone: "19900010" + String(100 + index), person: ids.next(),
            account: ids.next(),
            grant: Grant(id: ids.next(), role: office.role, place: place.0, division: place.1))
        people[office] = person
        addMandate(of: person, office)
    }

    /// A town's deputies sit in its congress; a street has none, theirs sit in the county's.
    private mutating func addMandate(of person: TestPerson, _ office: TestOffice) {
        guard office.role == .deputy, case .station(let place) = office.place, let station = stations[place] else {
            return
        }
        let (level, area): (CongressLevel, TestPlace?) =
            switch place.kind {
            case .town, .township: (.township, place)
            case .subdistrict: (.county, place.parent)
            case .district, .countyCity, .county, .specialArea: (.county, place)
            case .city: (.municipal, place)
            case .province: (.provincial, place)
            }
        guard let division = area.flatMap({ divisions[$0] }) else { return }
        mandates.append(
            Mandate(
                id: ids.next(), person: person.person, level: level, division: division.id, homeStation: station.id,
                namePublic: person.name, card: "D\(mandates.count + 1)", term: "2021—2026", from: Day(2021, 11, 1)))
    }

    private func grantPlace(_ place: TestOffice.Place) -> (GrantPlace, DivisionID)? {
        switch place {
        case .station(let place): stations[place].map { (.station($0.id), $0.division) }
        case .organ(let kind, let place): organ(kind, place).map { (.organ($0.id), $0.division) }
        case .bureau(let field, let place): bureau(field, place).map { (.organ($0.id), $0.division) }
        case .area(let place): divisions[place].map { (.area($0.id), $0.id) }
        }
    }

    func organ(_ kind: OrganKind, _ place: TestPlace) -> Organ? {
        organs.first { $0.kind == kind && $0.division == divisions[place]?.id }
    }

    func bureau(_ field: String, _ place: TestPlace) -> Organ? {
        organs.first { $0.field == field && $0.division == divisions[place]?.id }
    }
}

extension TestOffice {
    /// `clerk.town`, `deputy2.street`, `transport.county`: what a person types to sign in.
    fileprivate var login: String {
        let place: String
        var office = role.rawValue
        switch self.place {
        case .station(let at), .area(let at): place = at.rawValue
        case .organ(let kind, let at):
            place = at.rawValue
            if role == .handler { office = kind.rawValue }
        case .bureau(let field, let at):
            place = at.rawValue
            office = field
        }
        return (office + (number == 1 ? "" : String(number)) + "." + place).lowercased()
    }
}
