import Directory
import Domain
import Record

/// Somebody of a station at its slips: head and clerk. Elsewhere the station's slips do not exist for her.
struct SlipDuty: Sendable {
    let station: Station
    let signed: Principal.Signed
    private let grant: Grant

    init(_ code: String, _ signed: Principal.Signed, atlas: Atlas) throws(NotFound) {
        guard let station = atlas.station(code: code) else { throw NotFound() }
        try self.init(station, signed)
    }

    init(_ station: Station, _ signed: Principal.Signed) throws(NotFound) {
        let grants = signed.grants.filter { SlipDuty.isAtWork($0, at: station.id) }
        guard let grant = grants.first(where: { $0.role == .stationHead }) ?? grants.first else { throw NotFound() }
        self.station = station
        self.signed = signed
        self.grant = grant
    }

    var isHead: Bool { grant.role == .stationHead }

    var author: Author { Author(signed, grant, onBehalf: nil) }

    /// Codes come out of the printer with a book, so one person answers for it.
    func mayOrder() throws(Refusal) {
        guard isHead else {
            throw Refusal(.forbidden, code: "station-head-only", "成册的纸条由站长来印，请站长登录后在“本站”里办理")
        }
    }

    /// The program itself where an operator orders.
    static func author(of signed: Principal.Signed?, at station: StationID) -> Author {
        guard let signed else { return .system }
        return Author(signed, signed.grants.first { isAtWork($0, at: station) }, onBehalf: nil)
    }

    private static func isAtWork(_ grant: Grant, at station: StationID) -> Bool {
        guard grant.place == .station(station) else { return false }
        switch grant.role {
        case .stationHead, .stationClerk: return true
        case .deputy, .liaisonOfficer, .assigningOffice, .distributor, .handler, .petitionOffice, .systemAdmin,
            .securityAdmin, .auditor:
            return false
        }
    }
}
