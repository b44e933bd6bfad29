import Database
import Directory
import Domain

/// Whose messages somebody looks after, and what of them she may see: an area's office and system administrator what
/// the area's own lists show, a station's head and a petition department what is theirs.
enum OutboxLens: Hashable, Sendable {
    /// `seesAllCosts`: who pays the bill sees all of it, kept matters included; without kinds and numbers.
    case area(DivisionID, seesAllCosts: Bool)
    case station(StationID)
    case organ(OrganID)

    /// The widest this person has; not found for those who look after nothing.
    init(of signed: Principal.Signed, atlas: Atlas) throws(NotFound) {
        let areas = signed.grants.filter { $0.role == .systemAdmin || $0.role == .assigningOffice }
        let widest = areas.max {
            (atlas.division($0.division)?.level ?? .township) < (atlas.division($1.division)?.level ?? .township)
        }
        if let widest {
            self = .area(widest.division, seesAllCosts: widest.role == .systemAdmin)
            return
        }
        for grant in signed.grants {
            switch (grant.role, grant.place) {
            case (.stationHead, .station(let id)):
                self = .station(id)
                return
            case (.petitionOffice, .organ(let id)):
                self = .organ(id)
                return
            case (.stationHead, _), (.petitionOffice, _), (.stationClerk, _), (.deputy, _), (.liaisonOfficer, _),
                (.assigningOffice, _), (.distributor, _), (.handler, _), (.systemAdmin, _), (.securityAdmin, _),
                (.auditor, _):
                continue
            }
        }
        throw NotFound()
    }

    /// The condition on `sending s`, `message g` and `matter t`.
    var condition: SQL {
        switch self {
        case .area(let area, _):
            """
            s.area IN (SELECT d.division FROM division_ancestor d WHERE d.ancestor = \(area))
              AND (t.id IS NULL OR EXISTS (SELECT 1 FROM matter_area own
                WHERE own.area = \(area) AND own.sort_key = t.sort_key))
            """
        case .station(let station): "s.station = \(station) AND t.petition_office IS NULL"
        case .organ(let organ): "s.organ = \(organ)"
        }
    }

    func name(in atlas: Atlas) -> String {
        switch self {
        case .area(let id, _): atlas.fullName(of: id)
        case .station(let id): atlas.station(id)?.name ?? ""
        case .organ(let id): atlas.organ(id)?.name ?? ""
        }
    }
}
