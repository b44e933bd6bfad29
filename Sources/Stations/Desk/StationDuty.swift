import Directory
import Domain
import Record

/// Somebody at work in her own station: the clerk writes, the head reviews and publishes. Elsewhere the station's desk
/// does not exist for her.
struct StationDuty: Sendable {
    let station: Station
    let signed: Principal.Signed
    /// The head's grant where one person is both.
    let grant: Grant

    /// The station of a code, when the account works there.
    init(_ code: String, _ signed: Principal.Signed, atlas: Atlas) throws(NotFound) {
        guard let station = atlas.station(code: code) else { throw NotFound() }
        let grants = StationDuty.grants(of: signed).filter { $0.place == .station(station.id) }
        guard let grant = grants.first(where: { $0.role == .stationHead }) ?? grants.first else { throw NotFound() }
        self.station = station
        self.signed = signed
        self.grant = grant
    }

    /// The stations at which an account works, each once.
    static func stations(of signed: Principal.Signed, atlas: Atlas) -> [Station] {
        var seen: Set<StationID> = []
        return grants(of: signed).compactMap { grant in
            guard case .station(let id) = grant.place, seen.insert(id).inserted else { return nil }
            return atlas.station(id)
        }
    }

    var mayPublish: Bool { grant.role == .stationHead }

    /// A named person answers for what is public (站长审核发布).
    func review(at now: Instant) throws(Refusal) -> Review {
        guard mayPublish else {
            throw Refusal(.forbidden, code: "station-head-only", "要由站长审核后发布，请站长登录后在“本站”里处理")
        }
        return Review(account: signed.account, name: signed.name, at: now)
    }

    var author: Author {
        Author(
            kind: .staff, account: signed.account, grant: grant.id, role: grant.role.rawValue, station: station.id)
    }

    private static func grants(of signed: Principal.Signed) -> [Grant] {
        signed.grants.filter { grant in
            switch grant.role {
            case .stationHead, .stationClerk: true
            case .deputy, .liaisonOfficer, .assigningOffice, .distributor, .handler, .petitionOffice, .systemAdmin,
                .securityAdmin, .auditor:
                false
            }
        }
    }
}
