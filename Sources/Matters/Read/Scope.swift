import Database
import Directory
import Domain

/// What of the matters in an area a signed-in person may see in lists: everything below an office, a station's own,
/// what a handler leads or helps with. The area's list itself leaves out petitions, and below the county what is about
/// the town's own people.
struct Scope: Sendable {
    /// The area whose list is read.
    let area: Division
    /// What the person may see of it; empty for everything.
    private let shares: [Share]

    /// One way in which a person comes to see a matter.
    private enum Share: Hashable, Sendable {
        /// All of an area that lies within the one that is listed.
        case within(DivisionID)
        case station(StationID)
        case supervisor(PersonID)
        case handler(OrganID)
        case distributor(OrganID)
    }

    /// Not found when the person has nothing to see there. Without an area the widest she has.
    init(of signed: Principal.Signed, area: DivisionID?, atlas: Atlas) throws(NotFound) {
        let grants = signed.grants.filter { !Scope.shares(of: $0, signed).isEmpty }
        let widest = grants.compactMap { atlas.division($0.division) }.max { $0.level < $1.level }
        guard let chosen = area.map(atlas.division) ?? widest,
            grants.contains(where: { atlas.isWithin(chosen.id, $0.division) })
        else { throw NotFound() }
        self.area = chosen
        // An office over the whole area sees all of its list, whatever else the person is.
        let seesAll = grants.contains { Scope.isOffice($0.role) && atlas.isWithin(chosen.id, $0.division) }
        shares = seesAll ? [] : grants.flatMap { Scope.shares(of: $0, signed) }
    }

    /// The areas a person may choose from, widest first.
    static func areas(of signed: Principal.Signed, atlas: Atlas) -> [Division] {
        var seen: Set<DivisionID> = []
        return signed.grants.filter { !shares(of: $0, signed).isEmpty }
            .compactMap { atlas.division($0.division) }.filter { seen.insert($0.id).inserted }
            .sorted { $0.level > $1.level }
    }

    /// The condition on `matter m`; nil where everything listed may be seen.
    var condition: SQL? {
        guard let first = shares.first else { return nil }
        return shares.dropFirst().reduce(Scope.condition(first)) { $0 + " OR " + Scope.condition($1) }
    }

    private static func condition(_ share: Share) -> SQL {
        switch share {
        case .within(let area):
            "EXISTS (SELECT 1 FROM matter_area own WHERE own.area = \(area) AND own.sort_key = m.sort_key)"
        case .station(let station): "m.station = \(station)"
        case .supervisor(let person): "m.supervisor = \(person)"
        case .distributor(let organ): "m.lead_handler = \(organ) OR m.distributor = \(organ)"
        case .handler(let organ):
            """
            m.lead_handler = \(organ) OR m.distributor = \(organ)
              OR EXISTS (SELECT 1 FROM matter_co_handler c WHERE c.matter = m.id AND c.organ = \(organ))
            """
        }
    }

    private static func shares(of grant: Grant, _ signed: Principal.Signed) -> [Share] {
        switch (grant.role, grant.place) {
        case (.stationHead, .station(let station)), (.stationClerk, .station(let station)): [.station(station)]
        case (.deputy, .station(let station)): [.station(station), .supervisor(signed.person)]
        case (.assigningOffice, .organ): [.within(grant.division)]
        case (.auditor, .area(let area)): [.within(area)]
        case (.handler, .organ(let organ)): [.handler(organ)]
        case (.distributor, .organ(let organ)): [.distributor(organ)]
        // What a liaison officer brought in is on her page "today", a petition on no list; administrators see no matters.
        case (.stationHead, _), (.stationClerk, _), (.deputy, _), (.assigningOffice, _), (.auditor, _), (.handler, _),
            (.distributor, _), (.liaisonOfficer, _), (.petitionOffice, _), (.systemAdmin, _), (.securityAdmin, _):
            []
        }
    }

    private static func isOffice(_ role: Role) -> Bool {
        switch role {
        case .assigningOffice, .auditor: true
        case .stationHead, .stationClerk, .deputy, .liaisonOfficer, .distributor, .handler, .petitionOffice,
            .systemAdmin, .securityAdmin:
            false
        }
    }
}
