import Directory
import Domain
import Record

/// Everybody in the demo: who is at each station and organ, and the deputies of five levels.
struct DemoPeople: Sendable {
    /// Known to everybody, and only good for invented people.
    static let password = "Yanshi-Lianxin-2026"
    /// Accounts of deputies at one station; the other deputies have none yet.
    private static let activeDeputies = 3

    private(set) var drafts: [PersonDraft] = []
    private(set) var mandates: [Mandate] = []
    private(set) var heads: [StationID: Member] = [:]
    private(set) var clerks: [StationID: Member] = [:]
    private(set) var liaisonOfficers: [StationID: Member] = [:]
    private(set) var deputies: [StationID: [ActiveDeputy]] = [:]
    private(set) var officers: [OrganID: Member] = [:]
    private(set) var administrators: [Member] = []

    /// From when everybody holds the office: before the first matter.
    let since: Day
    private let names: NameTexts
    private var dice: Dice
    private var ids: IDs

    init(_ places: DemoPlaces, size: DemoSize, since: Day, names: NameTexts, dice: Dice, ids: IDs) {
        self.since = since
        self.names = names
        self.dice = dice
        self.ids = ids
        for station in places.stations { addStaff(of: station) }
        for area in places.areas {
            for organ in places.organs(in: area.id) { addOfficer(of: organ, in: area) }
        }
        if let province = places.areas.first { addAdministrators(of: province) }
        addDeputies(places, size)
    }

    var members: [Member] {
        let deputies = deputies.values.flatMap { $0.map(\.member) }
        return
            (Array(heads.values) + clerks.values + liaisonOfficers.values + officers.values + deputies
            + administrators).sorted { $0.signed.account < $1.signed.account }
    }

    // MARK: staff

    private mutating func addStaff(of station: Station) {
        let tail = station.code.dropFirst(2).lowercased()
        let place = (GrantPlace.station(station.id), station.division)
        heads[station.id] = addMember(.stationHead, place, login: "head.\(tail)")
        clerks[station.id] = addMember(.stationClerk, place, login: "clerk.\(tail)")
        liaisonOfficers[station.id] = addMember(.liaisonOfficer, place, login: "liaison.\(tail)")
    }

    private mutating func addOfficer(of organ: Organ, in area: Division) {
        guard let code = area.code else { return }
        let login: String =
            switch organ.kind {
            case .presidium, .streetCommittee, .deputiesCommittee: "office.\(code)"
            case .standingCommitteeOffice: "congress.\(code)"
            case .townGovernment, .subdistrictOffice: "handler.\(code)"
            case .government: "government.\(code)"
            case .governmentOffice: "distributor.\(code)"
            case .bureau: "\(organ.field ?? "bureau").\(code)"
            case .villageCommittee: "village.\(organ.id)"
            case .petitionOffice: "petition.\(code)"
            }
        officers[organ.id] = addMember(organ.kind.role, (.organ(organ.id), area.id), login: login)
    }

    private mutating func addAdministrators(of province: Division) {
        let place = (GrantPlace.area(province.id), province.id)
        administrators = [
            addMember(.systemAdmin, place, login: "system.admin"),
            addMember(.securityAdmin, place, login: "security.admin"),
            addMember(.auditor, place, login: "auditor"),
        ]
    }

    private mutating func addMember(_ role: Role, _ place: (GrantPlace, DivisionID), login: String) -> Member {
        let person = addPerson(isVerified: true)
        return member(person, role, place, login: login)
    }

    private mutating func member(
        _ person: PersonDraft, _ role: Role, _ place: (GrantPlace, DivisionID), login: String
    ) -> Member {
        let grant = Grant(id: ids.next(), role: role, place: place.0, division: place.1)
        let signed = Principal.Signed(
            account: ids.next(), person: person.id, name: person.name.opened, grants: [grant])
        return Member(signed: signed, login: login, phone: person.phone?.opened ?? "")
    }

    private mutating func addPerson(isVerified: Bool) -> PersonDraft {
        let draft = PersonDraft(
            id: ids.next(), name: Sensitive(names.name(&dice)), phone: Sensitive(demoPhone(drafts.count)),
            phoneVerifiedAt: isVerified ? since.start : nil, isDemo: true)
        drafts.append(draft)
        return draft
    }

    // MARK: deputies

    private mutating func addDeputies(_ places: DemoPlaces, _ size: DemoSize) {
        for seat in DeputySeats(places).seats(size.mandates) {
            let isActive = deputies[seat.station.id, default: []].count < Self.activeDeputies
            let person = addPerson(isVerified: isActive)
            let mandate = seat.mandate(id: ids.next(), of: person, number: mandates.count + 1)
            mandates.append(mandate)
            guard isActive else { continue }
            addActive(person, mandate.id, at: seat.station)
        }
    }

    private mutating func addActive(_ person: PersonDraft, _ mandate: MandateID, at station: Station) {
        let number = deputies[station.id, default: []].count + 1
        let login = "deputy\(number == 1 ? "" : String(number)).\(station.code.dropFirst(2).lowercased())"
        let member = member(person, .deputy, (.station(station.id), station.division), login: login)
        deputies[station.id, default: []].append(ActiveDeputy(mandate: mandate, member: member))
    }
}

extension OrganKind {
    /// What the person at such an organ does in a matter.
    fileprivate var role: Role {
        switch self {
        case .presidium, .streetCommittee, .deputiesCommittee, .standingCommitteeOffice: .assigningOffice
        case .governmentOffice: .distributor
        case .petitionOffice: .petitionOffice
        case .townGovernment, .subdistrictOffice, .government, .bureau, .villageCommittee: .handler
        }
    }
}
